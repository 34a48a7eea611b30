namespace MediaTokens.Headers.Video;

/// <summary>Reads a sequence parameter set of HEVC (ITU-T H.265, 7.3.2.2 and E.2.1).</summary>
internal static class HevcSequence
{
    private const int SequenceType = 33;
    private const uint MostSide = 65_535;

    /// <summary>Reads the set.</summary>
    /// <param name="unit">The NAL unit from its header on; what follows the unit does not matter.</param>
    /// <param name="sequence">The cropped size, and the frame rate where it is told.</param>
    /// <returns>Whether it is such a set, whole up to the size.</returns>
    public static bool TryRead(ReadOnlySpan<byte> unit, out CodedSequence sequence)
    {
        sequence = default;
        if (unit.Length < 4 || ((unit[0] >> 1) & 0x3F) != SequenceType)
        {
            return false;
        }

        var bits = new BitReader(unit[2..], hasEmulation: true);
        _ = bits.Bits(4);
        int layers = (int)bits.Bits(3);
        _ = bits.Bit();
        SkipProfile(ref bits, layers);
        _ = bits.Golomb();
        uint chroma = bits.Golomb();
        bool hasPlanes = chroma == 3 && bits.Flag();
        ulong width = bits.Golomb();
        ulong height = bits.Golomb();
        (ulong cropX, ulong cropY) = bits.Flag() ? ReadCrop(ref bits, hasPlanes ? 0 : chroma) : default;
        if (bits.IsPastEnd || width > MostSide || height > MostSide || cropX >= width || cropY >= height)
        {
            return false;
        }

        (long numerator, long denominator) = HevcTiming.TryRead(ref bits, layers, out long ticks, out long scale) ? (scale, ticks) : default;
        sequence = new CodedSequence((uint)(width - cropX), (uint)(height - cropY), numerator, denominator);
        return true;
    }

    private static void SkipProfile(ref BitReader bits, int layers)
    {
        const int Profile = 88;
        const int Level = 8;
        bits.Skip(Profile + Level);
        uint present = layers > 0 ? bits.Bits(16) : 0;
        for (int i = 0; i < layers; i++)
        {
            uint flags = present >> (14 - (2 * i));
            bits.Skip(((flags & 2) != 0 ? Profile : 0) + ((flags & 1) != 0 ? Level : 0));
        }
    }

    private static (ulong X, ulong Y) ReadCrop(ref BitReader bits, uint chroma)
    {
        ulong x = (ulong)bits.Golomb() + bits.Golomb();
        ulong y = (ulong)bits.Golomb() + bits.Golomb();
        return (x * (chroma is 1 or 2 ? 2u : 1u), y * (chroma == 1 ? 2u : 1u));
    }
}
