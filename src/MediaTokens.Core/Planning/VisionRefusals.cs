using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Rules;
using static System.FormattableString;

namespace MediaTokens.Planning;

/// <summary>What a vendor would refuse a file for.</summary>
internal sealed class VisionRefusals(SelectedModel model, CostPlan plan)
{
    private readonly ModelFamily _family = model.Row.Family;

    public IEnumerable<VisionRefusal> Of(MediaItem item)
    {
        if (!plan.Takes(item.MediaType))
        {
            yield return VisionRefusal.Of(SelectedModel.NotTaken(model.Name, model.Row, item.MediaType));
            yield break;
        }

        MediaHeader header = item.Header!.Value;
        if (!_family.Formats.Contains(header.Format))
        {
            yield return new(
                MediaErrorId.FormatNotSupported,
                $"{_family.Vendor} does not take {MediaFormatNames.Of(header.Format)} ({MediaFormatNames.MimeOf(header.Format)}): it takes {Taken(item.MediaType)}.");
        }

        if (header.IsAnimated && _family.Limits.Animated == false)
        {
            yield return new(MediaErrorId.AnimationNotSupported, $"It is animated, and {_family.Vendor} does not take animations.");
        }

        if (item.Bytes > MostBytes(item.MediaType))
        {
            yield return new(MediaErrorId.LimitExceeded, Invariant($"It has {item.Bytes} bytes, and {_family.Vendor} takes at most {MostBytes(item.MediaType)}."));
        }

        if (item.Document?.PageCount > _family.Limits.MaximumPdfPages)
        {
            yield return new(MediaErrorId.LimitExceeded, Invariant($"It has {item.Document.PageCount} pages, and {_family.Vendor} takes at most {_family.Limits.MaximumPdfPages}."));
        }

        if (OfCount(item) is VisionRefusal refusal)
        {
            yield return refusal;
        }
    }

    private string Taken(MediaType media) => string.Join(", ", _family.Formats
        .Where(format => MediaFormatNames.TypeOf(format) == media)
        .Select(MediaFormatNames.Of));

    private long? MostBytes(MediaType media) => media switch
    {
        MediaType.Video => _family.Limits.MaximumVideoBytes,
        MediaType.Pdf => _family.Limits.MaximumPdfBytes,
        _ => model.MaximumBytes,
    };

    private VisionRefusal? OfCount(MediaItem item)
    {
        try
        {
            MediaTokenCost cost = plan.Count(item);
            return cost.Tokens > _family.Limits.ContextWindow ? new(MediaErrorId.LimitExceeded, OfWindow(item, cost)) : null;
        }
        catch (MediaException exception)
        {
            return VisionRefusal.Of(exception);
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

/// <summary>One thing that a vendor would refuse a file for.</summary>
/// <param name="Id">The id under which it is an error.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Action">What the user can do about it; null where it depends on what else is wrong.</param>
internal readonly record struct VisionRefusal(MediaErrorId Id, string Message, string? Action = null)
{
    /// <summary>What a failure says.</summary>
    public static VisionRefusal Of(MediaException exception) => new(exception.Id, exception.Message, exception.RecommendedAction);
}
