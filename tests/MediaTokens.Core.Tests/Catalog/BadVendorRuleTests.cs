using System.Text.Json.Nodes;
using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The constants of the vendors' rules: each is needed, none but these is known, and each has its bounds.</summary>
public sealed class BadVendorRuleTests
{
    private static readonly Dictionary<string, string> Constants = new()
    {
        ["OpenAIImage"] = """{ "baseTokens": 65, "tokensPerTile": 129, "tileSize": 512, "maximumSide": 2048, "shortestSide": 512, "highTokensOfSquare": 4160, "highTokensOfOther": 6240 }""",
        ["AnthropicPatch"] = """{ "patchSize": 28, "maximumEdge": 1568, "maximumTokens": 1568, "refusedSide": 8000, "manyImages": 20, "refusedSideOfMany": 2000 }""",
        ["MistralPatch"] = """{ "patchSize": 16, "spatialMerge": 1, "maximumSide": 1024, "refusedSide": 10000 }""",
        ["GrokTile"] = """{ "tileSize": 448, "maximumTiles": 6, "tokensPerTile": 256 }""",
        ["QwenResize"] = """{ "factor": 28, "minimumPixels": 3136, "maximumPixels": 1003520, "maximumRatio": 200, "markerTokens": 2 }""",
        ["LlamaTile"] = """{ "tileSize": 560, "maximumPerSide": 2, "tokensPerTile": 1601 }""",
        ["AreaTable"] = """{ "sizes": [{ "width": 900, "height": 450, "tokens": 800 }, { "width": 900, "height": 900, "tokens": 1300 }], "leastLongSide": 900, "refusedSide": 8000 }""",
        ["Unpublished"] = """{ "missing": "nobody looked" }""",
    };

    public static IEnumerable<object[]> Fields =>
        Constants.SelectMany(rule => JsonNode.Parse(rule.Value)!.AsObject().Select(constant => new object[] { rule.Key, constant.Key }));

    [Fact]
    public void Each_rule_is_read()
    {
        foreach (string rule in Constants.Keys)
        {
            using CatalogFile file = File(rule, JsonNode.Parse(Constants[rule])!);
            Assert.Equal(rule, file.Load().Resolve("mine").Family.Rule.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_missing_constant_is_named(string rule, string field)
    {
        JsonNode constants = JsonNode.Parse(Constants[rule])!;
        constants.AsObject().Remove(field);
        Refuses(rule, constants, field);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_constant_out_of_its_bounds_is_named(string rule, string field)
    {
        foreach (JsonNode bad in new JsonNode[] { -1, 2_000_000_000, 1.5, "" })
        {
            JsonNode constants = JsonNode.Parse(Constants[rule])!;
            constants[field] = bad;
            Refuses(rule, constants, field);
        }
    }

    [Fact]
    public void An_unknown_constant_is_named()
    {
        foreach (string rule in Constants.Keys)
        {
            JsonNode constants = JsonNode.Parse(Constants[rule])!;
            constants["colour"] = 1;
            Refuses(rule, constants, "colour");
        }
    }

    [Theory]
    [InlineData("AnthropicPatch", "maximumEdge", "27")] // not one patch
    [InlineData("QwenResize", "maximumPixels", "3135")] // below the least
    [InlineData("QwenResize", "factor", "1")]
    [InlineData("AreaTable", "sizes", "[]")]
    public void Constants_that_do_not_go_together_are_named(string rule, string field, string json)
    {
        JsonNode constants = JsonNode.Parse(Constants[rule])!;
        constants[field] = JsonNode.Parse(json);
        Refuses(rule, constants, field);
    }

    [Theory]
    [InlineData("""[{ "width": 900, "height": 900, "tokens": 1300 }, { "width": 900, "height": 450, "tokens": 1400 }]""", "tokens")]
    [InlineData("""[{ "width": 900, "height": 450, "tokens": 800 }, { "width": 900, "height": 900, "tokens": 799 }]""", "tokens")]
    [InlineData("""[{ "width": 900, "height": 450 }]""", "tokens")]
    [InlineData("""[{ "width": 900, "height": 450, "tokens": 1, "colour": 1 }]""", "colour")]
    public void A_row_of_a_table_that_does_not_fit_is_named(string sizes, string field)
    {
        JsonNode constants = JsonNode.Parse(Constants["AreaTable"])!;
        constants["sizes"] = JsonNode.Parse(sizes);
        Refuses("AreaTable", constants, field);
    }

    private static CatalogFile File(string rule, JsonNode constants) => new($$"""
        {
          "schemaVersion": 2, "date": "2026-11",
          "families": { "my-family": {
            "vendor": "Me", "rule": "{{rule}}", "constants": {{constants.ToJsonString()}},
            "media": ["Image"], "formats": ["Png"], "source": "Me, my page", "date": "2026-10", "confidence": "Estimate" } },
          "models": [{ "id": "mine", "family": "my-family" }]
        }
        """);

    private static void Refuses(string rule, JsonNode constants, string field)
    {
        using CatalogFile file = File(rule, constants);
        MediaException exception = Assert.Throws<MediaException>(file.Load);
        Assert.Equal(MediaErrorId.InvalidCatalog, exception.Id);
        Assert.Contains("family 'my-family'", exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"'{field}'", exception.Message, StringComparison.Ordinal);
    }
}
