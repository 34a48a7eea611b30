using MediaTokens.Catalog;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The catalog that ships, with rows of other vendors on top; their constants do not matter here.</summary>
public sealed class VendorCatalog : IDisposable
{
    private static readonly (string Vendor, string[] Ids)[] Rows =
    [
        ("Anthropic",
        [
            "claude-opus-5-5", "claude-opus-5", "claude-opus-4", "claude-opus-4-1", "claude-opus-4-5", "claude-opus-4-6", "claude-sonnet-4", "claude-sonnet-4-5",
            "claude-sonnet-5", "claude-haiku-4-5", "claude-3-5-sonnet", "claude-3-7-sonnet", "claude-3-haiku", "claude-fable-5",
        ]),
        ("Mistral", ["pixtral-12b", "pixtral-large", "mistral-medium-3", "mistral-small-3.1", "mistral-small"]),
        ("xAI", ["grok-4", "grok-4-fast", "grok-4.3", "grok-4.7"]),
        ("Qwen", ["qwen-vl-max", "qwen2.5-vl-72b-instruct", "qwen3-vl-235b-a22b-instruct", "qwen3.6-plus"]),
        ("Meta", ["llama-4-maverick-17b-128e-instruct-fp8", "llama-4-scout-17b-16e-instruct", "llama4-maverick-17b-instruct", "llama-3.2-90b-vision-instruct"]),
        ("Amazon", ["nova-lite", "nova-pro", "nova-premier"]),
        ("MyCorp", ["mycorp/model-x", "model-y", "anthropic.claude-foo-v1:0", "my.model", "house-model"]),
    ];

    private readonly CatalogFile _file = new($$"""
        { "schemaVersion": 1, "date": "2026-11",
          "families": { {{string.Join(", ", Rows.Select(row => Family(row.Vendor)))}} },
          "models": [ {{string.Join(", ", Rows.SelectMany(row => row.Ids.Select(id => $$"""{ "id": "{{id}}", "family": "{{row.Vendor}}" }""")))}} ] }
        """);

    public VendorCatalog() => Catalog = _file.Load();

    public ModelCatalog Catalog { get; }

    public void Dispose() => _file.Dispose();

    private static string Family(string vendor) => $$"""
        "{{vendor}}": {
          "vendor": "{{vendor}}", "rule": "OpenAITile",
          "constants": { "baseTokens": 1, "tokensPerTile": 1, "tileSize": 512, "maximumSide": 2048, "shortestSide": 768, "lowSide": 512, "autoIsStated": true },
          "media": ["Image"], "formats": ["Png"], "source": "A test", "date": "2026-11", "confidence": "Estimate"
        }
        """;
}
