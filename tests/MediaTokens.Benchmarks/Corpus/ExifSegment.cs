using System.Buffers.Binary;

namespace MediaTokens.Benchmarks.Corpus;

/// <summary>
/// An APP1 segment as a camera writes it: marker FF E1, length in two bytes that counts itself, "Exif\0\0", then a little-endian
/// TIFF structure. Its first directory has the orientation, its second one a thumbnail, which is nearly all of the segment.
/// </summary>
internal static class ExifSegment
{
    private const int TiffStart = 10;
    private const int FirstDirectory = 8;
    private const int SecondDirectory = FirstDirectory + 2 + 12 + 4;
    private const int Thumbnail = SecondDirectory + 2 + (3 * 12) + 4;


    /// <summary>Writes a segment that fills the buffer.</summary>
    /// <param name="segment">At most 65,537 bytes.</param>
    /// <param name="orientation">1 to 8.</param>
    /// <param name="content">What the thumbnail is made of: at least as long as the buffer.</param>
    public static void Write(Span<byte> segment, ushort orientation, ReadOnlySpan<byte> content)
    {
        BinaryPrimitives.WriteUInt16BigEndian(segment, 0xFFE1);
        BinaryPrimitives.WriteUInt16BigEndian(segment[2..], checked((ushort)(segment.Length - 2)));
        "Exif\0\0"u8.CopyTo(segment[4..]);

        Span<byte> tiff = segment[TiffStart..];
        "II\x2A\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32LittleEndian(tiff[4..], FirstDirectory);

        Span<byte> first = tiff[FirstDirectory..];
        BinaryPrimitives.WriteUInt16LittleEndian(first, 1);
        WriteEntry(first[2..], 0x0112, type: 3, orientation);
        BinaryPrimitives.WriteUInt32LittleEndian(first[14..], SecondDirectory);

        Span<byte> second = tiff[SecondDirectory..];
        BinaryPrimitives.WriteUInt16LittleEndian(second, 3);
        WriteEntry(second[2..], 0x0103, type: 3, 6);
        WriteEntry(second[14..], 0x0201, type: 4, Thumbnail);
        WriteEntry(second[26..], 0x0202, type: 4, (uint)(tiff.Length - Thumbnail));
        BinaryPrimitives.WriteUInt32LittleEndian(second[38..], 0);

        content[..(tiff.Length - Thumbnail)].CopyTo(tiff[Thumbnail..]);
    }

    private static void WriteEntry(Span<byte> entry, ushort tag, ushort type, uint value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], type);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], value);
    }
}
