using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens;

/// <summary>One model of the catalog as a user sees it: its settings, its limits, and where the numbers come from.</summary>
public sealed record MediaTokenModel
{
    /// <summary>The vendor's id without a version date.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Other names of the same model.</summary>
    public string[] Aliases { get; internal init; } = [];

    /// <summary>Who runs the model.</summary>
    public string Vendor { get; internal init; } = "";

    /// <summary>The family whose rule and limits hold.</summary>
    public string Family { get; internal init; } = "";

    /// <summary>The token rule.</summary>
    public string Rule { get; internal init; } = "";

    /// <summary>The rule's constants in one line: tokens and pixels.</summary>
    public string Constants { get; internal init; } = "";

    /// <summary>The kinds of media that the model takes.</summary>
    public string[] MediaTypes { get; internal init; } = [];

    /// <summary>The kinds of media that the vendor takes but whose count nobody published, with what is missing.</summary>
    public string[] Uncounted { get; internal init; } = [];

    /// <summary>The values of -Detail; empty for a model that has none.</summary>
    public string[] Details { get; internal init; } = [];

    /// <summary>The values of -MediaResolution; empty for a model that has none.</summary>
    public string[] MediaResolutions { get; internal init; } = [];

    /// <summary>The values of -PartMediaResolution; empty where single parts cannot be set apart.</summary>
    public string[] PartMediaResolutions { get; internal init; } = [];

    /// <summary>The values of -InputFidelity; empty for a model that has none.</summary>
    public string[] InputFidelities { get; internal init; } = [];

    /// <summary>The recommended setting for images; null where the vendor recommends none.</summary>
    public string? RecommendedForImage { get; internal init; }

    /// <summary>The recommended setting for videos; null where the vendor recommends none.</summary>
    public string? RecommendedForVideo { get; internal init; }

    /// <summary>The recommended setting for PDF documents; null where the vendor recommends none.</summary>
    public string? RecommendedForPdf { get; internal init; }

    /// <summary>The recommended settings in one line, as <c>Image High, Video Low, Pdf Medium</c>; null where the vendor recommends none.</summary>
    public string? Recommended => OneLine((nameof(MediaType.Image), RecommendedForImage), (nameof(MediaType.Video), RecommendedForVideo), (nameof(MediaType.Pdf), RecommendedForPdf));

    /// <summary>The size that the vendor recommends to upload; null where it recommends none.</summary>
    public string? RecommendedUpload { get; internal init; }

    /// <summary>The formats that the vendor takes.</summary>
    public string[] Formats { get; internal init; } = [];

    /// <summary>The MIME types under which requests send these formats, in the same order.</summary>
    public string[] MimeTypes { get; internal init; } = [];

    /// <summary>Whether animated images are accepted; null where the vendor does not say.</summary>
    public bool? TakesAnimated { get; internal init; }

    /// <summary>The largest image file, in bytes; null where no limit is published.</summary>
    public long? MaximumBytes { get; internal init; }

    /// <summary>The most images in one request; null where no limit is published.</summary>
    public int? MaximumImages { get; internal init; }

    /// <summary>The largest PDF file, in bytes; null where no limit is published.</summary>
    public long? MaximumPdfBytes { get; internal init; }

    /// <summary>The most pages of a PDF; null where no limit is published.</summary>
    public int? MaximumPdfPages { get; internal init; }

    /// <summary>The largest video file, in bytes; null where no limit is published.</summary>
    public long? MaximumVideoBytes { get; internal init; }

    /// <summary>The tokens that the model's context window holds; null where it is not published, or not known here.</summary>
    public long? ContextWindow { get; internal init; }

    /// <summary>USD for a million input tokens of an ordinary request; null where no price is known.</summary>
    public decimal? InputPrice { get; internal init; }

    /// <summary>USD for a million input tokens that are read from the vendor's cache; null where no price is known.</summary>
    public decimal? CachedPrice { get; internal init; }

    /// <summary>USD for a million input tokens of a batch request; null where no price is known.</summary>
    public decimal? BatchPrice { get; internal init; }

    /// <summary>USD for a million tokens of sound in an ordinary request; null where it costs what other input does.</summary>
    public decimal? AudioPrice { get; internal init; }

    /// <summary>The prices of prompts above a size, one line each; empty where the size does not matter.</summary>
    public string[] PriceTiers { get; internal init; } = [];

    /// <summary>What to know of the price; null where there is nothing.</summary>
    public string? PriceNote { get; internal init; }

    /// <summary>Where the price is published, when, and how sure it is; null where no price is known.</summary>
    public string? PriceSource { get; internal init; }

    /// <summary>Every price that is known, one line for each time, from the oldest to what is announced.</summary>
    public string[] PriceHistory { get; internal init; } = [];

    /// <summary>How the measured count follows from the image: Grid or Flat; null where nothing was measured.</summary>
    public string? BilledMethod { get; internal init; }

    /// <summary>Whether independent measurements agree; null where nothing was measured.</summary>
    public bool? BilledIsConfirmed { get; internal init; }

    /// <summary>Where the measurements come from; null where nothing was measured.</summary>
    public string? BilledSource { get; internal init; }

    /// <summary>When the newest measurement was made, as yyyy-MM or yyyy-MM-dd; null where nothing was measured.</summary>
    public string? BilledDate { get; internal init; }

    /// <summary>What was measured, on which models; null where nothing was measured.</summary>
    public string? BilledEvidence { get; internal init; }

    /// <summary>What a user should know besides; null where there is nothing.</summary>
    public string? Note { get; internal init; }

    /// <summary>Where the rule is published: vendor, page and section.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>The page; null where there is none.</summary>
    public string? SourceUri { get; internal init; }

    /// <summary>When the source said so, as yyyy-MM or yyyy-MM-dd.</summary>
    public string Date { get; internal init; } = "";

    /// <summary>How sure the row is: Documented, Measured, Implementation or Estimate.</summary>
    public string Confidence { get; internal init; } = "";

    /// <summary>The first day for which the values are known to have been published, as yyyy-MM-dd; null where they always held.</summary>
    public string? From { get; internal init; }

    /// <summary>The values at all times that are known, one line each, from the oldest to the newest.</summary>
    public string[] History { get; internal init; } = [];

    /// <summary>The day whose values hold, as yyyy-MM-dd.</summary>
    public string AsOf { get; internal init; } = "";

    /// <summary>The first day on which the vendor's model answers no more, as yyyy-MM-dd; null where nothing is announced.</summary>
    public string? Shutdown { get; internal init; }

    /// <summary>Where that is published, and when; null where nothing is announced.</summary>
    public string? ShutdownSource { get; internal init; }

    /// <summary>Whether the vendor's model answers no more on that day.</summary>
    public bool IsShutDown { get; internal init; }

    /// <summary>Whether the source is older than a year on that day.</summary>
    public bool IsOlderThanYear { get; internal init; }

    /// <summary>The catalog file that the row comes from; null for the catalog that ships.</summary>
    public string? CatalogPath { get; internal init; }

    /// <summary>The user's view of a catalog row.</summary>
    public static MediaTokenModel FromRow(ModelRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        ModelFamily family = row.Family;
        string[] settings = [.. family.Rule.Settings];
        BilledCount? billed = family.Rule.Billed;
        ModelPrice? price = row.PriceOn(ModelPlatform.Vendor);
        return new()
        {
            Name = row.Id,
            Aliases = [.. row.Aliases],
            Vendor = family.Vendor,
            Family = family.Name,
            Rule = family.Rule.Name,
            Constants = family.Rule.Describe(),
            MediaTypes = [.. family.Media.Select(type => type.ToString())],
            Uncounted = [.. family.Uncounted.Select(pair => $"{pair.Key}: {pair.Value}")],
            Details = family.Rule.UsesDetail ? settings : [],
            MediaResolutions = family.Rule.UsesResolution ? settings : [],
            InputFidelities = family.Rule.Setting == RuleSetting.InputFidelity ? settings : [],
            PartMediaResolutions = [.. family.Rule.PartSettings],
            RecommendedForImage = family.Recommended.GetValueOrDefault(MediaType.Image),
            RecommendedForVideo = family.Recommended.GetValueOrDefault(MediaType.Video),
            RecommendedForPdf = family.Recommended.GetValueOrDefault(MediaType.Pdf),
            RecommendedUpload = family.RecommendedUpload,
            Formats = [.. family.Formats.Select(format => format.ToString())],
            MimeTypes = [.. family.Formats.Select(MediaFormatNames.MimeOf)],
            TakesAnimated = family.Limits.Animated,
            MaximumBytes = family.Limits.MaximumBytes,
            MaximumImages = family.Limits.MaximumImages,
            MaximumPdfBytes = family.Limits.MaximumPdfBytes,
            MaximumPdfPages = family.Limits.MaximumPdfPages,
            MaximumVideoBytes = family.Limits.MaximumVideoBytes,
            ContextWindow = family.Limits.ContextWindow,
            InputPrice = price?.Tiers[0].Input,
            CachedPrice = price?.Tiers[0].Cached,
            BatchPrice = price?.Tiers[0].Batch,
            AudioPrice = price?.Tiers[0].Audio,
            PriceTiers = price is null ? [] : [.. price.Tiers.Skip(1).Select(ModelHistory.Line)],
            PriceNote = price?.Note,
            PriceSource = price?.Provenance.ToString(),
            PriceHistory = ModelHistory.OfPrices(row),
            BilledMethod = billed?.Method.ToString(),
            BilledIsConfirmed = billed?.IsConfirmed,
            BilledSource = billed?.Source,
            BilledDate = billed?.Date,
            BilledEvidence = billed?.Evidence,
            Note = family.Note,
            Source = row.Provenance.Source,
            SourceUri = row.Provenance.SourceUri,
            Date = row.Provenance.Date,
            Confidence = row.Provenance.Confidence.ToString(),
            From = row.Profile.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            History = ModelHistory.OfRules(row),
            AsOf = row.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Shutdown = row.Shutdown?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ShutdownSource = row.Shutdown?.Source,
            IsShutDown = row.IsShutDown,
            IsOlderThanYear = row.Provenance.Day < row.AsOf.AddYears(-1),
            CatalogPath = row.CatalogPath,
        };
    }

    private static string? OneLine(params (string Media, string? Setting)[] recommended)
    {
        string line = string.Join(", ", recommended.Where(each => each.Setting is not null).Select(each => $"{each.Media} {each.Setting}"));
        return line.Length == 0 ? null : line;
    }
}
