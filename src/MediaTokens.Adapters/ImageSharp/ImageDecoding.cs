using MediaTokens.Headers;
using MediaTokens.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Tiff;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>Decodes the first frame of an image, a JPEG at a fraction of its size where less is wanted.</summary>
internal sealed class ImageDecoding(Configuration configuration)
{
    /// <summary>Decodes an image in the orientation in which it is stored.</summary>
    /// <returns>The image, and whether pixels are missing; null when ImageSharp does not know this kind of file.</returns>
    /// <exception cref="MediaException">CorruptPixels.</exception>
    public (Image<TPixel> Image, bool IsPartial)? Decode<TPixel>(ResizeRequest request, CancellationToken cancellationToken)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        try
        {
            Image<TPixel> image = Decode<TPixel>(request, PngCrcChunkHandling.IgnoreNonCritical, cancellationToken);
            return (image, IsPartial: !IsComplete(image, request));
        }
        catch (Exception exception) when (IsUnsupported(exception))
        {
            return null;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return request is { AllowPartial: true, Header.Format: MediaFormat.Png }
                ? (DecodeDamaged<TPixel>(request, cancellationToken), IsPartial: true)
                : throw Corrupt(exception);
        }
    }

    // Of the formats, PNG alone has checksums, over which the decoder can be told to pass.
    private Image<TPixel> DecodeDamaged<TPixel>(ResizeRequest request, CancellationToken cancellationToken)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        try
        {
            return Decode<TPixel>(request, PngCrcChunkHandling.IgnoreAll, cancellationToken);
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Corrupt(exception);
        }
    }

    private Image<TPixel> Decode<TPixel>(ResizeRequest request, PngCrcChunkHandling checksums, CancellationToken cancellationToken)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        MediaFormat format = request.Header.Format;
        DecoderOptions options = new()
        {
            Configuration = configuration,
            MaxFrames = 1,
            SkipMetadata = !request.KeepMetadata && format != MediaFormat.Tiff,
            TargetSize = format == MediaFormat.Jpeg ? DecodedSize(request) : null,
        };
        using CancellableStream stream = new(request.Bytes, cancellationToken);
        return format switch
        {
            // With the inverse DCT alone: anything more would be a second resampling, by averages.
            MediaFormat.Jpeg => JpegDecoder.Instance.Decode<TPixel>(new JpegDecoderOptions { GeneralOptions = options, ResizeMode = JpegDecoderResizeMode.IdctOnly }, stream),
            MediaFormat.Png => PngDecoder.Instance.Decode<TPixel>(new PngDecoderOptions { GeneralOptions = options, PngCrcChunkHandling = checksums }, stream),
            MediaFormat.Gif => GifDecoder.Instance.Decode<TPixel>(options, stream),
            MediaFormat.WebP => WebpDecoder.Instance.Decode<TPixel>(options, stream),
            MediaFormat.Bmp => BmpDecoder.Instance.Decode<TPixel>(options, stream),
            MediaFormat.Tiff => TiffDecoder.Instance.Decode<TPixel>(options, stream),
            _ => throw new NotSupportedException(),
        };
    }

    private static bool IsComplete<TPixel>(Image<TPixel> image, ResizeRequest request)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        try
        {
            // Where the two readings of a file differ, the picture would be distorted or cut: another engine may know better.
            if (image.Size != DecodedSize(request))
            {
                throw new NotSupportedException();
            }

            bool isComplete = request.Header.Format != MediaFormat.Png || image is not Image<Rgba32> png || PngCompleteness.IsComplete(png, request.Bytes.Span);
            return isComplete || request.AllowPartial ? isComplete : throw Corrupt("The compressed data ends before the last row.");
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    private static Size DecodedSize(ResizeRequest request)
    {
        PixelSize stored = request.StoredSize;
        int divisor = request.Header.Format == MediaFormat.Jpeg ? ScaledDecode.WholeDivisor(stored, request.StoredTarget) : 1;
        PixelSize cells = ScaledDecode.Cells(stored, divisor);
        return new(cells.Width, cells.Height);
    }

    // Some decoders tell of what they cannot do as if the file were broken, and only the words differ.
    private static bool IsUnsupported(Exception exception) =>
        exception is NotSupportedException or UnknownImageFormatException
        || (exception is ImageFormatException && (exception.InnerException is InvalidMemoryOperationException || exception.Message.Contains("support", StringComparison.OrdinalIgnoreCase)));

    // Damaged files also make the decoders fail in ways that they did not foresee.
    private static bool IsDamage(Exception exception) => exception is not (OperationCanceledException or OutOfMemoryException);

    private static MediaException Corrupt(Exception exception) =>
        exception as MediaException ?? Corrupt(exception is ImageFormatException ? exception.Message : "The decoder makes no sense of them.", exception);

    private static MediaException Corrupt(string problem, Exception? exception = null) => new(
        MediaErrorId.CorruptPixels,
        $"Its pixels are damaged or incomplete. {problem}",
        "Get the file again from where it came from, or take what is left of it with -AllowPartial.",
        exception);
}
