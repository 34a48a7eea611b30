using MediaTokens.Rules;

namespace MediaTokens.Catalog;

/// <summary>Makes a token rule of its name and its constants in the catalog.</summary>
internal static class RuleReader
{
    // Bounds that keep every product of the rules within 64 bits.
    private const int MostTokens = 1_000_000;
    private const int MostPixels = 1_000_000;

    private static readonly string[] Rules = ["OpenAITile", "OpenAIPatch", "GeminiResolution", .. VendorRuleReader.Rules];

    public static TokenRule Read(CatalogElement family)
    {
        string rule = family.Text("rule");
        CatalogElement constants = family.Object("constants");
        TokenRule read = rule switch
        {
            "OpenAITile" => ReadTile(constants),
            "OpenAIPatch" => ReadPatch(constants),
            "GeminiResolution" => ReadGemini(constants, ReadBilled(family)),
            _ => VendorRuleReader.Read(rule, constants) ?? throw family.Error("rule", $"must be one of {string.Join(", ", Rules)}, not '{rule}'"),
        };
        constants.RefuseUnknownFields();
        return read;
    }

    /// <summary>The limits of an upload, by media resolution; a rule that tells the scaled size itself has none.</summary>
    public static UploadLimits? ReadUpload(CatalogElement family)
    {
        if (family.OptionalObject("upload") is not CatalogElement upload)
        {
            return null;
        }

        UploadLimits read = new(ReadLevels(upload.Object("maximumEdge"), MostPixels), upload.Text("note"));
        upload.RefuseUnknownFields();
        return read.MaximumEdge.Count > 0 ? read : throw upload.Error("maximumEdge", "must have a media resolution");
    }

    private static OpenAITileRule ReadTile(CatalogElement constants) => new()
    {
        BaseTokens = constants.Integer("baseTokens", 0, MostTokens),
        TokensPerTile = constants.Integer("tokensPerTile", 0, MostTokens),
        TileSize = constants.Integer("tileSize", 1, MostPixels),
        MaximumSide = constants.Integer("maximumSide", 1, MostPixels),
        ShortestSide = constants.Integer("shortestSide", 1, MostPixels),
        LowSide = constants.Integer("lowSide", 1, MostPixels),
        AutoIsStated = constants.Boolean("autoIsStated"),
    };

    private static OpenAIPatchRule ReadPatch(CatalogElement constants)
    {
        CatalogElement details = constants.Object("details");
        Dictionary<ImageDetail, PatchLimits> limits = [];
        foreach (string name in details.Names)
        {
            CatalogElement limit = details.Object(name);
            PatchLimits read = new(
                limit.Integer("maximumSide", 1, MostPixels),
                limit.OptionalInteger("patchBudget", 1, MostTokens),
                limit.OptionalInteger("possibleBudget", 1, MostTokens));
            limit.RefuseUnknownFields();
            limits[details.ParseEnum<ImageDetail>(name, name)] = read.PossibleBudget is null || read.PatchBudget is not null
                ? read
                : throw limit.Error("possibleBudget", "goes with patchBudget, and only with it");
        }

        ImageDetail auto = constants.Enum<ImageDetail>("auto");
        return auto != ImageDetail.Auto && limits.ContainsKey(auto) && !limits.ContainsKey(ImageDetail.Auto)
            ? new()
            {
                PatchSize = constants.Integer("patchSize", 1, MostPixels),
                Multiplier = constants.Decimal("multiplier", 0.000001m, 1000),
                PatchLimit = constants.OptionalInteger("patchLimit", 1, MostTokens),
                Details = limits,
                Auto = auto,
            }
            : throw constants.Error("auto", "must be one of the details, and Auto none of them");
    }

    private static GeminiResolutionRule ReadGemini(CatalogElement constants, BilledCount? billed)
    {
        CatalogElement media = constants.Object("tokens");
        Dictionary<MediaType, IReadOnlyDictionary<PartMediaResolution, int>> tokens = [];
        foreach (string name in media.Names)
        {
            tokens[media.ParseEnum<MediaType>(name, name)] = ReadLevels(media.Object(name), MostTokens);
        }

        return new()
        {
            Tokens = tokens,
            PerPart = constants.Boolean("perPart"),
            PanAndScan = ReadPanAndScan(constants.OptionalObject("panAndScan")),
            Video = ReadVideo(constants.OptionalObject("video")),
            PdfTextIsBilled = constants.OptionalBoolean("pdfTextIsBilled") ?? false,
            Billed = billed,
        };
    }

    private static VideoRates? ReadVideo(CatalogElement? video)
    {
        if (video is null)
        {
            return null;
        }

        VideoRates read = new(
            video.Integer("audioTokensPerSecond", 0, MostTokens),
            video.Integer("maximumAudioTokensPerSecond", 0, MostTokens),
            video.Integer("maximumFrameOverhead", 0, MostTokens));
        video.RefuseUnknownFields();
        return read.MaximumAudioTokensPerSecond >= read.AudioTokensPerSecond
            ? read
            : throw video.Error("maximumAudioTokensPerSecond", "must be at least audioTokensPerSecond");
    }

    private static Dictionary<PartMediaResolution, int> ReadLevels(CatalogElement levels, int most) =>
        levels.Names.ToDictionary(name => levels.ParseEnum<PartMediaResolution>(name, name), name => levels.Integer(name, 1, most));

    private static PanAndScan? ReadPanAndScan(CatalogElement? crops)
    {
        if (crops is null)
        {
            return null;
        }

        PanAndScan read = new(
            crops.EnumList<PartMediaResolution>("levels"),
            crops.OptionalInteger("additionalTokens", 0, MostTokens),
            crops.Integer("wholeImageSide", 0, MostPixels),
            crops.Decimal("cropDivisor", 1, 1000),
            crops.OptionalInteger("minimumCrop", 1, MostPixels),
            crops.OptionalInteger("maximumCrop", 1, MostPixels));
        crops.RefuseUnknownFields();
        return read.MaximumCrop < read.MinimumCrop ? throw crops.Error("maximumCrop", "must be at least minimumCrop") : read;
    }

    private static BilledCount? ReadBilled(CatalogElement family)
    {
        if (family.OptionalObject("billed") is not CatalogElement billed)
        {
            return null;
        }

        CatalogElement? flat = billed.OptionalObject("flatTokens");
        BilledCount read = new(
            billed.Enum<BilledMethod>("method"),
            flat is null ? new Dictionary<PartMediaResolution, int>() : ReadLevels(flat, MostTokens),
            billed.Boolean("isConfirmed"),
            billed.Text("source"),
            billed.Date("date"),
            billed.Text("evidence"));
        billed.RefuseUnknownFields();
        return (read.Method == BilledMethod.Flat) == (read.FlatTokens.Count > 0)
            ? read
            : throw billed.Error("flatTokens", "goes with the method Flat, and only with it");
    }
}
