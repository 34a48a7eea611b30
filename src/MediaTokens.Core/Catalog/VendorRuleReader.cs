using MediaTokens.Rules;

namespace MediaTokens.Catalog;

/// <summary>Makes the rules of the vendors that have one way of counting each of their constants in the catalog.</summary>
internal static class VendorRuleReader
{
    // Bounds that keep every product of the rules within 64 bits, at sides of up to 2,147,483,647 pixels.
    private const int MostTokens = 1_000_000;
    private const int MostPixels = 1_000_000;
    private const int MostSide = 100_000;
    private const int MostArea = 1_000_000_000;
    private const int MostCell = 1_000;

    private static readonly Dictionary<string, Func<CatalogElement, TokenRule>> Readers = new(StringComparer.Ordinal)
    {
        ["OpenAIImage"] = ReadOpenAIImage,
        ["AnthropicPatch"] = ReadAnthropic,
        ["MistralPatch"] = ReadMistral,
        ["GrokTile"] = ReadGrok,
        ["QwenResize"] = ReadQwen,
        ["LlamaTile"] = ReadLlama,
        ["AreaTable"] = ReadAreaTable,
        ["Unpublished"] = constants => new UnpublishedRule { Missing = constants.Text("missing") },
    };

    /// <summary>The names of the rules.</summary>
    public static IEnumerable<string> Rules => Readers.Keys;

    /// <summary>The rule of a name; null where the name is none of these.</summary>
    public static TokenRule? Read(string rule, CatalogElement constants) =>
        Readers.TryGetValue(rule, out Func<CatalogElement, TokenRule>? read) ? read(constants) : null;

    private static OpenAIImageRule ReadOpenAIImage(CatalogElement constants) => new()
    {
        BaseTokens = constants.Integer("baseTokens", 0, MostTokens),
        TokensPerTile = constants.Integer("tokensPerTile", 0, MostTokens),
        TileSize = constants.Integer("tileSize", 1, MostPixels),
        MaximumSide = constants.Integer("maximumSide", 1, MostPixels),
        ShortestSide = constants.Integer("shortestSide", 1, MostPixels),
        HighTokensOfSquare = constants.Integer("highTokensOfSquare", 0, MostTokens),
        HighTokensOfOther = constants.Integer("highTokensOfOther", 0, MostTokens),
    };

    private static AnthropicPatchRule ReadAnthropic(CatalogElement constants)
    {
        int patch = constants.Integer("patchSize", 1, MostPixels);
        return new()
        {
            PatchSize = patch,
            MaximumEdge = constants.Integer("maximumEdge", patch, MostPixels),
            MaximumTokens = constants.Integer("maximumTokens", 1, MostTokens),
            RefusedSide = constants.Integer("refusedSide", 1, MostPixels),
            ManyImages = constants.Integer("manyImages", 1, MostTokens),
            RefusedSideOfMany = constants.Integer("refusedSideOfMany", 1, MostPixels),
        };
    }

    private static MistralPatchRule ReadMistral(CatalogElement constants) => new()
    {
        PatchSize = constants.Integer("patchSize", 1, MostCell),
        SpatialMerge = constants.Integer("spatialMerge", 1, MostCell),
        MaximumSide = constants.Integer("maximumSide", 1, MostPixels),
        RefusedSide = constants.Integer("refusedSide", 1, MostPixels),
    };

    private static GrokTileRule ReadGrok(CatalogElement constants) => new()
    {
        TileSize = constants.Integer("tileSize", 1, MostPixels),
        MaximumTiles = constants.Integer("maximumTiles", 1, MostTokens),
        TokensPerTile = constants.Integer("tokensPerTile", 1, MostTokens),
    };

    private static LlamaTileRule ReadLlama(CatalogElement constants) => new()
    {
        TileSize = constants.Integer("tileSize", 1, MostPixels),
        MaximumPerSide = constants.Integer("maximumPerSide", 1, MostCell),
        TokensPerTile = constants.Integer("tokensPerTile", 1, MostTokens),
    };

    private static QwenResizeRule ReadQwen(CatalogElement constants)
    {
        int least = constants.Integer("minimumPixels", 1, MostArea);
        return new()
        {
            Factor = constants.Integer("factor", 2, MostCell),
            MinimumPixels = least,
            MaximumPixels = constants.Integer("maximumPixels", least, MostArea),
            MaximumRatio = constants.Integer("maximumRatio", 1, MostTokens),
            MarkerTokens = constants.Integer("markerTokens", 0, MostTokens),
        };
    }

    private static AreaTableRule ReadAreaTable(CatalogElement constants)
    {
        List<AreaRow> rows = [];
        foreach (CatalogElement size in constants.Rows("sizes", (index, _) => $"{constants.Place}, size {index + 1}"))
        {
            AreaRow row = new(size.Integer("width", 1, MostSide), size.Integer("height", 1, MostSide), size.Integer("tokens", 1, MostTokens));
            size.RefuseUnknownFields();
            bool isLarger = rows.Count == 0 || (row.Area > rows[^1].Area && row.Tokens >= rows[^1].Tokens);
            rows.Add(isLarger ? row : throw size.Error("tokens", "must belong to a larger image than the size before, and not be fewer"));
        }

        return new()
        {
            Rows = rows.Count > 0 ? rows : throw constants.Error("sizes", "is missing"),
            LeastLongSide = constants.Integer("leastLongSide", 1, MostSide),
            RefusedSide = constants.Integer("refusedSide", 1, MostSide),
        };
    }
}
