using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Reads the header of a WebP file (RFC 9649).</summary>
/// <remarks>
/// "RIFF", 32-bit little-endian size of what follows, "WEBP", then chunks: 4 letters, 32-bit size, data, padding to an even size.
/// "VP8 ": frame tag (3; lowest bit 0 for a key frame), 9D 01 2A, width (14 bits of 2 bytes), height (likewise).
/// "VP8L": 2F, then 14 bits of width - 1, 14 bits of height - 1, 1 bit for alpha, 3 bits of version, which is 0.
/// "VP8X": flags (1; 02 animation, 08 EXIF), reserved (3), canvas width - 1 (3), canvas height - 1 (3).
/// The "EXIF" chunk, a TIFF structure, stands behind the pixels.
/// </remarks>
internal static class WebPHeaderReader
{
    private const uint Vp8 = 0x56503820;
    private const uint Vp8L = 0x5650384C;
    private const uint Vp8X = 0x56503858;
    private const uint Exif = 0x45584946;
    private const int FirstChunk = 12;
    private const int FirstData = 20;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        long riff = window.UInt32(4, bigEndian: false);
        (uint type, uint size) = ReadChunk(ref window, FirstChunk);
        if (riff < FirstChunk || FirstData - 8 + (long)size > riff)
        {
            throw HeaderError.Corrupt(Invariant($"The RIFF size is {riff} bytes, too few for a chunk {FourCC.Name(type)} of {size} bytes."));
        }

        int needed = type switch
        {
            Vp8 or Vp8X => 10,
            Vp8L => 5,
            _ => throw HeaderError.Corrupt(Invariant($"The first chunk is {FourCC.Name(type)} instead of 'VP8 ', 'VP8L' or 'VP8X'.")),
        };
        if (size < needed)
        {
            throw HeaderError.Corrupt(Invariant($"Chunk {FourCC.Name(type)} has {size} bytes instead of {needed} at least."));
        }

        ReadOnlySpan<byte> data = window.At(FirstData, needed);
        return type switch
        {
            Vp8 => ReadLossy(data),
            Vp8L => ReadLossless(data),
            _ => ReadExtended(ref window, data, FirstData + size + (size & 1), riff + 8),
        };
    }

    private static MediaHeader ReadLossy(ReadOnlySpan<byte> data)
    {
        if ((data[0] & 1) != 0 || !data.Slice(3, 3).SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
        {
            throw HeaderError.Corrupt("The VP8 data does not begin with a key frame.");
        }

        int width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
        int height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        return Oriented.Header(MediaFormat.WebP, (ulong)width, (ulong)height);
    }

    private static MediaHeader ReadLossless(ReadOnlySpan<byte> data)
    {
        uint bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        if (data[0] != 0x2F || bits >> 29 != 0)
        {
            throw HeaderError.Corrupt(Invariant($"The VP8L data begins with {data[0]:X2} and version {bits >> 29} instead of 2F and 0."));
        }

        return Oriented.Header(MediaFormat.WebP, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
    }

    private static MediaHeader ReadExtended(ref HeaderWindow window, ReadOnlySpan<byte> data, long next, long end)
    {
        byte flags = data[0];
        uint width = (BinaryPrimitives.ReadUInt32LittleEndian(data[4..]) & 0xFFFFFF) + 1;
        uint height = (BinaryPrimitives.ReadUInt32LittleEndian(data[6..]) >> 8) + 1;
        int orientation = (flags & 0x08) != 0 ? FindOrientation(ref window, next, end) : 1;
        return Oriented.Header(MediaFormat.WebP, width, height, orientation, (flags & 0x02) != 0);
    }

    /// <summary>Follows the chunks to the EXIF one. Where the file is cut before it, the size could be wrong by a quarter turn.</summary>
    private static int FindOrientation(ref HeaderWindow window, long position, long end)
    {
        while (position + 8 <= end)
        {
            if (position + 8 > window.Length)
            {
                throw HeaderError.Truncated(window.Length, "the EXIF metadata that its header announces");
            }

            (uint type, uint size) = ReadChunk(ref window, position);
            long data = position + 8;
            if (type == Exif)
            {
                return ReadExif(ref window, data, data + size);
            }

            position = data + size + (size & 1);
        }

        return 1;
    }

    private static int ReadExif(ref HeaderWindow window, long start, long end)
    {
        if (end > window.Length)
        {
            throw HeaderError.Truncated(window.Length, "the end of its EXIF metadata");
        }

        // Some writers keep the prefix that EXIF has in JPEG.
        bool prefixed = end - start >= 6 && window.At(start, 6).SequenceEqual("Exif\0\0"u8);
        return Oriented.Normalize(ExifOrientation.Read(ref window, prefixed ? start + 6 : start, end));
    }

    private static (uint Type, uint Size) ReadChunk(ref HeaderWindow window, long position)
    {
        ReadOnlySpan<byte> head = window.At(position, 8);
        return (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32LittleEndian(head[4..]));
    }
}
