using System.Diagnostics;
using System.Globalization;
using MediaTokens.Headers;
using MediaTokens.Planning;

namespace MediaTokens.Imaging;

/// <summary>
/// Makes of each image what the model will look at, and nothing more: the size from the plan, the format from the pixels,
/// and a copy where nothing would be gained. Nothing is written; it may be used from several threads at once.
/// </summary>
public sealed class ImageOptimizer
{
    // Another generation of loss is worth it only where it saves this much.
    private const double LeastGain = 0.1;

    private readonly OptimizeOptions _options;
    private readonly EngineSet _engines;
    private readonly SizePlanner _planner;
    private readonly MediaFormat[] _formats;
    private readonly ResultEncoder _encoder;
    private readonly long _maxBytes;

    /// <summary>Fixes what is asked for, before any image is seen.</summary>
    /// <param name="options">What the user asks of the results.</param>
    /// <param name="engines">The engines to ask.</param>
    /// <exception cref="MediaException">The model does not take images, does not have a setting, or not that value of it.</exception>
    public ImageOptimizer(OptimizeOptions options, EngineSet engines)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(engines);
        (_options, _engines) = (options, engines);
        _planner = SizePlanner.Create(options.Model, options.Settings, options.Size);
        _formats = Formats(options);
        _encoder = new(options, _formats);
        _maxBytes = options.MaxBytes ?? options.Model.Row.Family.Limits.MaximumBytes ?? long.MaxValue;
    }

    /// <summary>What a user should know of the model and its setting, whatever the images; null where there is nothing.</summary>
    public string? Advice => _planner.SizeChangesTokens || _options.Model.Row.Family.Rule.UsesDetail
        ? null
        : $"What an image costs on {Model} does not depend on its size: only bytes are saved. A lower media resolution is what saves tokens.";

    /// <summary>The model that the results are made for.</summary>
    public string Model => _options.Model.Name;

    /// <summary>Makes the result of one file, in memory.</summary>
    /// <param name="path">The source's absolute path.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="MediaException">
    /// The file cannot be read or decoded (as <see cref="SourceImage"/> and <see cref="EngineSet"/> tell), or cannot be made to
    /// fit: MaxTokensTooLow, MaxBytesTooLow.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public OptimizeResult Optimize(string path, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        FileStamp stamp = FileStamp.Of(path);
        using SourceImage source = SourceImage.Read(path, _options, cancellationToken);
        SizePlan plan = _planner.Plan(source.Header.Size);
        bool canCopy = CanCopy(source, plan);
        if (canCopy && plan.Target == source.Header.Size && source.Header.Format == MediaFormat.Gif)
        {
            // A GIF that the vendor takes has no quality to lower, and few colours: only a smaller size helps it.
            return Copied(path, stamp, source, plan, "nothing would be gained", start);
        }

        // Where a copy fits, nothing need be given up for the sake of bytes.
        Attempt attempt = canCopy ? Try(source, plan.Target, ByteLimits.None, cancellationToken) : Fit(source, plan, cancellationToken);
        return canCopy && WhyNoGain(source, plan, attempt) is string reason
            ? Copied(path, stamp, source, plan, reason, start)
            : Made(path, stamp, source, plan, attempt, start);
    }

    private static MediaFormat[] Formats(OptimizeOptions options)
    {
        if (options.Format != OutputFormat.Auto)
        {
            return [Enum.Parse<MediaFormat>(options.Format.ToString())];
        }

        MediaFormat[] taken = [.. new[] { MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP }.Where(options.Model.Row.Family.Formats.Contains)];
        return taken.Length > 0 ? taken : [MediaFormat.Jpeg, MediaFormat.Png];
    }

    /// <summary>Whether the source's own bytes, without its metadata, could be sent for the same tokens.</summary>
    private bool CanCopy(SourceImage source, SizePlan plan)
    {
        MediaFormat format = source.Header.Format;
        return _options.Model.Row.Family.Formats.Contains(format)
            && (_options.Format == OutputFormat.Auto || _formats.Contains(format))
            && plan.SourceCount?.Tokens <= plan.TargetCount.Tokens
            && source.IsClean(_options.KeepMetadata)
            && CopyLength(source) <= _maxBytes;
    }

    private long CopyLength(SourceImage source) => source.Bytes.Length - (_options.KeepMetadata ? 0 : source.Parts?.MetadataBytes ?? 0);

    /// <summary>Why a copy does as well as what was made; null where it does not.</summary>
    private string? WhyNoGain(SourceImage source, SizePlan plan, Attempt attempt)
    {
        (MediaFormat format, long length) = (attempt.Encoded.Format, attempt.Encoded.Length);
        if (attempt.Size != source.Header.Size)
        {
            return length < CopyLength(source) ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"{attempt.Size} would cost the same {plan.TargetCount.Tokens} tokens and more bytes, {length}");
        }

        bool isGain = source.Header.Format == MediaFormat.Png && format == MediaFormat.Png
            ? length < CopyLength(source)
            : length <= CopyLength(source) * (1 - LeastGain);
        return isGain ? null : "nothing would be gained";
    }

    /// <summary>Resizes and writes, at ever smaller sizes until the file fits.</summary>
    private Attempt Fit(SourceImage source, SizePlan plan, CancellationToken cancellationToken)
    {
        PixelSize size = plan.Target;
        while (true)
        {
            ByteLimits limits = new(_maxBytes, source.Bytes.Length, size == source.Header.Size ? source.Header.Format : null);
            Attempt attempt = Try(source, size, limits, cancellationToken);
            if (attempt.Encoded.Length <= _maxBytes)
            {
                return attempt;
            }

            if (size.LongSide == 1)
            {
                throw new MediaException(
                    MediaErrorId.MaxBytesTooLow,
                    string.Create(CultureInfo.InvariantCulture, $"Even 1x1 takes {attempt.Encoded.Length} bytes as {attempt.Encoded.Format}, and {_maxBytes} are allowed."),
                    "Raise -MaxBytes.");
            }

            // The bytes go with the area; a little less, since small files have their fixed parts too.
            double share = Math.Sqrt((double)_maxBytes / attempt.Encoded.Length) * 0.97;
            size = Below(plan, (int)Math.Clamp(size.LongSide * share, 1, size.LongSide - 1));
        }
    }

    /// <summary>The largest size of the shape, up to a long side, that costs no more than planned: rounded, a smaller one can have a dearer shape.</summary>
    private PixelSize Below(SizePlan plan, int longSide)
    {
        PixelSize size = SizePlanner.Shape(plan.Source, longSide);
        while (size.LongSide > 1 && _planner.Count(size).Tokens > plan.TargetCount.Tokens)
        {
            size = SizePlanner.Shape(plan.Source, size.LongSide - 1);
        }

        return size;
    }

    private Attempt Try(SourceImage source, PixelSize size, ByteLimits limits, CancellationToken cancellationToken)
    {
        ResizeRequest request = new(source.Bytes, source.Header, size, _formats, source.Profile, _options.KeepMetadata, _options.AllowPartial);
        (IImageEngine engine, IResizedImage image) = _engines.Resize(request, cancellationToken);
        using (image)
        {
            if (ResultEncoder.WantsLossless(_formats, image) && !image.CanWrite(MediaFormat.Png) && TryLossless(request, cancellationToken) is var (other, flat))
            {
                using (flat)
                {
                    return Encode(other, flat, limits, cancellationToken);
                }
            }

            return Encode(engine, image, limits, cancellationToken);
        }
    }

    /// <summary>The image from an engine that writes PNG; null where none can make it.</summary>
    private (IImageEngine Engine, IResizedImage Image)? TryLossless(ResizeRequest request, CancellationToken cancellationToken)
    {
        if (!_engines.CanConvert(request.Header.Format, MediaFormat.Png))
        {
            return null;
        }

        try
        {
            return _engines.Resize(request with { Formats = [MediaFormat.Png, .. _formats.Where(format => format != MediaFormat.Png)] }, cancellationToken);
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.EngineCannot)
        {
            return null;
        }
    }

    private Attempt Encode(IImageEngine engine, IResizedImage image, ByteLimits limits, CancellationToken cancellationToken)
    {
        EncodedImage encoded = _encoder.Encode(image, limits, cancellationToken);
        return new(image.Size, engine.Name, encoded, image.IsPartial, image.HasTransparency && encoded.Format == MediaFormat.Jpeg, image.Remark);
    }

    private OptimizeResult Copied(string path, FileStamp stamp, SourceImage source, SizePlan plan, string reason, long start)
    {
        MemoryStream copy = new();
        if (_options.KeepMetadata || source.Parts is null)
        {
            copy.Write(source.Bytes.Span);
        }
        else
        {
            source.Parts.CopyWithoutMetadata(copy);
        }

        long dropped = source.Bytes.Length - copy.Length;
        string what = dropped == 0
            ? "copied unchanged"
            : string.Create(CultureInfo.InvariantCulture, $"pixels copied unchanged, {dropped} bytes of metadata dropped");
        OptimizedImage image = Describe(path, source, plan, source.Header.Size) with
        {
            Format = MediaFormatNames.Of(source.Header.Format),
            Bytes = copy.Length,
            Action = "Copied",
            Explanation = $"{plan.Explanation}; {what}: {reason}",
        };
        return new(image, source.Header.Format, copy, stamp, start) { IsUnchanged = dropped == 0 };
    }

    private OptimizeResult Made(string path, FileStamp stamp, SourceImage source, SizePlan plan, Attempt attempt, long start)
    {
        EncodedImage encoded = attempt.Encoded;
        PixelSize size = ReadBack(encoded);
        string quality = encoded.Quality is int value ? string.Create(CultureInfo.InvariantCulture, $" at quality {value}") : "";
        string smaller = size == plan.Target ? "" : $"; {size} to fit {_maxBytes} bytes";
        OptimizedImage image = Describe(path, source, plan, size) with
        {
            Format = MediaFormatNames.Of(encoded.Format),
            Quality = encoded.Quality,
            Engine = attempt.Engine,
            Bytes = encoded.Length,
            Action = size == source.Header.Size ? "Reencoded" : "Resized",
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Explanation}{smaller}; {MediaFormatNames.Of(encoded.Format)}{quality} by {attempt.Engine}: {source.Bytes.Length} -> {encoded.Length} bytes"),
        };
        return new(image, encoded.Format, encoded.Content, stamp, start)
        {
            Warnings = Warnings(source, attempt),
            Remarks = attempt.IsFlattened ? ["Its transparency was flattened on white."] : [],
        };
    }

    private static string[] Warnings(SourceImage source, Attempt attempt)
    {
        List<string> warnings = [];
        if (source.Header.IsAnimated)
        {
            warnings.Add("It is animated: the result is its first frame.");
        }

        if (source.Damage is not null || attempt.IsPartial)
        {
            warnings.Add($"It is damaged, and the result shows what could be decoded. {source.Damage}".TrimEnd());
        }

        if (attempt.Remark is not null)
        {
            warnings.Add(attempt.Remark);
        }

        return [.. warnings];
    }

    /// <summary>What the written file itself says, so that the tokens are those of the file and not of a plan.</summary>
    private static PixelSize ReadBack(EncodedImage encoded)
    {
        using ImageBytes written = ImageBytes.Copy(encoded.Content.GetBuffer().AsSpan(0, (int)encoded.Length));
        return MediaHeaderReader.Read(written).Size;
    }

    private OptimizedImage Describe(string path, SourceImage source, SizePlan plan, PixelSize size)
    {
        bool usesDetail = _options.Model.Row.Family.Rule.UsesDetail;
        return new()
        {
            Source = path,
            Model = Model,
            Detail = usesDetail ? _planner.Setting : null,
            MediaResolution = usesDetail ? null : _planner.Setting,
            Width = size.Width,
            Height = size.Height,
            SourceWidth = source.Header.Size.Width,
            SourceHeight = source.Header.Size.Height,
            SourceBytes = source.Bytes.Length,
            Tokens = (size == plan.Target ? plan.TargetCount : _planner.Count(size)).Tokens,
            SourceTokens = plan.SourceCount?.Tokens,
        };
    }

    private sealed record Attempt(PixelSize Size, string Engine, EncodedImage Encoded, bool IsPartial, bool IsFlattened, string? Remark);
}
