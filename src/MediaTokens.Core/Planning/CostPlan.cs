using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>One model with its settings fixed, ready to count any number of images, videos and PDF documents.</summary>
public sealed class CostPlan
{
    private readonly ModelRow _row;
    private readonly CostSettings _settings;
    private readonly ImageCounter? _images;
    private readonly string? _recommendedForImages;
    private readonly Lazy<VideoCounter> _videos;
    private readonly Lazy<PdfCounter> _documents;
    private readonly BilledCount? _billed;
    private readonly string _documentedSource;
    private readonly string? _billedSource;

    private CostPlan(SelectedModel model, CostSettings settings)
    {
        (Model, _row, _settings) = (model.Name, model.Row, settings);

        // A setting that is wrong for images is wrong for the model; one that videos or pages alone lack concerns these.
        _images = Takes(MediaType.Image) ? model.Bind(settings) : null;
        _recommendedForImages = _images is null ? null : Recommended(MediaType.Image, _images.Setting);
        _videos = new(() => _row.Family.Rule.BindVideo(Model, settings));
        _documents = new(() => _row.Family.Rule.BindPdf(Model, settings));
        _billed = _row.Family.Rule.Billed;
        _documentedSource = _row.Provenance.ToString();
        _billedSource = _billed is null ? null : $"{_billed.Source}, {_billed.Date} ({Confidence.Measured})";
    }

    /// <summary>The model as asked for.</summary>
    public string Model { get; }

    /// <summary>Fixes the settings for every model that has them.</summary>
    /// <param name="models">The models asked for.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <param name="onError">
    /// Gets a model's name and why it is left out: it does not have a setting, or not that value of it. A setting that is
    /// another vendor's is left to the models that have it, where one is asked for and the model got its own setting too.
    /// </param>
    /// <returns>A plan for each of the other models, in their order.</returns>
    public static IReadOnlyList<CostPlan> CreateAll(IReadOnlyList<SelectedModel> models, CostSettings settings, Action<string, MediaException> onError)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(onError);
        bool both = settings.Detail is not null && settings.HasResolution
            && models.Any(model => model.Row.Family.Rule.UsesDetail) && models.Any(model => !model.Row.Family.Rule.UsesDetail);
        List<CostPlan> plans = new(models.Count);
        foreach (SelectedModel model in models)
        {
            try
            {
                if (!both)
                {
                    model.RefuseForeignSetting(settings);
                }

                plans.Add(new(model, settings));
            }
            catch (MediaException exception)
            {
                onError(model.Name, exception);
            }
        }

        return plans;
    }

    /// <summary>Whether the model takes a kind of media.</summary>
    public bool Takes(MediaType media) => _row.Family.Media.Contains(media);

    /// <summary>Counts one image, video or PDF document.</summary>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.TooManyPatches"/>: the vendor refuses the image at this setting.
    /// <see cref="MediaErrorId.MediaTypeNotSupported"/>, <see cref="MediaErrorId.SettingNotSupported"/>: the model does not take
    /// that kind of media, or not at this setting. <see cref="MediaErrorId.UnknownDuration"/>, <see cref="MediaErrorId.ClipOutOfRange"/>.
    /// </exception>
    public MediaTokenCost Count(in MediaItem item) => item.MediaType switch
    {
        MediaType.Video => CountVideo(item),
        MediaType.Pdf => CountPdf(item),
        _ => CountImage(item),
    };

    /// <summary>The longest video, in whole seconds, whose documented tokens the model's context window holds at these settings; null where no window is published.</summary>
    /// <param name="video">Whether it has sound, from its header.</param>
    internal TimeSpan? LongestVideo(VideoHeader video)
    {
        decimal perSecond = _videos.Value.TokensPerSecond(_settings.Video.FramesPerSecond, video.HasAudio && !_settings.Video.ExcludeAudio);
        return _row.Family.Limits.ContextWindow is long window && perSecond > 0
            ? TimeSpan.FromSeconds((double)decimal.Floor(window / perSecond))
            : null;
    }

    private MediaTokenCost CountImage(in MediaItem item)
    {
        ImageCounter counter = _images ?? throw NotTaken(MediaType.Image);
        return Describe(item, counter.Count(item.Size), counter.Setting, _recommendedForImages);
    }

    private MediaTokenCost CountVideo(in MediaItem item)
    {
        Require(MediaType.Video);
        VideoCounter counter = _videos.Value;
        VideoClip clip = VideoClip.Create(item.Header!.Value.Video!, _settings.Video);
        TokenCount count = counter.Count(item.Size, clip);
        return Describe(item, count, counter.Setting, Recommended(MediaType.Video, counter.Setting)) with
        {
            Duration = clip.Duration,
            Frames = clip.Frames,
            FrameRate = item.Header.Value.Video!.FrameRate,
            AudioTokens = count.BaseTokens,
        };
    }

    private MediaTokenCost CountPdf(in MediaItem item)
    {
        Require(MediaType.Pdf);
        PdfCounter counter = _documents.Value;
        PdfSelection pages = PdfSelection.Create(item.Document!, _settings.Pdf);
        return Describe(item, counter.Count(pages), counter.Setting, Recommended(MediaType.Pdf, counter.Setting)) with
        {
            Pages = pages.Pages,
            ScannedPages = pages.ScannedPages,
            TextTokens = pages.TextTokens,
            TextIsBilled = counter.IsTextBilled,
        };
    }

    private MediaTokenCost Describe(in MediaItem item, TokenCount count, string setting, string? recommended)
    {
        ModelFamily family = _row.Family;
        bool usesDetail = family.Rule.UsesDetail;
        bool hasPixels = item.MediaType != MediaType.Pdf;
        return new()
        {
            Path = item.Path,
            MediaType = item.MediaType.ToString(),
            Format = item.Header is MediaHeader header ? MediaFormatNames.Of(header.Format) : null,
            Model = Model,
            Vendor = family.Vendor,
            Width = hasPixels ? item.Size.Width : null,
            Height = hasPixels ? item.Size.Height : null,
            Detail = usesDetail ? setting : null,
            MediaResolution = usesDetail ? null : setting,
            RecommendedResolution = recommended,
            ScaledWidth = count.Scaled?.Width,
            ScaledHeight = count.Scaled?.Height,
            Columns = count.Columns,
            Rows = count.Rows,
            Units = count.Units,
            TokensPerUnit = count.TokensPerUnit,
            BaseTokens = count.BaseTokens,
            Tokens = count.Tokens,
            MinTokens = count.MinTokens,
            MaxTokens = count.MaxTokens,
            IsEstimate = count.IsEstimate,
            Basis = count.Basis == CountBasis.Billed ? nameof(CountBasis.Billed) : nameof(CountBasis.Documented),
            DocumentedTokens = count.DocumentedTokens,
            BilledTokens = count.BilledTokens,
            BilledIsConfirmed = count.BilledTokens is null ? null : _billed!.IsConfirmed,
            Bytes = item.Bytes,
            Calculation = count.Calculation,
            Explanation = count.Explanation + Remark(item),
            Rule = family.Rule.Name,
            Source = count.Basis == CountBasis.Billed ? _billedSource! : _documentedSource,
        };
    }

    private string? Recommended(MediaType media, string setting) =>
        _row.Family.Rule.UsesDetail ? null : _row.Family.RecommendedInsteadOf(media, setting);

    private void Require(MediaType media)
    {
        if (!Takes(media))
        {
            throw NotTaken(media);
        }
    }

    private MediaException NotTaken(MediaType media) => SelectedModel.NotTaken(Model, _row, media);

    private string Remark(in MediaItem item)
    {
        ModelFamily family = _row.Family;
        return item switch
        {
            { Header: MediaHeader known } when !family.Formats.Contains(known.Format) => $" ({family.Vendor} does not take {MediaFormatNames.Of(known.Format)})",
            { Header.IsAnimated: true } when family.Limits.Animated == false => $" ({family.Vendor} does not take animations)",
            { Document.Pages.Count: int pages } when pages > family.Limits.MaximumPdfPages =>
                string.Create(CultureInfo.InvariantCulture, $" ({family.Vendor} takes at most {family.Limits.MaximumPdfPages} pages)"),
            _ => "",
        };
    }
}
