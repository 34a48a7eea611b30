using MediaTokens.Headers;
using MediaTokens.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>An image in ImageSharp's memory.</summary>
/// <typeparam name="TPixel">With an alpha channel only where it says something.</typeparam>
internal sealed class ResizedImage<TPixel>(Image<TPixel> image, PixelFacts facts, bool isPartial, string? remark) : IResizedImage
    where TPixel : unmanaged, IPixel<TPixel>
{
    /// <inheritdoc/>
    public PixelSize Size { get; } = new(image.Width, image.Height);

    /// <inheritdoc/>
    public bool HasTransparency => facts.HasTransparency;

    /// <inheritdoc/>
    public double FlatShare => facts.FlatShare;

    /// <inheritdoc/>
    public bool IsPartial => isPartial;

    /// <inheritdoc/>
    public string? Remark => remark;

    /// <inheritdoc/>
    public bool CanWrite(MediaFormat format) => format is MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP;

    /// <inheritdoc/>
    public void Write(MediaFormat format, int quality, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (format == MediaFormat.Jpeg && image is Image<Rgba32> transparent)
        {
            using Image<Rgb24> flattened = Flattening.OnWhite(transparent);
            flattened.Save(output, Encoder(format, quality));
        }
        else
        {
            image.Save(output, Encoder(format, quality));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();

    private ImageEncoder Encoder(MediaFormat format, int quality) => format switch
    {
        MediaFormat.Jpeg => new JpegEncoder
        {
            Quality = quality,
            ColorType = facts.IsGrey ? JpegEncodingColor.Luminance : JpegEncodingColor.YCbCrRatio420,
        },
        MediaFormat.Png => new PngEncoder
        {
            BitDepth = PngBitDepth.Bit8,
            ColorType = (facts.IsGrey, facts.HasTransparency) switch
            {
                (true, false) => PngColorType.Grayscale,
                (true, true) => PngColorType.GrayscaleWithAlpha,
                (false, false) => PngColorType.Rgb,
                (false, true) => PngColorType.RgbWithAlpha,
            },
            // Measured: on photographs level 9 takes seven times as long for 4 % less; level 4 gives 14 % more there, and up to 200 % on screenshots.
            FilterMethod = PngFilterMethod.Adaptive,
            CompressionLevel = PngCompressionLevel.Level6,
            InterlaceMethod = PngInterlaceMode.None,
            // The numbers are sRGB by now, whatever gamma the source was written for.
            ChunkFilter = PngChunkFilter.ExcludeGammaChunk | PngChunkFilter.ExcludePhysicalChunk,
        },
        MediaFormat.WebP => new WebpEncoder { FileFormat = WebpFileFormatType.Lossy, Quality = quality },
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
