namespace MediaTokens.Headers;

/// <summary>Reads the primary image of a HEIC, HEIF or AVIF file (ISO/IEC 23008-12, AV1 Image File Format).</summary>
/// <remarks>
/// Boxes as in <see cref="IsoBox"/>: "ftyp" with major brand (4), minor version (4), compatible brands (4 each);
/// then, among others, the full box "meta", and in it "pitm" with the number of the primary item and "iprp" with the items' properties.
/// EXIF metadata, if any, does not turn the image: the properties do.
/// </remarks>
internal static class HeifHeaderReader
{
    private const uint Ftyp = 0x66747970;
    private const uint Meta = 0x6D657461;
    private const uint Pitm = 0x7069746D;
    private const uint Iprp = 0x69707270;

    // Real files list up to 10 brands.
    private const int MostBrands = 64;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        IsoBox fileType = IsoBox.Read(ref window, 0, window.Length);
        (MediaFormat? found, bool isSequence) = ReadBrands(ref window, fileType);
        MediaFormat format = found ?? throw SignatureHints.NotAnImage(MediaFormat.Mp4);
        if (!IsoBox.TryFind(ref window, fileType.End, window.Length, Meta, out IsoBox meta))
        {
            throw HeaderError.Truncated(window.Length, "a box 'meta' with its images");
        }

        long children = meta.Require(meta.Content, 4) + 4;
        if (!IsoBox.TryFind(ref window, children, meta.End, Pitm, out IsoBox primary)
            || !IsoBox.TryFind(ref window, children, meta.End, Iprp, out IsoBox properties))
        {
            throw HeaderError.Corrupt("The file names no primary image, or no properties of it.");
        }

        uint item = ReadPrimaryItem(ref window, primary);
        (ulong width, ulong height, int orientation) = HeifProperties.Read(ref window, properties, item);
        return Oriented.Header(format, width, height, orientation, isSequence);
    }

    /// <summary>The image format that the brands of an ISO media file say; null for a video.</summary>
    public static MediaFormat? FormatOf(ref HeaderWindow window)
    {
        // Only an image must begin with a file type; the first box of a movie may be cut, and its reader knows whether that matters.
        return window.UInt32(4, bigEndian: true) == Ftyp
            ? ReadBrands(ref window, IsoBox.Read(ref window, 0, window.Length)).Format
            : null;
    }

    private static uint ReadPrimaryItem(ref HeaderWindow window, IsoBox box)
    {
        bool wide = window.Byte(box.Require(box.Content, 6)) != 0;
        return wide
            ? window.UInt32(box.Require(box.Content + 4, 4), bigEndian: true)
            : window.UInt16(box.Content + 4, bigEndian: true);
    }

    private static (MediaFormat? Format, bool IsSequence) ReadBrands(ref HeaderWindow window, IsoBox box)
    {
        uint major = window.UInt32(box.Require(box.Content, 8), bigEndian: true);
        HeifBrands brands = HeifBrands.Of(major);
        HeifBrands all = brands;
        long position = box.Content + 8;
        for (int i = 0; i < MostBrands && box.End - position >= 4; i++, position += 4)
        {
            all |= HeifBrands.Of(window.UInt32(position, bigEndian: true));
        }

        // The major brand decides; one that only says "some HEIF", or nothing known, leaves it to the others.
        HeifBrands coding = brands.IsAv1 || brands.IsHevc ? brands : all;
        MediaFormat? format = coding.IsAv1 ? MediaFormat.Avif : coding.IsHevc || coding.IsHeif ? MediaFormat.Heic : null;
        return (format, all.IsSequence);
    }
}
