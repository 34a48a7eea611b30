using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>What a vendor would refuse a file for, each in one sentence.</summary>
internal sealed class VisionRefusals(SelectedModel model, CostPlan plan)
{
    private readonly ModelFamily _family = model.Row.Family;

    /// <param name="item">The file.</param>
    /// <returns>Sentences; beside each, what the user can do where a setting is all that is wrong.</returns>
    public IEnumerable<(string Problem, string? Change)> Of(MediaItem item)
    {
        if (!plan.Takes(item.MediaType))
        {
            yield return (SelectedModel.NotTaken(model.Name, model.Row, item.MediaType).Message, null);
            yield break;
        }

        MediaHeader header = item.Header!.Value;
        if (!_family.Formats.Contains(header.Format))
        {
            yield return ($"{_family.Vendor} does not take {MediaFormatNames.Of(header.Format)} ({MediaFormatNames.MimeOf(header.Format)}): it takes {Taken(item.MediaType)}.", null);
        }

        if (header.IsAnimated && _family.Limits.Animated == false)
        {
            yield return ($"It is animated, and {_family.Vendor} does not take animations.", null);
        }

        if (item.Bytes > MostBytes(item.MediaType))
        {
            yield return (Invariant($"It has {item.Bytes} bytes, and {_family.Vendor} takes at most {MostBytes(item.MediaType)}."), null);
        }

        if (item.Document?.PageCount > _family.Limits.MaximumPdfPages)
        {
            yield return (Invariant($"It has {item.Document.PageCount} pages, and {_family.Vendor} takes at most {_family.Limits.MaximumPdfPages}."), null);
        }

        if (OfCount(item) is { } refusal)
        {
            yield return refusal;
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private string Taken(MediaType media) => string.Join(", ", _family.Formats
        .Where(format => MediaFormatNames.TypeOf(format) == media)
        .Select(MediaFormatNames.Of));

    private long? MostBytes(MediaType media) => media switch
    {
        MediaType.Video => _family.Limits.MaximumVideoBytes,
        MediaType.Pdf => _family.Limits.MaximumPdfBytes,
        _ => _family.Limits.MaximumBytes,
    };

    private (string Problem, string? Change)? OfCount(MediaItem item)
    {
        try
        {
            MediaTokenCost cost = plan.Count(item);
            return cost.Tokens > _family.Limits.ContextWindow ? (OfWindow(item, cost), null) : null;
        }
        catch (MediaException exception)
        {
            return (exception.Message, exception.Id == MediaErrorId.SettingNotSupported ? exception.RecommendedAction : null);
        }
    }

    private string OfWindow(MediaItem item, MediaTokenCost cost)
    {
        string window = Invariant($"It costs {cost.Tokens} tokens, and the context window of {model.Name} holds {_family.Limits.ContextWindow}");
        return item.Header?.Video is VideoHeader video && plan.LongestVideo(video) is TimeSpan longest
            ? $"{window}: a video of {longest.ToString("c", CultureInfo.InvariantCulture)} at {cost.MediaResolution}."
            : $"{window}.";
    }
}
