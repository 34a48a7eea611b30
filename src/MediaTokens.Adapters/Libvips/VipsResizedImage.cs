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

    // VIPS_FOREIGN_PNG_FILTER_NONE and _UP.
    private const int FilterNone = 0x08;
    private const int FilterUp = 0x20;

    // Of screenshots shrunk to half, a half and more is flat; of photographs rarely so much; of plain text and diagrams nearly all.
    private const double Flat = 0.5;
    private const double VeryFlat = 0.9;

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
        FlatShare = PixelScan.FlatShare(Pixels, Size.Width, Bands);
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

    /// <summary>Channels, alpha included: 1 to 4.</summary>
    public int Bands => _image.Bands;

    /// <summary>The pixels, row by row; not to be used beyond the life of this object.</summary>
    public ReadOnlySpan<byte> Pixels => _image.Pixels;

    /// <inheritdoc/>
    public bool CanWrite(MediaFormat format) =>
        VipsFormats.Writes(_vips).Contains(format) && Size.LongSide <= VipsFormats.LongestSide(format);

    /// <inheritdoc/>
    public void Write(MediaFormat format, int quality, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenRegistration kill = _image.KillOn(cancellationToken);
        using VipsOperation operation = new VipsOperation(_vips, VipsFormats.Saver(format)).Set("in"u8, _image);
        SetMetadata(operation);
        SetFormat(operation, format, quality);
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
        catch (VipsException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new MediaException(
                MediaErrorId.EngineCannot,
                $"libvips {_vips.Version} cannot write an image of {Size} pixels as {format}: {exception.Message.Trim()}",
                "Ask for another format, or for another engine.",
                exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();

    private void SetFormat(VipsOperation operation, MediaFormat format, int quality)
    {
        switch (format)
        {
            case MediaFormat.Jpeg:
                // Chroma is halved below quality 90, and kept from there on.
                operation.Set("Q"u8, quality).Set("optimize_coding"u8, true).SetColor("background"u8, White);
                break;
            case MediaFormat.Png:
                SetPng(operation);
                break;
            default:
                operation.Set("Q"u8, quality).Set("effort"u8, 4);
                break;
        }
    }

    // Measured: equal neighbours compress best as they are, and photographs as differences from the row above. More effort takes a sixth off
    // the bytes of very flat images, at little cost, and next to nothing off others.
    private void SetPng(VipsOperation operation) => operation
        .Set("bitdepth"u8, 8)
        .Set("compression"u8, FlatShare >= VeryFlat ? 8 : 6)
        .Set("filter"u8, FlatShare >= Flat ? FilterNone : FilterUp);

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
