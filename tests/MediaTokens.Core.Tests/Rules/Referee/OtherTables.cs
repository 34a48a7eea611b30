using MediaTokens.Rules;

namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>The other vendors' tables, copied from the pages and not from the catalog.</summary>
internal static class OtherTables
{
    /// <summary>Anthropic, Vision: "Claude 4.7 and later" at 2,576 px and 4,784 tokens.</summary>
    public static readonly IReadOnlyList<string> ClaudeHigh =
    [
        "claude-fable-5-1", "claude-fable-5", "claude-mythos-5-1", "claude-mythos-5", "claude-opus-5-5", "claude-opus-5", "claude-opus-4-8",
        "claude-opus-4-7", "claude-sonnet-5-5", "claude-sonnet-5", "claude-haiku-5-5", "claude-fable-5-2", "claude-mythos-5-2",
    ];

    /// <summary>Anthropic, Vision: all others at 1,568 px and 1,568 tokens.</summary>
    public static readonly IReadOnlyList<string> ClaudeStandard =
    [
        "claude-opus-4-6", "claude-opus-4-5", "claude-opus-4-1", "claude-opus-4", "claude-sonnet-4-6", "claude-sonnet-4-5", "claude-sonnet-4",
        "claude-haiku-4-5", "claude-3-7-sonnet",
    ];

    /// <summary>Mistral, Vision: the pixels of a token's side, and the largest side.</summary>
    public static readonly IReadOnlyDictionary<string, (int Cell, long Most)> Mistral = new Dictionary<string, (int, long)>
    {
        ["pixtral-12b"] = (16, 1024),
        ["pixtral-large"] = (16, 1024),
        ["mistral-small"] = (28, 1540),
        ["mistral-medium"] = (28, 1540),
    };

    public static readonly IReadOnlyList<string> Grok = ["grok-4.7", "grok-4.5", "grok-4.3", "grok-4-fast"];

    /// <summary>Alibaba, "Process high-resolution images": 32 x 32 pixels a token, at most 2,621,440.</summary>
    public static readonly IReadOnlyList<string> Qwen32 =
    [
        "qwen3.5-plus", "qwen3.5-flash", "qwen3.5-397b-a17b", "qwen3-vl-plus", "qwen3-vl-flash", "qwen3-vl-235b-a22b-instruct",
        "qwen3-vl-235b-a22b-thinking", "qwen3-vl-32b-instruct", "qwen3-vl-30b-a3b-instruct", "qwen3-vl-8b-instruct", "qwen-vl-max", "qwen-vl-plus",
    ];

    /// <summary>The same: 28 x 28 pixels a token, at most 1,003,520.</summary>
    public static readonly IReadOnlyList<string> Qwen28 =
    [
        "qwen2.5-vl-72b-instruct", "qwen2.5-vl-32b-instruct", "qwen2.5-vl-7b-instruct", "qwen2.5-vl-3b-instruct", "qvq-max",
        "qwen-vl-max-2025-04-08", "qwen-vl-max-2025-04-02", "qwen-vl-max-2025-01-25", "qwen-vl-plus-2025-05-07", "qwen-vl-plus-2025-01-25",
    ];

    public static readonly IReadOnlyList<string> Together = ["llama-3.2-90b-vision-instruct-turbo", "llama-3.2-11b-vision-instruct-turbo"];

    public static readonly IReadOnlyList<string> Nova = ["nova-premier", "nova-pro", "nova-lite"];

    private static readonly TileProfile Image1 = new(65, 129, Shortest: 512);

    public static IEnumerable<Trial> Trials() =>
    [
        .. ClaudeHigh.SelectMany(model => Claude(model, 2576, 4784)),
        .. ClaudeStandard.SelectMany(model => Claude(model, 1568, 1568)),
        .. Mistral.Select(row => Plain(row.Key, row.Value, (w, h) => MistralReferee.Count(w, h, row.Value.Cell, row.Value.Most))),
        .. Grok.Select(model => Plain(model, "grok", TilesReferee.Grok)),
        .. Qwen32.Select(model => Plain(model, 32, (w, h) => QwenReferee.Count(w, h, 32, 4 * 32 * 32, 2_621_440))),
        .. Qwen28.Select(model => Plain(model, 28, (w, h) => QwenReferee.Count(w, h, 28, 4 * 28 * 28, 1_003_520))),
        .. Together.Select(model => Plain(model, "together", TilesReferee.Together)),
        .. Nova.Select(model => Plain(model, "nova", NovaReferee.Count)),
        Fidelity(InputFidelity.Low, (_, _) => 0),
        Fidelity(InputFidelity.High, (w, h) => w == h ? 4160 : 6240),
    ];

    private static Trial Plain(string model, object key, Func<long, long, Ruling> rule) => new(model, "", Cost.Plan(model, new CostSettings()), key, rule);

    private static IEnumerable<Trial> Claude(string model, long edge, long most)
    {
        yield return Plain(model, (edge, 1), (w, h) => ClaudeReferee.Count(w, h, edge, most, 8000));
        yield return new(model, " of many", Cost.Plan(model, new CostSettings { ImagesPerRequest = 21 }), (edge, 21), (w, h) => ClaudeReferee.Count(w, h, edge, most, 2000));
    }

    private static Trial Fidelity(InputFidelity fidelity, Func<long, long, long> added) => new(
        "gpt-image-1",
        fidelity.ToString(),
        Cost.Plan("gpt-image-1", new CostSettings { InputFidelity = fidelity }),
        fidelity,
        (w, h) =>
        {
            Ruling tiles = TileReferee.High(w, h, Image1);
            return tiles with { Tokens = tiles.Tokens + added(w, h), Least = tiles.Least + added(w, h), Most = tiles.Most + added(w, h) };
        });
}
