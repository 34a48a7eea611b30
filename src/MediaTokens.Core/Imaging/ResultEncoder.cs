using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>Decides a result's format from its pixels, and lowers its quality until it fits.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="formats">The formats that are possible, the first one preferred.</param>
internal sealed class ResultEncoder(OptimizeOptions options, IReadOnlyList<MediaFormat> formats)
{
    /// <summary>Below this share of flat pixels, a lossless file is far longer than the JPEG, and is not even tried.</summary>
    public const double LeastFlatShare = 0.6;

    // Below this quality, blocks and blurs hide what a model should read: then the size is lowered instead.
    private const int LeastQuality = 40;

    // What a lossless file may cost more than a JPEG.
    private const double LosslessAllowance = 1.2;

    /// <summary>Whether the format is open, so that pixels as flat as these should be tried without loss.</summary>
    public static bool WantsLossless(IReadOnlyList<MediaFormat> formats, IResizedImage image) =>
        formats.Count > 1 && formats.Contains(MediaFormat.Png) && (image.HasTransparency || image.FlatShare >= LeastFlatShare);

    /// <summary>Writes an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="limits">The bytes that it may have.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The result; it is longer than the limit where only a smaller size can help.</returns>
    public EncodedImage Encode(IResizedImage image, ByteLimits limits, CancellationToken cancellationToken)
    {
        if (!WantsLossless(formats, image) || !image.CanWrite(MediaFormat.Png))
        {
            return Fit(image, Write(image, formats[0], cancellationToken), limits, cancellationToken);
        }

        EncodedImage lossless = Write(image, MediaFormat.Png, cancellationToken);
        if (image.HasTransparency)
        {
            return lossless;
        }

        EncodedImage lossy = Write(image, formats.First(format => format != MediaFormat.Png), cancellationToken);
        return lossless.Length <= limits.Most && lossless.Length <= lossy.Length * LosslessAllowance
            ? lossless
            : Fit(image, lossy, limits, cancellationToken);
    }

    private static EncodedImage Fit(IResizedImage image, EncodedImage first, ByteLimits limits, CancellationToken cancellationToken)
    {
        long limit = Math.Min(limits.Most, limits.Wanted);
        int least = first.Format == limits.Source ? 1 : LeastQuality;
        if (first.Length <= limit || first.Quality is not int quality || quality <= least)
        {
            return first;
        }

        EncodedImage smallest = Write(image, first.Format, limits.Most < limits.Wanted ? LeastQuality : least, cancellationToken);
        if (smallest.Length <= limit)
        {
            return Highest(image, smallest, quality, limit, cancellationToken);
        }

        // Quality is not spent in vain on what it cannot reach.
        return first.Length <= limits.Most ? first
            : smallest.Length > limits.Most ? smallest
            : Highest(image, smallest, quality, limits.Most, cancellationToken);
    }

    /// <summary>The highest quality below one that is too high, at which the file fits.</summary>
    private static EncodedImage Highest(IResizedImage image, EncodedImage fitting, int tooHigh, long limit, CancellationToken cancellationToken)
    {
        int low = fitting.Quality!.Value;
        while (tooHigh - low > 1)
        {
            int middle = (low + tooHigh) / 2;
            EncodedImage tried = Write(image, fitting.Format, middle, cancellationToken);
            if (tried.Length <= limit)
            {
                (low, fitting) = (middle, tried);
            }
            else
            {
                tooHigh = middle;
            }
        }

        return fitting;
    }

    private EncodedImage Write(IResizedImage image, MediaFormat format, CancellationToken cancellationToken) =>
        Write(image, format, options.Quality, cancellationToken);

    private static EncodedImage Write(IResizedImage image, MediaFormat format, int quality, CancellationToken cancellationToken)
    {
        MemoryStream content = new();
        image.Write(format, quality, content, cancellationToken);
        return new(format, format == MediaFormat.Png ? null : quality, content);
    }
}

/// <summary>How long a result may be, in bytes.</summary>
/// <param name="Most">The limit that the size is lowered for too.</param>
/// <param name="Wanted">The source's length, which a result should not exceed if a lower quality can help that.</param>
/// <param name="Source">The source's format where the result has its size: then the result has no more to show than the source, whatever its quality. Otherwise null.</param>
internal sealed record ByteLimits(long Most, long Wanted, MediaFormat? Source)
{
    /// <summary>No limit.</summary>
    public static ByteLimits None { get; } = new(long.MaxValue, long.MaxValue, null);
}
