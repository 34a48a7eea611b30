using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Reads the header of a Windows or OS/2 bitmap.</summary>
/// <remarks>
/// "BM", file size (4, little-endian), reserved (4), offset of the pixels (4), size of the header that follows (4):
/// 12 BITMAPCOREHEADER: width (2), height (2), unsigned.
/// 16 to 64 OS/2 2.x; 40, 52, 56, 108, 124 Windows: width (4), height (4), signed; a negative height means rows from top to bottom.
/// </remarks>
internal static class BmpHeaderReader
{
    public static MediaHeader Read(ref HeaderWindow window)
    {
        uint headerSize = window.UInt32(14, bigEndian: false);
        switch (headerSize)
        {
            case 12:
                ReadOnlySpan<byte> core = window.At(18, 4);
                ushort coreWidth = BinaryPrimitives.ReadUInt16LittleEndian(core);
                return Oriented.Header(MediaFormat.Bmp, coreWidth, BinaryPrimitives.ReadUInt16LittleEndian(core[2..]));

            case (>= 16 and <= 64) or 108 or 124:
                ReadOnlySpan<byte> info = window.At(18, 8);
                return ReadSigned(BinaryPrimitives.ReadInt32LittleEndian(info), BinaryPrimitives.ReadInt32LittleEndian(info[4..]));

            default:
                throw HeaderError.Corrupt(Invariant($"The bitmap header tells a size of {headerSize} bytes, which no version of it has."));
        }
    }

    private static MediaHeader ReadSigned(int width, int height)
    {
        if (width < 0 || height == int.MinValue)
        {
            throw HeaderError.InvalidDimensions(Invariant($"The header tells {width} x {height} pixels."));
        }

        return Oriented.Header(MediaFormat.Bmp, (ulong)width, (ulong)Math.Abs(height));
    }
}
