using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>
/// Finds the size to which an image is best shrunk for one model at fixed settings. It is arithmetic only, and any number
/// of threads may plan at once.
/// </summary>
/// <remarks>
/// The size is the one to which the service itself would scale the image, so that its own resize has nothing left to do;
/// where the vendor tells none, the edge that the catalog gives for an upload. No side grows, and no count rises.
/// The count that decides is <see cref="TokenCount.Tokens"/>, also where it is an estimate.
/// </remarks>
public sealed class SizePlanner
{
    // The catalog bounds the sides that a rule keeps to this; a header may tell two thousand times as much.
    private const int LongestTried = 1_000_000;

    private readonly ImageCounter _counter;
    private readonly SizeOptions _options;
    private readonly int? _edge;
    private readonly string _model;
    private readonly SizeExplanation _explanation;

    private SizePlanner(SelectedModel model, ImageCounter counter, SizeOptions options)
    {
        ModelFamily family = model.Row.Family;
        (_counter, _options) = (counter, options);
        _edge = family.Upload is UploadLimits upload && Enum.TryParse(counter.Setting, out PartMediaResolution level)
            && upload.MaximumEdge.TryGetValue(level, out int edge) ? edge : null;
        _model = model.Name + family.Rule.Setting switch
        {
            RuleSetting.Detail => $" at detail {counter.Setting}",
            RuleSetting.MediaResolution => $" at media resolution {counter.Setting}",
            RuleSetting.InputFidelity => $" at input fidelity {counter.Setting}",
            _ => "",
        };
        _explanation = new(_model, options.MaxTokens, _edge);
    }

    /// <summary>
    /// Whether a smaller image of the same shape can cost less; where it cannot, only a lower setting saves tokens, and a
    /// smaller size saves bytes.
    /// </summary>
    public bool SizeChangesTokens => _counter.SizeChangesTokens;

    /// <summary>The setting as resolved, which the counts are at.</summary>
    public string Setting => _counter.Setting;

    /// <summary>Fixes the model, its settings and what is asked of the size.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <param name="options">What is asked of the size.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.SettingNotSupported"/>: the model does not have a setting, or not that value of it, or it is
    /// not billed by tiles and these are to be trimmed. <see cref="MediaErrorId.MediaTypeNotSupported"/>: it takes no images.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="SizeOptions.MaxShrink"/> is no share.</exception>
    public static SizePlanner Create(SelectedModel model, CostSettings settings, SizeOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(options);
        if (options.MaxShrink is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxShrink, "The share to give up is 0 or more, and less than 1.");
        }

        model.RefuseForeignSetting(settings);
        model.RefuseTooMany(settings.ImagesPerRequest);
        ImageCounter counter = model.Bind(settings);
        TokenRule rule = model.Row.Family.Rule;
        return !options.TrimTiles || rule.HasTiles
            ? new(model, counter, options)
            : throw new MediaException(
                MediaErrorId.SettingNotSupported,
                $"{model.Name} has no tiles to trim: it is billed by {rule.BilledBy}.",
                "Leave out -TrimTiles, or choose a model that is billed by tiles.");
    }

    /// <summary>Plans one image.</summary>
    /// <param name="source">Pixels, after orientation, each side 1 or more.</param>
    /// <exception cref="MediaException">
    /// <see cref="MediaErrorId.MaxTokensTooLow"/>: no size of that shape costs so few tokens; the message names the least.
    /// </exception>
    public SizePlan Plan(PixelSize source)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(source.Height, 1);
        TokenCount? before = _counter.Tokens(source) is null ? null : _counter.Count(source);
        PixelSize allowed = Allow(source, before);
        TokenCount allowedCount = before is not null && allowed == source ? before : _counter.Count(allowed);
        PixelSize wanted = allowedCount.Scaled is PixelSize scaled ? (Grows(allowed, scaled) ? allowed : scaled)
            : _edge < allowed.LongSide ? Shape(source, _edge.Value)
            : allowed;
        PixelSize fitted = Fit(source, wanted, allowed, allowedCount.Tokens);
        PixelSize target = _options.TrimTiles ? Trim(source, fitted) : fitted;
        TokenCount after = target == allowed ? allowedCount : _counter.Count(target);
        SizeSteps steps = new(source, allowed, wanted, fitted, target, allowedCount.Scaled);
        return new(source, target, before, after, _explanation.Of(steps, before, after));
    }

    /// <summary>What an image costs at these settings.</summary>
    /// <param name="size">Pixels, after orientation.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.TooManyPatches"/>: the vendor refuses the image at this setting.</exception>
    public TokenCount Count(PixelSize size) => _counter.Count(size);

    /// <summary>The size of the same shape with another long side: the short side is the nearest pixel, and at least 1.</summary>
    /// <param name="source">The size whose shape is kept, in pixels.</param>
    /// <param name="longSide">The long side, in pixels, 1 or more.</param>
    public static PixelSize Shape(PixelSize source, int longSide) => source.WithLongSide(longSide);

    /// <summary>The largest size of the shape that the vendor takes and that costs no more than the user allows.</summary>
    private PixelSize Allow(PixelSize source, TokenCount? count)
    {
        long most = _options.MaxTokens ?? long.MaxValue;
        if (count?.Tokens <= most)
        {
            return source;
        }

        // Where the shape decides, a few tiny sizes are cheaper since they round it; nobody wants an image of five pixels.
        if (count is not null && !SizeChangesTokens)
        {
            throw TooLow(source, count.Tokens, "at any size of its shape");
        }

        SizeSearch search = new(source, _counter.Tokens);
        int longest = Math.Min(source.LongSide, LongestTried);
        if (search.Largest(longest, 1, most) is PixelSize largest)
        {
            return largest;
        }

        (PixelSize size, long tokens) = search.Cheapest(longest, 1);
        throw TooLow(source, tokens, $"at {size}");
    }

    /// <summary>The size wanted, or the next below it where its rounding would cost more than the size allowed.</summary>
    private PixelSize Fit(PixelSize source, PixelSize wanted, PixelSize allowed, long most)
    {
        if (_counter.Tokens(wanted) <= most)
        {
            return wanted;
        }

        // To go on below half the size wanted would give up more than the tokens are worth.
        return new SizeSearch(source, _counter.Tokens).Largest(wanted.LongSide, (wanted.LongSide + 1) / 2, most) ?? allowed;
    }

    private static bool Grows(PixelSize size, PixelSize scaled) => scaled.Width > size.Width || scaled.Height > size.Height;

    private PixelSize Trim(PixelSize source, PixelSize fitted)
    {
        // As decimals, since 1 - 0.1 as doubles can come to a pixel more.
        int least = Math.Max(1, (int)decimal.Ceiling((1 - (decimal)_options.MaxShrink) * fitted.LongSide));
        (PixelSize size, long tokens) = new SizeSearch(source, _counter.Tokens).Cheapest(fitted.LongSide, least);
        return tokens < _counter.Tokens(fitted) ? size : fitted;
    }

    private MediaException TooLow(PixelSize source, long least, string where) => new(
        MediaErrorId.MaxTokensTooLow,
        string.Create(CultureInfo.InvariantCulture, $"An image of {source} costs at least {least} tokens on {_model}, {where}; {_options.MaxTokens} cannot be met."),
        string.Create(CultureInfo.InvariantCulture, $"Allow {least} tokens or more, or choose a lower setting or another model."));
}
