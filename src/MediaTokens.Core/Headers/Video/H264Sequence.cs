namespace MediaTokens.Headers.Video;

/// <summary>Reads a sequence parameter set of H.264 (ITU-T H.264, 7.3.2.1.1 and E.1.1).</summary>
internal static class H264Sequence
{
    private const uint MostReferences = 255;
    private const uint MostBlocks = 4096;
    private const uint Extended = 255;

    /// <summary>Reads the set.</summary>
    /// <param name="unit">The NAL unit from its header byte on; what follows the unit does not matter.</param>
    /// <param name="sequence">The cropped size and the frame rate.</param>
    /// <returns>Whether it is such a set and whole.</returns>
    public static bool TryRead(ReadOnlySpan<byte> unit, out CodedSequence sequence)
    {
        sequence = default;
        if (unit.Length < 5 || (unit[0] & 0x1F) != 7)
        {
            return false;
        }

        int profile = unit[1];
        var bits = new BitReader(unit[4..], hasEmulation: true);
        _ = bits.Golomb();
        uint chroma = IsHigh(profile) ? ReadChroma(ref bits) : 1;
        _ = bits.Golomb();
        if (!SkipOrderCount(ref bits))
        {
            return false;
        }

        _ = bits.Golomb();
        _ = bits.Bit();
        ulong width = bits.Golomb() + 1UL;
        ulong height = bits.Golomb() + 1UL;
        bool hasFields = !bits.Flag();
        _ = hasFields && bits.Flag();
        _ = bits.Bit();
        if (width > MostBlocks || height > MostBlocks)
        {
            return false;
        }

        uint fields = hasFields ? 2u : 1u;
        (ulong cropX, ulong cropY) = bits.Flag() ? ReadCrop(ref bits, chroma, fields) : default;
        width *= 16;
        height *= 16 * fields;
        (long numerator, long denominator) = !bits.IsPastEnd && bits.Flag() ? ReadTiming(ref bits) : default;
        if (bits.IsPastEnd || cropX >= width || cropY >= height)
        {
            return false;
        }

        // A tick is a field's time.
        sequence = new CodedSequence((uint)(width - cropX), (uint)(height - cropY), numerator, 2 * denominator);
        return true;
    }

    private static bool IsHigh(int profile) => profile is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 or 138 or 139 or 134 or 135;

    private static uint ReadChroma(ref BitReader bits)
    {
        uint chroma = bits.Golomb();
        bool hasPlanes = chroma == 3 && bits.Flag();
        _ = bits.Golomb();
        _ = bits.Golomb();
        _ = bits.Bit();
        if (bits.Flag())
        {
            int lists = chroma == 3 ? 12 : 8;
            for (int i = 0; i < lists; i++)
            {
                if (bits.Flag())
                {
                    SkipScalingList(ref bits, i < 6 ? 16 : 64);
                }
            }
        }

        return hasPlanes ? 0 : chroma;
    }

    private static void SkipScalingList(ref BitReader bits, int size)
    {
        long last = 8;
        for (int i = 0; i < size && last != 0; i++)
        {
            last = (last + bits.SignedGolomb()) & 0xFF;
        }
    }

    private static bool SkipOrderCount(ref BitReader bits)
    {
        uint kind = bits.Golomb();
        if (kind == 0)
        {
            _ = bits.Golomb();
        }
        else if (kind == 1)
        {
            _ = bits.Bit();
            _ = bits.Golomb();
            _ = bits.Golomb();
            uint count = bits.Golomb();
            for (uint i = 0; i < count && count <= MostReferences; i++)
            {
                _ = bits.Golomb();
            }

            return count <= MostReferences;
        }

        return kind <= 2;
    }

    /// <summary>The pixels that are cropped, of both sides together.</summary>
    private static (ulong X, ulong Y) ReadCrop(ref BitReader bits, uint chroma, uint fields)
    {
        ulong x = (ulong)bits.Golomb() + bits.Golomb();
        ulong y = (ulong)bits.Golomb() + bits.Golomb();
        return (x * (chroma is 1 or 2 ? 2u : 1u), y * (chroma == 1 ? 2u : 1u) * fields);
    }

    private static (long Numerator, long Denominator) ReadTiming(ref BitReader bits)
    {
        if (bits.Flag() && bits.Bits(8) == Extended)
        {
            _ = bits.Bits(32);
        }

        _ = bits.Flag() && bits.Flag();
        if (bits.Flag())
        {
            _ = bits.Bits(4);
            if (bits.Flag())
            {
                _ = bits.Bits(24);
            }
        }

        if (bits.Flag())
        {
            _ = bits.Golomb();
            _ = bits.Golomb();
        }

        if (!bits.Flag())
        {
            return default;
        }

        long ticks = bits.Bits(32);
        long scale = bits.Bits(32);
        return (scale, ticks);
    }
}
