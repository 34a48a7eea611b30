namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>One entry of a TIFF directory.</summary>
/// <param name="Tag">256 width, 257 length, 274 orientation.</param>
/// <param name="Type">1 BYTE, 3 SHORT, 4 LONG, 16 LONG8.</param>
/// <param name="Value">The value, left-justified in its field.</param>
/// <param name="Count">How many values the entry tells.</param>
internal sealed record TiffEntry(int Tag, int Type, ulong Value, ulong Count = 1);

/// <summary>TIFF and BigTIFF files with one directory, and EXIF metadata, which has the same structure.</summary>
internal static class Tiff
{
    public const int Byte = 1;
    public const int Short = 3;
    public const int Long = 4;
    public const int Long8 = 16;

    public static byte[] Image(ulong width, ulong height, int type = Long, bool bigEndian = false, bool bigTiff = false, int orientation = 1) =>
        File(bigEndian, bigTiff, new(256, type, width), new(257, type, height), new(274, Short, (ulong)orientation));

    public static byte[] Exif(int orientation, bool bigEndian = true) =>
        File(bigEndian, bigTiff: false, new TiffEntry(274, Short, (ulong)orientation));

    public static byte[] File(bool bigEndian, bool bigTiff, params TiffEntry[] entries) =>
        FileWith(bigEndian, bigTiff, bigTiff ? 16UL : 8UL, (ulong)entries.Length, entries);

    /// <summary>A file whose directory may be told to be elsewhere, and to have another number of entries.</summary>
    public static byte[] FileWith(bool bigEndian, bool bigTiff, ulong offset, ulong count, params TiffEntry[] entries)
    {
        ByteWriter writer = new ByteWriter(bigEndian).Text(bigEndian ? "MM" : "II");
        _ = bigTiff
            ? writer.U16(43).U16(8).U16(0).U64(offset).U64(count)
            : writer.U16(42).U32((uint)offset).U16((int)count);
        foreach (TiffEntry entry in entries)
        {
            writer.U16(entry.Tag).U16(entry.Type);
            _ = bigTiff ? writer.U64(entry.Count) : writer.U32((uint)entry.Count);
            byte[] value = Value(bigEndian, entry);
            Array.Resize(ref value, bigTiff ? 8 : 4);
            writer.Raw(value);
        }

        _ = bigTiff ? writer.U64(0) : writer.U32(0);
        return writer.ToArray();
    }

    private static byte[] Value(bool bigEndian, TiffEntry entry)
    {
        ByteWriter writer = new(bigEndian);
        return (entry.Type switch
        {
            Byte => writer.Raw((byte)entry.Value),
            Short => writer.U16((int)entry.Value),
            Long8 => writer.U64(entry.Value),
            _ => writer.U32((uint)entry.Value),
        }).ToArray();
    }
}
