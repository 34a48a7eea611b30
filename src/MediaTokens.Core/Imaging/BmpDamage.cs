using System.Buffers.Binary;

namespace MediaTokens.Imaging;

/// <summary>Looks whether the pixels of an uncompressed bitmap are all in the file.</summary>
/// <remarks>
/// Offset of the pixels at byte 10 (4, little-endian), size of the second header at 14 (4). In a header of 12 bytes: width at 18 (2),
/// height (2), planes (2), bits per pixel (2). In a longer one: width at 18 (4), height (4), planes (2), bits per pixel (2), and from
/// 20 bytes on, compression (4): 0 none; 3 and 6 none, with channel masks, but for OS/2, whose headers have 16 to 64 bytes other than 40, 52 and 56.
/// Rows are padded to 4 bytes.
/// </remarks>
internal static class BmpDamage
{
    private const int CoreHeader = 12;
    private const int CoreEnd = 26;
    private const int InfoEnd = 34;

    public static string? Find(ReadOnlySpan<byte> file)
    {
        bool isCore = file.Length >= CoreEnd && BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) == CoreHeader;
        if (file.Length < (isCore ? CoreEnd : InfoEnd))
        {
            return PartList.Cut(file.Length, "within its header");
        }

        long? end = isCore ? CorePixelsEnd(file) : PixelsEnd(file);
        return end > file.Length ? PartList.Cut(file.Length, "in the middle of the image data") : null;
    }

    private static long CorePixelsEnd(ReadOnlySpan<byte> file) => End(
        file,
        BinaryPrimitives.ReadUInt16LittleEndian(file[18..]),
        BinaryPrimitives.ReadUInt16LittleEndian(file[20..]),
        BinaryPrimitives.ReadUInt16LittleEndian(file[24..]));

    private static long? PixelsEnd(ReadOnlySpan<byte> file)
    {
        uint headerSize = BinaryPrimitives.ReadUInt32LittleEndian(file[14..]);
        uint compression = headerSize < 20 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file[30..]);
        bool isWindows = headerSize is 40 or 52 or 56 or 108 or 124;
        if (compression != 0 && !(isWindows && compression is 3 or 6))
        {
            return null;
        }

        return End(
            file,
            BinaryPrimitives.ReadInt32LittleEndian(file[18..]),
            Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(file[22..])),
            BinaryPrimitives.ReadUInt16LittleEndian(file[28..]));
    }

    /// <summary>Where the last row ends, its padding apart, which decoders do without.</summary>
    private static long End(ReadOnlySpan<byte> file, long width, long height, int bitsPerPixel)
    {
        long rowBits = width * bitsPerPixel;
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(file[10..]);

        // In 128 bits: a hostile size may pass 64, and the answer is only compared.
        Int128 end = offset + ((Int128)(height - 1) * ((rowBits + 31) / 32 * 4)) + ((rowBits + 7) / 8);
        return end > long.MaxValue ? long.MaxValue : (long)end;
    }
}
