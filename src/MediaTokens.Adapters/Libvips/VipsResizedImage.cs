using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Libvips;

/// <summary>An image in the memory of libvips.</summary>
internal sealed class VipsResizedImage : IResizedImage
{
    // The property "keep" of savers came with 8.15, and took the place of "strip".
    private static readonly Version FirstWithKeep = new(8, 15);

    // VIPS_FOREIGN_KEEP_NONE and _ALL without _ICC: the colours are sRGB by now.
    private const int KeepNothing = 0;
    private const int KeepMetadata = 1 | 2 | 4 | 16;

    private const double White = 255;

    private readonly VipsLibrary _vips;
    private readonly VipsImage _image;
    private readonly bool _keepsMetadata;

    /// <param name="vips">The library.</param>
    /// <param name="image">An image in memory, of 8 bits a channel, which is disposed of with this object.</param>
    /// <param name="keepsMetadata">Whether metadata is written.</param>
    public VipsResizedImage(VipsLibrary vips, VipsImage image, bool keepsMetadata)
    {
        _vips = vips;
        _image = image;
        _keepsMetadata = keepsMetadata;
        Size = image.Size;
        HasTransparency = image.HasAlpha;
        FlatShare = PixelScan.FlatShare(image.Pixels, Size.Width, image.Bands);
    }

    /// <inheritdoc/>
    public PixelSize Size { get; }

    /// <inheritdoc/>
    public bool HasTransparency { get; }

    /// <inheritdoc/>
    public double FlatShare { get; }

    /// <inheritdoc/>
    public bool IsPartial { get; init; }

    /// <inheritdoc/>
    public string? Remark { get; init; }

    /// <inheritdoc/>
    public bool CanWrite(MediaFormat format) => VipsFormats.Writes(_vips).Contains(format);

    /// <inheritdoc/>
    public void Write(MediaFormat format, int quality, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenRegistration kill = _image.KillOn(cancellationToken);
        using VipsOperation operation = new VipsOperation(_vips, VipsFormats.Saver(format)).Set("in"u8, _image);
        SetMetadata(operation);
        switch (format)
        {
            case MediaFormat.Jpeg:
                // Chroma is halved below quality 90, and kept from there on.
                operation.Set("Q"u8, quality).Set("optimize_coding"u8, true).SetColor("background"u8, White);
                break;
            case MediaFormat.Png:
                operation.Set("compression"u8, 6).Set("bitdepth"u8, 8);
                break;
            default:
                operation.Set("Q"u8, quality).Set("effort"u8, 4);
                break;
        }

        try
        {
            using VipsFile file = operation.RunToFile();
            if (format == MediaFormat.WebP && !_keepsMetadata)
            {
                // 8.14 passes over "strip" here, and makes up EXIF for an image that has none.
                WebPChunks.CopyWithoutMetadata(file.Bytes, output);
            }
            else
            {
                output.Write(file.Bytes);
            }
        }
        catch (VipsException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();

    private void SetMetadata(VipsOperation operation)
    {
        if (_vips.Version >= FirstWithKeep)
        {
            operation.Set("keep"u8, _keepsMetadata ? KeepMetadata : KeepNothing);
        }
        else
        {
            operation.Set("strip"u8, !_keepsMetadata);
        }
    }
}
