using MediaTokens.Imaging;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>Decodes a JPEG file to planes, at the size stored or at a half, a quarter or an eighth of it.</summary>
internal static class ScaledDecoder
{
    // From TurboJPEG's list of scaling factors, those down to an eighth, as eighths: it takes the first whose result fits.
    private static readonly int[] Eighths = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>Decodes.</summary>
    /// <param name="request">The image and the size wanted.</param>
    /// <param name="workspace">Decodes; the planes lie in it.</param>
    /// <param name="isPartial">Whether some of it is wrong or filled in.</param>
    /// <returns>The planes; null when the library cannot decode them as such.</returns>
    /// <exception cref="MediaException">CorruptPixels.</exception>
    public static DecodedPlanes? Decode(ResizeRequest request, Workspace workspace, out bool isPartial)
    {
        isPartial = false;
        string? complaint = workspace.ReadHeader(request.Bytes, out JpegHeader header);
        JpegVerdict verdict = JpegComplaint.Judge(complaint, request.Bytes.Span);
        if (verdict == JpegVerdict.Unable)
        {
            return null;
        }

        if (verdict == JpegVerdict.Lost || IsEmpty(header.Size))
        {
            throw JpegComplaint.Failure(complaint);
        }

        if (header.Size != request.StoredSize || !IsSupported(header))
        {
            return null;
        }

        int eighths = ChooseEighths(request.StoredSize, request.StoredTarget);
        PlaneSet planes = new(workspace.Decoded, Scaled(header.Size, eighths), header.Subsampling);
        complaint = workspace.Decode(request.Bytes, planes);
        verdict = JpegComplaint.Judge(complaint, request.Bytes.Span);
        if (verdict == JpegVerdict.Unable || (verdict == JpegVerdict.Lost && request.AllowPartial))
        {
            return null;
        }

        isPartial = verdict != JpegVerdict.Sound;
        if (isPartial && !request.AllowPartial)
        {
            throw JpegComplaint.Failure(complaint);
        }

        GC.KeepAlive(request);
        return new DecodedPlanes(planes, 8.0 / eighths);
    }

    /// <summary>The scale of the decode, in eighths. The library is told a size, and may find a larger scale that comes to the same for a few pixels.</summary>
    internal static int ChooseEighths(PixelSize stored, PixelSize target)
    {
        for (int divisor = ScaledDecode.Divisor(stored, target); divisor > 1; divisor /= 2)
        {
            int wanted = 8 / divisor;
            PixelSize size = Scaled(stored, wanted);
            if (Array.Find(Eighths, eighths => Fits(Scaled(stored, eighths), size)) == wanted)
            {
                return wanted;
            }
        }

        return 8;
    }

    private static bool IsEmpty(PixelSize size) => size.Width <= 0 || size.Height <= 0;

    private static bool IsSupported(JpegHeader header) => header.Subsampling switch
    {
        ChromaSubsampling.Grey => header.ColorSpace == JpegColorSpace.Grey,
        ChromaSubsampling.Yuv444 or ChromaSubsampling.Yuv422 or ChromaSubsampling.Yuv420 or ChromaSubsampling.Yuv440 =>
            header.ColorSpace == JpegColorSpace.YCbCr,
        _ => false,
    };

    private static PixelSize Scaled(PixelSize size, int eighths) =>
        new((int)((((long)size.Width * eighths) + 7) / 8), (int)((((long)size.Height * eighths) + 7) / 8));

    private static bool Fits(PixelSize size, PixelSize room) => size.Width <= room.Width && size.Height <= room.Height;
}

/// <summary>Planes, and how many pixels of the image as stored go into one of theirs: 1, 2, 4 or 8.</summary>
internal sealed record DecodedPlanes(PlaneSet Planes, double Divisor);
