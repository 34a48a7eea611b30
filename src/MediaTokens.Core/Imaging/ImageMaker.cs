using System.Globalization;
using MediaTokens.Headers;
using MediaTokens.Planning;

namespace MediaTokens.Imaging;

/// <summary>Makes results: asks the engines for the pixels and the encoder for the file, again and again until it fits.</summary>
/// <param name="options">What the user asks of the results.</param>
/// <param name="engines">The engines to ask.</param>
/// <param name="planner">Counts the tokens of sizes below the one planned.</param>
internal sealed class ImageMaker(OptimizeOptions options, EngineSet engines, SizePlanner planner)
{
    private readonly ResultEncoder _encoder = new(options, Choose(options));

    /// <summary>The formats that a result may have, the preferred one first.</summary>
    public IReadOnlyList<MediaFormat> Formats { get; } = Choose(options);

    /// <summary>The most bytes that a result may have.</summary>
    public long MaxBytes { get; } = options.MaxBytes ?? options.Model.Row.Family.Limits.MaximumBytes ?? long.MaxValue;

    /// <summary>Resizes and writes, at ever smaller sizes until the file fits.</summary>
    /// <exception cref="MediaException">CorruptPixels, EngineCannot or MaxBytesTooLow.</exception>
    public MadeImage Fit(SourceImage source, SizePlan plan, CancellationToken cancellationToken)
    {
        PixelSize size = plan.Target;
        while (true)
        {
            MadeImage made = Make(source, size, Limits(source, size), cancellationToken);
            if (made.Encoded.Length <= MaxBytes)
            {
                return made;
            }

            if (size.LongSide == 1)
            {
                throw new MediaException(
                    MediaErrorId.MaxBytesTooLow,
                    string.Create(CultureInfo.InvariantCulture, $"Even 1x1 takes {made.Encoded.Length} bytes as {made.Encoded.Format}, and {MaxBytes} are allowed."),
                    "Raise -MaxBytes.");
            }

            // The bytes go with the area; a little less, since small files have their fixed parts too.
            double share = Math.Sqrt((double)MaxBytes / made.Encoded.Length) * 0.97;
            size = Below(plan, (int)Math.Clamp(size.LongSide * share, 1, size.LongSide - 1));
        }
    }

    /// <summary>
    /// The limits of a result. It should not be longer than its source, but a smaller one gives up no quality for that where the
    /// source has no losses: crisp text is worth more than the bytes.
    /// </summary>
    public ByteLimits Limits(SourceImage source, PixelSize size)
    {
        bool isSameSize = size == source.Header.Size;
        bool givesUpQuality = isSameSize || source.Header.Format is not (MediaFormat.Png or MediaFormat.Gif or MediaFormat.Bmp or MediaFormat.Tiff);
        return new(MaxBytes, givesUpQuality ? source.Bytes.Length : long.MaxValue, isSameSize ? source.Header.Format : null);
    }

    /// <summary>The largest size of the shape, up to a long side, that costs no more than planned: rounded, a smaller one can have a dearer shape.</summary>
    private PixelSize Below(SizePlan plan, int longSide)
    {
        PixelSize size = SizePlanner.Shape(plan.Source, longSide);
        while (size.LongSide > 1 && planner.Count(size).Tokens > plan.TargetCount.Tokens)
        {
            size = SizePlanner.Shape(plan.Source, size.LongSide - 1);
        }

        return size;
    }

    /// <summary>Resizes and writes an image at one size.</summary>
    /// <exception cref="MediaException">CorruptPixels or EngineCannot.</exception>
    public MadeImage Make(SourceImage source, PixelSize size, ByteLimits limits, CancellationToken cancellationToken)
    {
        ResizeRequest request = new(source.Bytes, source.Header, size, Formats, source.Profile, options.KeepMetadata, options.AllowPartial);
        (IImageEngine engine, IResizedImage image) = engines.Resize(request, cancellationToken);
        using (image)
        {
            if (ResultEncoder.WantsLossless(Formats, image) && !image.CanWrite(MediaFormat.Png) && TryLossless(request, cancellationToken) is var (other, flat))
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
        if (!engines.CanConvert(request.Header.Format, MediaFormat.Png))
        {
            return null;
        }

        try
        {
            return engines.Resize(request with { Formats = [MediaFormat.Png, .. Formats.Where(format => format != MediaFormat.Png)] }, cancellationToken);
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.EngineCannot)
        {
            return null;
        }
    }

    private MadeImage Encode(IImageEngine engine, IResizedImage image, ByteLimits limits, CancellationToken cancellationToken)
    {
        EncodedImage encoded = _encoder.Encode(image, limits, cancellationToken);
        PixelSize size = ReadBack(encoded);
        return size == image.Size
            ? new(size, engine.Name, encoded, image.IsPartial, image.HasTransparency && encoded.Format == MediaFormat.Jpeg, image.Remark)
            : throw new MediaException(
                MediaErrorId.EngineCannot,
                $"{engine.Name} wrote {size} instead of {image.Size}.",
                "Try another -Engine.");
    }

    private static MediaFormat[] Choose(OptimizeOptions options)
    {
        if (options.Format != OutputFormat.Auto)
        {
            return [Enum.Parse<MediaFormat>(options.Format.ToString())];
        }

        MediaFormat[] taken = [.. new[] { MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP }.Where(options.Model.Row.Family.Formats.Contains)];
        return taken.Length > 0 ? taken : [MediaFormat.Jpeg, MediaFormat.Png];
    }

    /// <summary>What the written file itself says, so that the tokens are those of the file and not of a plan.</summary>
    private static PixelSize ReadBack(EncodedImage encoded)
    {
        using ImageBytes written = ImageBytes.Copy(encoded.Content.GetBuffer().AsSpan(0, (int)encoded.Length));
        return MediaHeaderReader.ReadImage(written).Size;
    }
}

/// <summary>A result in memory, and how it came about.</summary>
/// <param name="Size">Pixels, as the written file tells.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Encoded">The file.</param>
/// <param name="IsPartial">Whether pixels were missing.</param>
/// <param name="IsFlattened">Whether transparency was flattened.</param>
/// <param name="Remark">What a user should know; null where there is nothing.</param>
internal sealed record MadeImage(PixelSize Size, string Engine, EncodedImage Encoded, bool IsPartial, bool IsFlattened, string? Remark);
