namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>
/// Files without end, each of which keeps one reader busy: it never comes to the size, to the orientation, or to a second frame.
/// </summary>
internal static class Hostile
{
    private static readonly byte[] HeifStart = Heif.FileType("heic", "mif1");

    // "meta" of size 0, which goes on to the end of the file, and the primary item.
    private static readonly byte[] MetaStart = [.. HeifStart, .. Heif.Box("meta", 0, new byte[4]), .. Heif.Primary(1)];

    public static IReadOnlyDictionary<string, Func<RepeatingSource>> Sources { get; } = new Dictionary<string, Func<RepeatingSource>>
    {
        ["jpeg of zeros"] = () => new([0xFF, 0xD8, 0xFF, 0xFE, 0, 2], [0], 1),
        ["jpeg of fill bytes"] = () => new(Jpeg.Start, [0xFF], 1),
        ["jpeg of stuffed bytes"] = () => new([0xFF, 0xD8, 0xFF, 0xD0], [0xFF, 0], 2),
        ["jpeg of restart markers"] = () => new(Jpeg.Start, [0xFF, 0xD0], 2),
        ["jpeg of empty segments"] = () => new(Jpeg.Start, Jpeg.Segment(Jpeg.App2), 4),
        ["jpeg of long segments"] = () => new(Jpeg.Start, Jpeg.SegmentWith(Jpeg.App2, 65_535), 65_537),
        ["jpeg of exif without orientation"] = () => new(Jpeg.Start, Jpeg.Exif(Tiff.FileWith(true, false, 8, 65_535)), 26),
        ["jpeg of long exif"] = () => new(Jpeg.Start, [0xFF, 0xE1, 0xFF, 0xFF, .. "Exif\0\0"u8, .. Tiff.FileWith(true, false, 8, 65_535)], 65_537),
        ["png of empty chunks"] = () => new([.. Png.Signature, .. Png.Header(300, 200)], Png.Chunk("tEXt"), 12),
        ["png of long chunks"] = () => new([.. Png.Signature, .. Png.Header(300, 200)], Png.Chunk("tEXt", 100_000, []), 100_012),
        ["png of longest chunks"] = () => new([.. Png.Signature, .. Png.Header(300, 200)], Png.Chunk("tEXt", uint.MaxValue, []), 12L + uint.MaxValue),
        ["png of exif without orientation"] = () => new([.. Png.Signature, .. Png.Header(300, 200)], Png.Chunk("eXIf", 100_000, Tiff.FileWith(false, true, 16, 5_000)), 100_012),
        ["gif of sub-blocks"] = () => new(Gif.File(300, 200, Gif.FrameStart()), Gif.SubBlock, 256),
        ["gif of shortest sub-blocks"] = () => new(Gif.File(300, 200, Gif.FrameStart()), [1, 0xFF], 2),
        ["gif of comments"] = () => new(Gif.Screen(300, 200), [0x21, 0xFE, 0], 3),
        ["gif of loops"] = () => new(Gif.Screen(300, 200), Gif.Application("NETSCAPE2.0"), 19),
        ["webp of empty chunks"] = () => new(WebP.File(uint.MaxValue, WebP.Extended(WebP.HasExif, 300, 200)), WebP.Chunk("XMP "), 8),
        ["webp of long chunks"] = () => new(WebP.File(uint.MaxValue, WebP.Extended(WebP.HasExif, 300, 200)), WebP.Chunk("XMP ", 10_000, []), 10_008),
        ["webp of long exif"] = () => new(
            [.. WebP.File(uint.MaxValue, WebP.Extended(WebP.HasExif, 300, 200)), .. WebP.Chunk("EXIF", 0xFFFFFF00, Tiff.FileWith(false, true, 16, ulong.MaxValue))], [1], 20),
        ["bmp of zeros"] = () => new(Bmp.Info(40, 300, 200), [0], 1),
        ["tiff of 65,535 entries"] = () => new(Tiff.FileWith(true, false, 8, 65_535), [1], 12),
        ["tiff of endless entries"] = () => new(Tiff.FileWith(false, true, 16, ulong.MaxValue)[..24], [1], 20),
        ["tiff of endless sizes of no type"] = () => new(Tiff.FileWith(false, true, 16, ulong.MaxValue)[..24], [0, 1, 2, 0], 20),
        ["tiff with a directory at the end"] = () => new(Tiff.FileWith(false, true, long.MaxValue - 8, 1), [1], 20),
        ["heif of empty boxes"] = () => new(HeifStart, Heif.Box("free"), 8),
        ["heif of long boxes"] = () => new(HeifStart, Heif.Box("free", 1_000_000, []), 1_000_000),
        ["heif of 64-bit boxes"] = () => new(HeifStart, [0, 0, 0, 1, .. "free"u8, 0, 0, 0x40, 0, 0, 0, 0, 0], 1L << 46),
        ["heif of brands"] = () => new(Heif.Box("ftyp", 0, new byte[8]), "none"u8.ToArray(), 4),
        ["heif of boxes in meta"] = () => new(MetaStart, Heif.Box("free"), 8),
        ["heif of boxes in iprp"] = () => new([.. MetaStart, .. Heif.Box("iprp", 0, [])], Heif.Box("free"), 8),
        ["heif of maps"] = () => new([.. MetaStart, .. Heif.Box("iprp", 0, Heif.Box("ipco"))], Heif.Map(), 16),
        ["heif of items without properties"] = () => new(
            [.. MetaStart, .. Heif.Box("iprp", 0, [.. Heif.Box("ipco"), .. Heif.Box("ipma", 0, [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF])])], [0, 2, 0], 3),
        ["heif of properties"] = () => Properties(propertySize: 8),
        ["heif of long properties"] = () => Properties(propertySize: 6_000),
    };

    /// <summary>32,000 properties, and a primary item that has the last of them 255 times.</summary>
    private static RepeatingSource Properties(int propertySize)
    {
        const int Count = 32_000;
        ByteWriter entry = new ByteWriter().U32(1).U16(1).Raw(255);
        for (int i = 0; i < 255; i++)
        {
            entry.U16(Count - 1);
        }

        byte[] map = Heif.FullBox("ipma", 1, entry.ToArray());
        byte[] container = Heif.Box("ipco", (uint)(8 + (Count * propertySize)), []);
        return new([.. MetaStart, .. Heif.Box("iprp", 0, container)], Heif.Box("free", (uint)propertySize, []), propertySize, Count, map);
    }
}
