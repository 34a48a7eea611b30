using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>One model with its settings fixed, ready to count any number of images, videos and PDF documents.</summary>
public sealed class CostPlan
{
    private readonly SelectedModel _selected;
    private readonly ModelRow _row;
    private readonly Pricing _pricing;
    private readonly string _priceKind;
    private readonly string _asOf;
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
        (Model, _selected, _row, _settings) = (model.Name, model, model.Row, settings);
        model.RefuseTooMany(settings.ImagesPerRequest);
        _pricing = new(model, settings.Price);
        _priceKind = settings.Price.Kind.ToString();
        _asOf = _row.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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

    /// <summary>What the request asks for.</summary>
    internal CostSettings Settings => _settings;

    /// <summary>Whether a pattern brought the model along.</summary>
    public bool IsFromPattern => _selected.IsFromPattern;

    /// <summary>The model's own setting as resolved for images; for videos and pages alone, the vendor's default.</summary>
    internal string Setting => _images?.Setting ?? (_row.Family.Rule.UsesResolution ? nameof(Rules.MediaResolution.Unspecified) : "");

    /// <summary>Fixes the settings for one model.</summary>
    /// <exception cref="MediaException">SettingNotSupported, RuleNotPublished, LimitExceeded.</exception>
    public static CostPlan Create(SelectedModel model, CostSettings settings) => Create(model, settings, mayBeForeign: false);

    /// <summary>As <see cref="Create(SelectedModel, CostSettings)"/>, and may pass over what is another vendor's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <param name="mayBeForeign">Whether a setting that is another vendor's is passed over.</param>
    internal static CostPlan Create(SelectedModel model, CostSettings settings, bool mayBeForeign)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        if (!mayBeForeign)
        {
            model.RefuseForeignSetting(settings);
        }

        return new(model, settings);
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
        return Describe(item, count, counter.Setting, Recommended(MediaType.Video, counter.Setting), count.BaseTokens) with
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

    private MediaTokenCost Describe(in MediaItem item, TokenCount count, string setting, string? recommended, long audioTokens = 0)
    {
        ModelFamily family = _row.Family;
        (decimal Cost, decimal PerMillion)? charged = _pricing.Of(count.Tokens, audioTokens);
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
            Platform = _selected.Platform.ToString(),
            BaseModel = _selected.BaseModel,
            Detail = family.Rule.Setting == RuleSetting.Detail ? setting : null,
            MediaResolution = family.Rule.Setting == RuleSetting.MediaResolution ? setting : null,
            InputFidelity = family.Rule.Setting == RuleSetting.InputFidelity ? setting : null,
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
            Confidence = (count.Basis == CountBasis.Billed ? Confidence.Measured : count.Confidence ?? _row.Provenance.Confidence).ToString(),
            Cost = charged?.Cost,
            MinCost = (count.MinTokens == count.Tokens ? charged : _pricing.Of(count.MinTokens, Math.Min(audioTokens, count.MinTokens)))?.Cost,
            MaxCost = (count.MaxTokens == count.Tokens ? charged : _pricing.Of(count.MaxTokens, audioTokens))?.Cost,
            Currency = _settings.Price.Currency,
            Price = _priceKind,
            PricePerMillion = charged?.PerMillion,
            CostNote = _pricing.Note(charged is not null, count.Tokens),
            PriceSource = _pricing.Source,
            AsOf = _asOf,
            Bytes = item.Bytes,
            Calculation = count.Calculation,
            Explanation = count.Explanation + Remark(item),
            Rule = family.Rule.Name,
            Source = count.Basis == CountBasis.Billed ? _billedSource! : _documentedSource,
        };
    }

    private string? Recommended(MediaType media, string setting) =>
        !_row.Family.Rule.UsesResolution ? null : _row.Family.RecommendedInsteadOf(media, setting);

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
