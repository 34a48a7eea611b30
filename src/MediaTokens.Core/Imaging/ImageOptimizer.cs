using System.Diagnostics;
using System.Globalization;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;

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
    private readonly SizePlanner _planner;
    private readonly ImageMaker _maker;

    /// <summary>Fixes what is asked for, before any image is seen.</summary>
    /// <param name="options">What the user asks of the results.</param>
    /// <param name="engines">The engines to ask.</param>
    /// <exception cref="MediaException">The model does not take images, does not have a setting, or not that value of it.</exception>
    public ImageOptimizer(OptimizeOptions options, EngineSet engines)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(engines);
        _options = options;
        _planner = SizePlanner.Create(options.Model, options.Settings, options.Size);
        _maker = new(options, engines, _planner);
    }

    /// <summary>What a user should know of the model and its setting, whatever the images; null where there is nothing.</summary>
    public string? Advice => _planner.SizeChangesTokens || !_options.Model.Row.Family.Rule.UsesResolution
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

        // Where a copy fits, nothing is made smaller for the sake of bytes, and nothing worse that would have the copy's size.
        MadeImage made = canCopy
            ? _maker.Make(source, plan.Target, plan.Target == source.Header.Size ? ByteLimits.None : _maker.Limits(source, plan.Target), cancellationToken)
            : _maker.Fit(source, plan, cancellationToken);
        return canCopy && WhyNoGain(source, plan, made) is string reason
            ? Copied(path, stamp, source, plan, reason, start)
            : Made(path, stamp, source, plan, made, start);
    }

    /// <summary>Whether the source's own bytes, without its metadata, could be sent for the same tokens.</summary>
    private bool CanCopy(SourceImage source, SizePlan plan)
    {
        MediaFormat format = source.Header.Format;
        return _options.Model.Row.Family.Formats.Contains(format)
            && (_options.Format == OutputFormat.Auto || _maker.Formats.Contains(format))
            && plan.SourceCount?.Tokens <= plan.TargetCount.Tokens
            && source.IsClean(_options.KeepMetadata)
            && CopyLength(source) <= _maker.MaxBytes;
    }

    private long CopyLength(SourceImage source) => source.Bytes.Length - (_options.KeepMetadata ? 0 : source.Parts?.MetadataBytes ?? 0);

    /// <summary>Why a copy does as well as what was made; null where it does not.</summary>
    private string? WhyNoGain(SourceImage source, SizePlan plan, MadeImage made)
    {
        (MediaFormat format, long length) = (made.Encoded.Format, made.Encoded.Length);
        if (made.Size != source.Header.Size)
        {
            return length < CopyLength(source) ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"{made.Size} would cost the same {plan.TargetCount.Tokens} tokens and more bytes, {length}");
        }

        bool isGain = source.Header.Format == MediaFormat.Png && format == MediaFormat.Png
            ? length < CopyLength(source)
            : length <= CopyLength(source) * (1 - LeastGain);
        return isGain ? null : "nothing would be gained";
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

    private OptimizeResult Made(string path, FileStamp stamp, SourceImage source, SizePlan plan, MadeImage made, long start)
    {
        EncodedImage encoded = made.Encoded;
        PixelSize size = made.Size;
        string quality = encoded.Quality is int value ? string.Create(CultureInfo.InvariantCulture, $" at quality {value}") : "";
        string smaller = size == plan.Target ? "" : $"; {size} to fit {_maker.MaxBytes} bytes";
        OptimizedImage image = Describe(path, source, plan, size) with
        {
            Format = MediaFormatNames.Of(encoded.Format),
            Quality = encoded.Quality,
            Engine = made.Engine,
            Bytes = encoded.Length,
            Action = size == source.Header.Size ? "Reencoded" : "Resized",
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Explanation}{smaller}; {MediaFormatNames.Of(encoded.Format)}{quality} by {made.Engine}: {source.Bytes.Length} -> {encoded.Length} bytes"),
        };
        return new(image, encoded.Format, encoded.Content, stamp, start)
        {
            Warnings = Warnings(source, made),
            Remarks = made.IsFlattened ? ["Its transparency was flattened on white."] : [],
        };
    }

    private static string[] Warnings(SourceImage source, MadeImage made)
    {
        List<string> warnings = [];
        if (source.Header.IsAnimated)
        {
            warnings.Add("It is animated: the result is its first frame.");
        }

        if (source.Damage is not null || made.IsPartial)
        {
            warnings.Add($"It is damaged, and the result shows what could be decoded. {source.Damage}".TrimEnd());
        }

        if (made.Remark is not null)
        {
            warnings.Add(made.Remark);
        }

        return [.. warnings];
    }

    private OptimizedImage Describe(string path, SourceImage source, SizePlan plan, PixelSize size)
    {
        TokenRule rule = _options.Model.Row.Family.Rule;
        return new()
        {
            Source = path,
            Model = Model,
            Detail = rule.UsesDetail ? _planner.Setting : null,
            MediaResolution = rule.UsesResolution ? _planner.Setting : null,
            Width = size.Width,
            Height = size.Height,
            SourceWidth = source.Header.Size.Width,
            SourceHeight = source.Header.Size.Height,
            SourceBytes = source.Bytes.Length,
            Tokens = (size == plan.Target ? plan.TargetCount : _planner.Count(size)).Tokens,
            SourceTokens = plan.SourceCount?.Tokens,
        };
    }

}
