using MediaTokens.Catalog;
using MediaTokens.Headers;
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

    /// <summary>The values of -Detail; empty for a model that has media resolutions instead.</summary>
    public string[] Details { get; internal init; } = [];

    /// <summary>The values of -MediaResolution; empty for a model that has details instead.</summary>
    public string[] MediaResolutions { get; internal init; } = [];

    /// <summary>The values of -PartMediaResolution; empty where single parts cannot be set apart.</summary>
    public string[] PartMediaResolutions { get; internal init; } = [];

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

    /// <summary>The largest PDF file, in bytes; null where no limit is published.</summary>
    public long? MaximumPdfBytes { get; internal init; }

    /// <summary>The most pages of a PDF; null where no limit is published.</summary>
    public int? MaximumPdfPages { get; internal init; }

    /// <summary>The largest video file, in bytes; null where no limit is published.</summary>
    public long? MaximumVideoBytes { get; internal init; }

    /// <summary>The tokens that the model's context window holds; null where it is not published, or not known here.</summary>
    public long? ContextWindow { get; internal init; }

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

    /// <summary>The catalog file that the row comes from; null for the catalog that ships.</summary>
    public string? CatalogPath { get; internal init; }

    /// <summary>The user's view of a catalog row.</summary>
    public static MediaTokenModel FromRow(ModelRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        ModelFamily family = row.Family;
        string[] settings = [.. family.Rule.Settings];
        BilledCount? billed = family.Rule.Billed;
        return new()
        {
            Name = row.Id,
            Aliases = [.. row.Aliases],
            Vendor = family.Vendor,
            Family = family.Name,
            Rule = family.Rule.Name,
            Constants = family.Rule.Describe(),
            MediaTypes = [.. family.Media.Select(type => type.ToString())],
            Details = family.Rule.UsesDetail ? settings : [],
            MediaResolutions = family.Rule.UsesResolution ? settings : [],
            PartMediaResolutions = [.. family.Rule.PartSettings],
            RecommendedForImage = family.Recommended.GetValueOrDefault(MediaType.Image),
            RecommendedForVideo = family.Recommended.GetValueOrDefault(MediaType.Video),
            RecommendedForPdf = family.Recommended.GetValueOrDefault(MediaType.Pdf),
            RecommendedUpload = family.RecommendedUpload,
            Formats = [.. family.Formats.Select(format => format.ToString())],
            MimeTypes = [.. family.Formats.Select(MediaFormatNames.MimeOf)],
            TakesAnimated = family.Limits.Animated,
            MaximumBytes = family.Limits.MaximumBytes,
            MaximumPdfBytes = family.Limits.MaximumPdfBytes,
            MaximumPdfPages = family.Limits.MaximumPdfPages,
            MaximumVideoBytes = family.Limits.MaximumVideoBytes,
            ContextWindow = family.Limits.ContextWindow,
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
            CatalogPath = row.CatalogPath,
        };
    }

    private static string? OneLine(params (string Media, string? Setting)[] recommended)
    {
        string line = string.Join(", ", recommended.Where(each => each.Setting is not null).Select(each => $"{each.Media} {each.Setting}"));
        return line.Length == 0 ? null : line;
    }
}
