using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Libvips;

/// <summary>Decodes, resizes, converts to sRGB and turns upright, in one pass over the rows.</summary>
internal sealed unsafe class VipsDecoder(VipsLibrary vips)
{
    // VIPS_ACCESS_SEQUENTIAL: rows are made once, from top to bottom, and not kept.
    private const int Sequential = 1;

    // In so many rows at a time libvips decodes PNG.
    private const int StripHeight = 16;

    // HEIC and AVIF code alpha with losses: what was 255 everywhere comes back a little less.
    private const byte LeastOpaqueWhenLossy = 252;

    /// <summary>Decodes an image at the size asked for.</summary>
    /// <param name="request">The image, and what is wanted of it.</param>
    /// <param name="failOn">The least damage that fails.</param>
    /// <param name="rows">How many rows there are, from the top; null for all.</param>
    /// <param name="cancellationToken">Fails at the next rows.</param>
    /// <returns>Null when the pixels have another size than the header told.</returns>
    /// <exception cref="VipsException">libvips cannot decode it, or gave up in the middle.</exception>
    public VipsResizedImage? Decode(ResizeRequest request, VipsFailOn failOn, int? rows, CancellationToken cancellationToken)
    {
        int divisor = Divisor(request);
        using VipsImage source = Load(request, failOn, divisor);
        bool turned = request.Header.Format is MediaFormat.Heic or MediaFormat.Avif;
        PixelSize stored = turned ? request.Header.Size : request.StoredSize;
        if (!IsPart(source.Size.Width, stored.Width, divisor) || !IsPart(source.Size.Height, stored.Height, divisor))
        {
            return null;
        }

        using CancellationTokenRegistration kill = source.KillOn(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        using VipsPipeline pipeline = new(vips, new VipsImage(vips, vips.GObject.Ref(source.Handle)));
        if (rows is { } count)
        {
            pipeline.KeepRows(count);
        }

        if (request.Header.Format == MediaFormat.Jpeg)
        {
            // It leaves out what fills a cell only in part. Without it the picture would be stretched, and otherwise than by other engines.
            pipeline.Extend(ScaledDecode.Cells(stored, divisor));
        }

        string? remark = Convert(pipeline, turned ? request.Size : request.StoredTarget, HasProfile(request, source));
        pipeline.CopyToMemory();
        cancellationToken.ThrowIfCancellationRequested();
        Finish(pipeline, turned ? 1 : request.Header.Orientation, turned ? LeastOpaqueWhenLossy : byte.MaxValue);
        VipsMetadata.Update(pipeline.Image, request.KeepMetadata);
        return new VipsResizedImage(vips, pipeline.Detach(), request.KeepMetadata)
        {
            IsPartial = failOn == VipsFailOn.None || rows is not null,
            Remark = remark,
        };
    }

    /// <summary>How many rows of a damaged image can be decoded, from the top.</summary>
    /// <exception cref="VipsException">Not even the header can be read.</exception>
    public int CountRows(ResizeRequest request)
    {
        using VipsImage source = Load(request, VipsFailOn.Error, divisor: 1);
        return source.CountRows(StripHeight);
    }

    private VipsImage Load(ResizeRequest request, VipsFailOn failOn, int divisor)
    {
        using VipsOperation operation = new(vips, VipsFormats.Loader(request.Header.Format));
        operation.Set("buffer"u8, request.Bytes.Start, request.Bytes.Length).Set("access"u8, Sequential).Set("fail_on"u8, (int)failOn);
        if (divisor > 1 && request.Header.Format == MediaFormat.WebP)
        {
            operation.Set("scale"u8, 1.0 / divisor);
        }
        else if (divisor > 1)
        {
            operation.Set("shrink"u8, divisor);
        }

        return operation.Run(VipsStage.Header);
    }

    // An animated WebP is never scaled where a frame is smaller than the canvas.
    private static int Divisor(ResizeRequest request) =>
        request.Header.Format == MediaFormat.Jpeg || (request.Header.Format == MediaFormat.WebP && !request.Header.IsAnimated)
            ? ScaledDecode.WholeDivisor(request.StoredSize, request.StoredTarget)
            : 1;

    // JPEG rounds down, WebP to the nearest.
    private static bool IsPart(int pixels, int stored, int divisor) =>
        pixels >= stored / divisor && pixels <= (stored + divisor - 1) / divisor;

    private static bool HasProfile(ResizeRequest request, VipsImage source)
    {
        if (request.Profile is { } profile)
        {
            source.Set(VipsColors.Profile, profile.Bytes.Span);
            return true;
        }

        // Of these three the caller knows the profile, and that it is sRGB when it tells none; of the others only the decoder does.
        return request.Header.Format is not (MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP) && source.Has(VipsColors.Profile);
    }

    private static string? Convert(VipsPipeline pipeline, PixelSize target, bool hasProfile)
    {
        VipsColors.Simplify(pipeline);
        VipsBandFormat format = pipeline.Image.Format;
        if (pipeline.Image.HasAlpha && pipeline.Image.Size != target)
        {
            pipeline.Premultiply();
            pipeline.Reduce(target);
            pipeline.Unpremultiply(format);
        }
        else
        {
            pipeline.Reduce(target);
        }

        return VipsColors.ToSrgb(pipeline, hasProfile);
    }

    private static void Finish(VipsPipeline pipeline, int orientation, byte leastOpaque)
    {
        if (pipeline.Image.HasAlpha && PixelScan.IsOpaque(pipeline.Image.Pixels, pipeline.Image.Bands, leastOpaque))
        {
            pipeline.KeepBands(pipeline.Image.Bands - 1);
        }

        pipeline.Turn(orientation);
        pipeline.CopyToMemory();
    }
}
