using System.Globalization;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Catalog;

/// <summary>What a family of models has in common: its rule with its constants, what it takes, and where that is published.</summary>
public sealed record ModelFamily
{
    /// <summary>The name by which model rows refer to the family.</summary>
    public required string Name { get; init; }

    /// <summary>Who runs the models.</summary>
    public required string Vendor { get; init; }

    /// <summary>The token rule with its constants.</summary>
    public required TokenRule Rule { get; init; }

    /// <summary>The kinds of media that the models take.</summary>
    public required IReadOnlyList<MediaType> Media { get; init; }

    /// <summary>The image formats that the vendor takes.</summary>
    public required IReadOnlyList<MediaFormat> Formats { get; init; }

    /// <summary>The limits of one file.</summary>
    public required MediaLimits Limits { get; init; }

    /// <summary>The media resolution that the vendor recommends for each kind of media; empty where it recommends none.</summary>
    public required IReadOnlyDictionary<MediaType, string> Recommended { get; init; }

    /// <summary>
    /// The kinds of media that the vendor takes but whose count nobody published, with what is missing, as the end of a sentence.
    /// </summary>
    public IReadOnlyDictionary<MediaType, string> Uncounted { get; init; } = new Dictionary<MediaType, string>();

    /// <summary>The size that the vendor recommends to upload, in words; null where it recommends none.</summary>
    public string? RecommendedUpload { get; init; }

    /// <summary>The largest size that is worth uploading, by our own choice; null where there is none.</summary>
    public UploadLimits? Upload { get; init; }

    /// <summary>Where the rule is published.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>What a user should know besides; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The media resolution that the vendor recommends for a kind of media, for someone who has set another one: that one
    /// where it costs the same, since the vendor recommends by what the levels cost. Null where it recommends none.
    /// </summary>
    internal string? RecommendedInsteadOf(MediaType media, string setting)
    {
        if (Recommended.GetValueOrDefault(media) is not string recommended)
        {
            return null;
        }

        return Rule is GeminiResolutionRule rule && rule.CostsTheSame(media, recommended, setting) ? setting : recommended;
    }
}

/// <summary>Where a number comes from.</summary>
/// <param name="Source">Vendor, page and section.</param>
/// <param name="SourceUri">The page; null where there is none.</param>
/// <param name="Date">The month or day at which the source said so, as yyyy-MM or yyyy-MM-dd.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record Provenance(string Source, string? SourceUri, string Date, Confidence Confidence)
{
    /// <summary>The last day of <see cref="Date"/>.</summary>
    internal DateOnly Day => DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        ? day
        : DateOnly.ParseExact(Date, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1);

    /// <summary>The source, its date and how sure it is, in one line.</summary>
    public override string ToString() => $"{Source}, {Date} ({Confidence})";
}
