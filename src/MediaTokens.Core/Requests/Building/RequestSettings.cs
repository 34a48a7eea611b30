using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Requests.Building;

/// <summary>What is asked of one model, held against what it has, and the plans of items that follow from it.</summary>
internal sealed class RequestSettings
{
    private readonly SelectedModel _model;
    private readonly bool _force;
    private readonly VideoSettings _video;
    private readonly MediaResolution? _resolution;
    private readonly RequestObjections _objections;
    private readonly Dictionary<(ImageDetail?, PartMediaResolution?), (ItemPlan Plan, IReadOnlyList<string> Warnings)> _plans = [];

    /// <summary>Checks what is asked.</summary>
    /// <exception cref="MediaException">SettingNotSupported, RoleNotSupported or ClipOutOfRange.</exception>
    public RequestSettings(SelectedModel model, RequestOptions options)
    {
        (_model, _force, _objections) = (model, options.Force, new(options.Force));

        // A request cannot leave the sound of a video out.
        _video = options.Video with { ExcludeAudio = false };
        Role = RequestRole.Resolve(model.Row.Family, options.Role, _objections);
        _resolution = Resolve(options.MediaResolution);
        if (_video.StartTime >= _video.EndTime)
        {
            _objections.Raise(new(MediaErrorId.ClipOutOfRange, "The clip would end before it begins.", "Give an -EndTime behind -StartTime."));
        }
    }

    /// <summary>The role as the vendor writes it.</summary>
    public string Role { get; }

    /// <summary>What the vendor would refuse of the settings, where force was asked for.</summary>
    public IReadOnlyList<string> Warnings => _objections.Warnings;

    /// <summary>Whether the model's interface is Gemini's.</summary>
    public bool IsGemini => _model.Row.Family.Rule.UsesResolution;

    /// <summary>Whether it was asked for how videos are sent.</summary>
    public bool IsForVideo => IsGemini && _video != new VideoSettings();

    /// <summary>The plan of the items of one setting.</summary>
    /// <param name="detail">OpenAI's detail; null for the vendor's default.</param>
    /// <param name="part">Gemini's media resolution of the part; null for that of the request.</param>
    /// <param name="objections">Gets a setting that the model does not have, for each item anew.</param>
    /// <exception cref="MediaException">SettingNotSupported.</exception>
    public ItemPlan PlanFor(ImageDetail? detail, PartMediaResolution? part, RequestObjections objections)
    {
        if (!_plans.TryGetValue((detail, part), out (ItemPlan Plan, IReadOnlyList<string> Warnings) known))
        {
            RequestObjections own = new(_force);
            CostSettings settings = new() { Detail = detail, MediaResolution = _resolution, PartMediaResolution = part, Video = _video };
            _plans[(detail, part)] = known = (ItemPlan.Create(_model, settings, own), own.Warnings);
        }

        foreach (string warning in known.Warnings)
        {
            objections.Warn(warning);
        }

        return known.Plan;
    }

    /// <summary>What the body says of an item besides where it is.</summary>
    public VisionRequestItem Describe(ItemPlan plan, MediaType media)
    {
        bool isVideo = IsGemini && media == MediaType.Video;
        return new()
        {
            MediaType = media.ToString(),
            Detail = plan.Detail?.ToString(),
            MediaResolution = plan.Part?.ToString(),
            FramesPerSecond = isVideo && _video.FramesPerSecond != new VideoSettings().FramesPerSecond ? _video.FramesPerSecond : null,
            StartTime = isVideo ? _video.StartTime : null,
            EndTime = isVideo ? _video.EndTime : null,
        };
    }

    private MediaResolution? Resolve(PartMediaResolution? asked)
    {
        if (asked is null)
        {
            return null;
        }

        if (!IsGemini)
        {
            // Any value will do: it is the setting that the model does not have.
            ItemPlan.Create(_model, new() { MediaResolution = MediaResolution.Unspecified }, _objections);
            return null;
        }

        if (asked == PartMediaResolution.UltraHigh)
        {
            _objections.Raise(new(
                MediaErrorId.SettingNotSupported,
                "UltraHigh is a media resolution of single parts, not of the whole request.",
                "Use -PartMediaResolution UltraHigh with a Gemini 3 model, or another -MediaResolution."));
            return null;
        }

        return (MediaResolution)asked;
    }
}
