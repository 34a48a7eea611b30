using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Requests.Building;

/// <summary>How items of one setting are counted, what they are refused for, and what the body says of them.</summary>
internal sealed class ItemPlan
{
    // What is on the pages changes nothing in the documented count.
    private static readonly PdfSettings AllPages = new() { Content = PdfContent.Scanned };

    private readonly CostPlan _plan;
    private readonly VisionRefusals _refusals;
    private readonly VisionAdvice _advice;

    private ItemPlan(SelectedModel model, CostSettings settings, CostPlan plan)
    {
        (_plan, _refusals, _advice) = (plan, new(model, plan), new(model, settings));
        Detail = settings.Detail;
        Part = settings.PartMediaResolution is PartMediaResolution.Unspecified ? null : settings.PartMediaResolution;
    }

    /// <summary>OpenAI's detail that the body says; null for none.</summary>
    public ImageDetail? Detail { get; }

    /// <summary>Gemini's media resolution that the body says of the part; null for none.</summary>
    public PartMediaResolution? Part { get; }

    /// <summary>Fixes the settings of items.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What is asked for; another vendor's setting is dropped where force was asked for.</param>
    /// <param name="objections">Gets a setting that the model does not have.</param>
    /// <exception cref="MediaException">SettingNotSupported.</exception>
    public static ItemPlan Create(SelectedModel model, CostSettings settings, RequestObjections objections)
    {
        try
        {
            return new(model, settings, Plan(model, settings));
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.SettingNotSupported)
        {
            objections.Raise(exception);
        }

        CostSettings own = model.Row.Family.Rule.UsesDetail
            ? settings with { MediaResolution = null, PartMediaResolution = null }
            : settings with { Detail = null };

        // The body has no place for another vendor's setting. It says a value that the model lacks, which only counts as none.
        return own != settings
            ? Create(model, own, objections)
            : new(model, settings, Plan(model, settings with { Detail = null, PartMediaResolution = null }));
    }

    /// <summary>Reads what an item is.</summary>
    /// <exception cref="MediaException">It cannot be read.</exception>
    public MediaItem Read(string? path, ByteSource source, CancellationToken cancellationToken) =>
        MediaItem.FromSource(path, source, [_plan], AllPages, cancellationToken);

    /// <summary>Holds an item against what the vendor takes, and counts it.</summary>
    /// <returns>Its cost; null where it cannot be counted.</returns>
    /// <exception cref="MediaException">The vendor would refuse it.</exception>
    public MediaTokenCost? Judge(MediaItem item, RequestObjections objections)
    {
        ILookup<bool, VisionRefusal> found = _refusals.Of(item).ToLookup(refusal => refusal.Id == MediaErrorId.UnknownDuration);
        objections.Raise([.. found[false]], () => item.Path is string path
            ? _advice.For(path, item, renameIsEnough: false, isDamaged: false, found[false].FirstOrDefault(refusal => refusal.Id == MediaErrorId.SettingNotSupported).Action)
            : "Save it to a file, mend that, and send the file.");

        // The vendor finds out by itself how long a video plays.
        foreach (VisionRefusal unknown in found[true])
        {
            objections.Warn($"Its tokens are not known: {unknown.Message}");
        }

        return Count(item);
    }

    private static CostPlan Plan(SelectedModel model, CostSettings settings) =>
        CostPlan.Create(model, settings);

    private MediaTokenCost? Count(MediaItem item)
    {
        try
        {
            return _plan.Count(item);
        }
        catch (MediaException)
        {
            return null;
        }
    }
}
