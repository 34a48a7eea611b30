using System.Buffers.Binary;

namespace MediaTokens.Headers;

/// <summary>Reads the logical screen of a GIF file (CompuServe GIF89a) and looks for a second frame.</summary>
/// <remarks>
/// "GIF87a" or "GIF89a"; screen width (2, little-endian), height (2), flags (1), background (1), aspect (1).
/// Flag 80: a colour table of 3 * 2^(n+1) bytes follows, n being the low 3 bits. Then blocks:
/// 21 extension: label (1), sub-blocks. 2C image: left, top, width, height (2 each), flags (1), colour table, code size (1), sub-blocks. 3B end.
/// Sub-blocks: size (1), that many bytes, and so on until a size of 0.
/// An application extension (label FF) whose first sub-block is "NETSCAPE2.0" or "ANIMEXTS1.0" makes the frames loop.
/// </remarks>
internal static class GifHeaderReader
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte ApplicationLabel = 0xFF;

    public static MediaHeader Read(ref HeaderWindow window)
    {
        ReadOnlySpan<byte> screen = window.At(0, 13);
        ushort width = BinaryPrimitives.ReadUInt16LittleEndian(screen[6..]);
        ushort height = BinaryPrimitives.ReadUInt16LittleEndian(screen[8..]);
        MediaHeader header = Oriented.Header(MediaFormat.Gif, width, height);
        return header with { IsAnimated = HasSecondFrame(ref window, 13 + ColorTable(screen[10])) };
    }

    /// <summary>
    /// Walks the blocks to the second image. The size is known already, so where the file or the budget ends first,
    /// whether the file is meant to loop has to do as the answer.
    /// </summary>
    private static bool HasSecondFrame(ref HeaderWindow window, long position)
    {
        bool loops = false;
        int frames = 0;
        while (window.TryAt(position, 1, out ReadOnlySpan<byte> block))
        {
            switch (block[0])
            {
                case Image when ++frames == 2:
                    return true;

                case Image when window.TryAt(position, 10, out ReadOnlySpan<byte> descriptor):
                    position += 10 + ColorTable(descriptor[9]) + 1;
                    break;

                case Extension:
                    loops |= IsLoop(ref window, position);
                    position += 2;
                    break;

                case 0x3B:
                    return false;

                default:
                    return loops;
            }

            if (!TrySkipSubBlocks(ref window, ref position))
            {
                return loops;
            }
        }

        return loops;
    }

    private static bool IsLoop(ref HeaderWindow window, long position)
    {
        if (!window.TryAt(position, 14, out ReadOnlySpan<byte> block) || block[1] != ApplicationLabel || block[2] != 11)
        {
            return false;
        }

        return block[3..].SequenceEqual("NETSCAPE2.0"u8) || block[3..].SequenceEqual("ANIMEXTS1.0"u8);
    }

    private static bool TrySkipSubBlocks(ref HeaderWindow window, ref long position)
    {
        while (window.TryAt(position, 1, out ReadOnlySpan<byte> size))
        {
            position += 1 + size[0];
            if (size[0] == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int ColorTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
