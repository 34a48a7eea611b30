using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;

namespace MediaTokens.Core.Tests.Imaging.Making;

/// <summary>Whole files of any size in pixels and any length in bytes, whose pixels are zeros.</summary>
internal static class Picture
{
    /// <summary>A file that readers of headers and of parts find nothing wrong with.</summary>
    /// <param name="format">JPEG, PNG or WebP.</param>
    /// <param name="size">Pixels.</param>
    /// <param name="length">Bytes, as near as the format allows.</param>
    /// <param name="extra">JPEG segments or PNG chunks that stand before the pixels.</param>
    public static byte[] Of(MediaFormat format, PixelSize size, int length, params byte[][] extra) => format switch
    {
        MediaFormat.Jpeg => OfJpeg(size, length, extra),
        MediaFormat.Png => OfPng(size, length, extra),
        MediaFormat.WebP => OfWebP(size, length),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No engine writes it."),
    };

    private static byte[] OfJpeg(PixelSize size, int length, byte[][] extra)
    {
        byte[] start = Jpeg.File([.. extra, Jpeg.Frame(size.Width, size.Height), Jpeg.Segment(0xDA, 1, 1, 0, 0, 63, 0)]);
        return [.. start, .. new byte[Math.Max(0, length - start.Length - 2)], 0xFF, 0xD9];
    }

    private static byte[] OfPng(PixelSize size, int length, byte[][] extra)
    {
        byte[] header = CheckedPng.Chunk("IHDR", new ByteWriter().U32((uint)size.Width).U32((uint)size.Height).Raw(8, 2, 0, 0, 0).ToArray());
        byte[] start = [.. Png.Signature, .. header, .. extra.SelectMany(chunk => chunk)];
        byte[] pixels = CheckedPng.Chunk("IDAT", new byte[Math.Max(0, length - start.Length - CheckedPng.End.Length - 12)]);
        return [.. start, .. pixels, .. CheckedPng.End];
    }

    private static byte[] OfWebP(PixelSize size, int length)
    {
        byte[] frame = new ByteWriter(bigEndian: false).Raw(0x10, 0, 0, 0x9D, 0x01, 0x2A).U16(size.Width).U16(size.Height).ToArray();
        return WebP.File(WebP.Chunk("VP8 ", [.. frame, .. new byte[Math.Max(0, (length - 30) & ~1)]]));
    }
}
