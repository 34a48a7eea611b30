using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Reads the first page of a TIFF 6.0 or BigTIFF file.</summary>
/// <remarks>
/// The layout is that of <see cref="TiffDirectory"/>. Tags: 256 ImageWidth, 257 ImageLength, 274 Orientation,
/// of type BYTE, SHORT, LONG or, in BigTIFF, LONG8. The directory may stand anywhere, often behind the pixels.
/// More directories are more pages, not frames of an animation.
/// </remarks>
internal static class TiffHeaderReader
{
    private const int ImageWidth = 256;
    private const int ImageLength = 257;
    private const string Size = "its directory with the size";

    public static MediaHeader Read(ref HeaderWindow window)
    {
        if (!TiffDirectory.TryOpen(ref window, 0, window.Length, out TiffDirectory directory))
        {
            throw HeaderError.Truncated(window.Length, Size);
        }

        if (directory.Offset < 8)
        {
            throw HeaderError.Corrupt(Invariant($"The directory is said to be at byte {directory.Offset}, within the file header."));
        }

        ulong? width = null;
        ulong? height = null;
        ulong? orientation = null;
        for (ulong i = 0; i < directory.Count && !(width.HasValue && height.HasValue && orientation.HasValue); i++)
        {
            if (!directory.TryTag(ref window, i, out int tag))
            {
                throw HeaderError.Truncated(window.Length, Size);
            }

            if (tag is ImageWidth or ImageLength or ExifOrientation.Tag)
            {
                ulong? value = directory.Value(ref window, i);
                width = tag == ImageWidth ? width ?? value : width;
                height = tag == ImageLength ? height ?? value : height;
                orientation = tag == ExifOrientation.Tag ? orientation ?? value : orientation;
            }
        }

        if (width is null || height is null)
        {
            throw HeaderError.Corrupt(Invariant(
                $"The first directory has no usable {(width is null ? "ImageWidth (256)" : "ImageLength (257)")} among its {directory.Count} entries."));
        }

        int turn = orientation is <= 8 ? Oriented.Normalize((long)orientation) : 1;
        return Oriented.Header(MediaFormat.Tiff, width.Value, height.Value, turn);
    }
}
