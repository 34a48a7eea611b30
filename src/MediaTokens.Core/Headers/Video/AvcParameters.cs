using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Finds the size of H.264 pictures (ITU-T H.264, 7.3.2.1.1; ISO/IEC 14496-15 for the record around it).</summary>
/// <remarks>
/// Record "avcC": version 1, profile, its constraints and level (1 each), length of lengths (1), number of sequence parameter sets (5 bits of 1),
/// and for each its length (2) and its bytes. A set is a unit of type 7 in which a 3 stands after two zeros wherever a number up to 3 would follow them.
/// </remarks>
internal static class AvcParameters
{
    private const int RecordHead = 8;
    private const int TypeOfSet = 7;

    // All that comes before the size, with all scaling lists.
    private const int LongestSet = 1024;

    /// <summary>The pixels after cropping, from the first set in a record; null where it has none that can be read.</summary>
    public static (ulong Width, ulong Height)? ReadSize(ref HeaderWindow window, long record, long end)
    {
        if (end - record < RecordHead || !window.TryAt(record, RecordHead, out ReadOnlySpan<byte> head) || head[0] != 1 || (head[5] & 0x1F) == 0)
        {
            return null;
        }

        int told = BinaryPrimitives.ReadUInt16BigEndian(head[6..]);
        int length = (int)Math.Min(Math.Min(told, LongestSet), end - record - RecordHead);
        return window.TryAt(record + RecordHead, length, out ReadOnlySpan<byte> set) ? ReadSize(set) : null;
    }

    /// <summary>The pixels after cropping, from a sequence parameter set; null where it cannot be read.</summary>
    public static (ulong Width, ulong Height)? ReadSize(ReadOnlySpan<byte> set)
    {
        if (set.Length < 4 || (set[0] & 0x1F) != TypeOfSet)
        {
            return null;
        }

        Span<byte> plain = stackalloc byte[LongestSet];
        var bits = new BitReader(plain[..Unescape(set[1..], plain)]);
        return ReadSize(ref bits);
    }

    private static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> plain)
    {
        int zeros = 0;
        int count = 0;
        foreach (byte value in escaped[..Math.Min(escaped.Length, plain.Length)])
        {
            if (zeros >= 2 && value == 3)
            {
                zeros = 0;
                continue;
            }

            zeros = value == 0 ? zeros + 1 : 0;
            plain[count++] = value;
        }

        return count;
    }

    private static (ulong Width, ulong Height)? ReadSize(ref BitReader bits)
    {
        uint profile = bits.Read(8);
        bits.Read(16);
        bits.Golomb();
        uint chroma = HasChroma(profile) ? ReadChroma(ref bits) : 1;
        bits.Golomb();
        SkipPictureOrder(ref bits);
        bits.Golomb();
        bits.Flag();
        ulong columns = bits.Golomb() + 1UL;
        ulong rows = bits.Golomb() + 1UL;
        bool isOfFrames = bits.Flag();
        if (!isOfFrames)
        {
            bits.Flag();
        }

        bits.Flag();
        ulong width = columns * 16;
        ulong height = rows * 16 * (isOfFrames ? 1UL : 2);
        if (bits.Flag())
        {
            // Cropping counts in samples of colour.
            ulong unitX = chroma is 1 or 2 ? 2UL : 1;
            ulong unitY = (chroma == 1 ? 2UL : 1) * (isOfFrames ? 1UL : 2);
            ulong horizontal = ((ulong)bits.Golomb() + bits.Golomb()) * unitX;
            ulong vertical = ((ulong)bits.Golomb() + bits.Golomb()) * unitY;
            width = width > horizontal ? width - horizontal : 0;
            height = height > vertical ? height - vertical : 0;
        }

        return bits.IsOverrun || width is 0 or > int.MaxValue || height is 0 or > int.MaxValue ? null : (width, height);
    }

    private static bool HasChroma(uint profile) => profile is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 or 138 or 139 or 134 or 135;

    /// <summary>The format of the colours, 0 where their planes are apart, and past the scaling lists.</summary>
    private static uint ReadChroma(ref BitReader bits)
    {
        const uint Full = 3;
        uint format = bits.Golomb();
        bool isApart = format == Full && bits.Flag();
        bits.Golomb();
        bits.Golomb();
        bits.Flag();
        if (bits.Flag())
        {
            int lists = format == Full ? 12 : 8;
            for (int i = 0; i < lists; i++)
            {
                if (bits.Flag())
                {
                    SkipScalingList(ref bits, i < 6 ? 16 : 64);
                }
            }
        }

        return isApart ? 0 : format;
    }

    private static void SkipScalingList(ref BitReader bits, int count)
    {
        int scale = 8;
        for (int i = 0; i < count && scale != 0; i++)
        {
            scale = (scale + bits.SignedGolomb()) & 0xFF;
        }
    }

    private static void SkipPictureOrder(ref BitReader bits)
    {
        switch (bits.Golomb())
        {
            case 0:
                bits.Golomb();
                break;
            case 1:
                bits.Flag();
                bits.Golomb();
                bits.Golomb();
                uint cycle = bits.Golomb();
                for (uint i = 0; i < cycle && !bits.IsOverrun; i++)
                {
                    bits.Golomb();
                }

                break;
        }
    }
}
