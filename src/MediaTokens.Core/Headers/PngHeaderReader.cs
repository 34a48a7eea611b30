using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Reads the header of a PNG or APNG file (W3C Portable Network Graphics, third edition).</summary>
/// <remarks>
/// Signature 89 50 4E 47 0D 0A 1A 0A, then chunks: 32-bit big-endian length of the data, 4 letters of type, data, 32-bit CRC.
/// IHDR comes first: width (4), height (4), 5 bytes more. Apple's CgBI may stand before it.
/// Before the pixels (IDAT) may stand acTL, number of frames (4), which makes it an APNG, and eXIf, a TIFF structure.
/// CRCs are not checked: what is damaged in an ancillary chunk does not change the size.
/// </remarks>
internal static class PngHeaderReader
{
    private const uint Ihdr = 0x49484452;
    private const uint Idat = 0x49444154;
    private const uint Iend = 0x49454E44;
    private const uint Actl = 0x6163544C;
    private const uint Exif = 0x65584966;
    private const uint CgBI = 0x43674249;
    private const int SignatureSize = 8;
    private const int ChunkOverhead = 12;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        long position = SignatureSize;
        (uint length, uint type) = ReadChunk(ref window, position);
        if (type == CgBI)
        {
            position += ChunkOverhead + (long)length;
            (length, type) = ReadChunk(ref window, position);
        }

        if (type != Ihdr || length != 13)
        {
            throw HeaderError.Corrupt(Invariant($"The first chunk is {Name(type)} with {length} bytes instead of IHDR with 13."));
        }

        ReadOnlySpan<byte> size = window.At(position + 8, 8);
        uint width = BinaryPrimitives.ReadUInt32BigEndian(size);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(size[4..]);
        (int orientation, bool isAnimated) = ReadUpToPixels(ref window, position + ChunkOverhead + length);
        return Oriented.Header(MediaFormat.Png, width, height, orientation, isAnimated);
    }

    /// <summary>Goes from chunk to chunk until the pixels begin, since an orientation may swap the size.</summary>
    private static (int Orientation, bool IsAnimated) ReadUpToPixels(ref HeaderWindow window, long position)
    {
        int orientation = 0;
        bool isAnimated = false;

        // A file that is nothing but a header tells its size; one that breaks off later may have lost its orientation.
        bool done = position == window.Length;
        while (!done)
        {
            (uint length, uint type) = ReadChunk(ref window, position);
            long data = position + 8;
            long next = position + ChunkOverhead + length;
            done = type is Idat or Iend;
            if (!done && next > window.Length)
            {
                throw HeaderError.Truncated(window.Length, Invariant($"the end of chunk {Name(type)}, which tells {length} bytes"));
            }

            if (type == Actl && length >= 4)
            {
                isAnimated = window.UInt32(data, bigEndian: true) > 1;
            }
            else if (type == Exif && orientation == 0)
            {
                orientation = ExifOrientation.Read(ref window, data, data + length);
            }

            position = next;
        }

        return (Oriented.Normalize(orientation), isAnimated);
    }

    private static (uint Length, uint Type) ReadChunk(ref HeaderWindow window, long position)
    {
        ReadOnlySpan<byte> head = window.At(position, 8);
        return (BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]));
    }

    private static string Name(uint type) => FourCC.Name(type);
}
