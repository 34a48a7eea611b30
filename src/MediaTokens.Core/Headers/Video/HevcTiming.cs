namespace MediaTokens.Headers.Video;

/// <summary>Walks over a sequence parameter set of HEVC from the bit depths to the frame rate (ITU-T H.265, 7.3.2.2, 7.3.4, 7.3.7, E.2.1).</summary>
internal static class HevcTiming
{
    private const int MostSets = 64;
    private const uint MostPictures = 32;
    private const uint Extended = 255;

    public static bool TryRead(ref BitReader bits, int layers, out long ticks, out long scale)
    {
        ticks = 0;
        scale = 0;
        _ = bits.Golomb();
        _ = bits.Golomb();
        uint orderBits = bits.Golomb() + 4;
        int orderings = bits.Flag() ? layers + 1 : 1;
        SkipNumbers(ref bits, (3 * orderings) + 6);
        if (bits.Flag() && bits.Flag())
        {
            SkipScalingLists(ref bits);
        }

        bits.Skip(2);
        if (bits.Flag())
        {
            bits.Skip(8);
            SkipNumbers(ref bits, 2);
            _ = bits.Bit();
        }

        if (orderBits > 16 || !SkipReferenceSets(ref bits) || !SkipLongTerm(ref bits, (int)orderBits))
        {
            return false;
        }

        bits.Skip(2);
        return bits.Flag() && ReadUsability(ref bits, out ticks, out scale) && !bits.IsPastEnd;
    }

    private static void SkipNumbers(ref BitReader bits, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ = bits.Golomb();
        }
    }

    private static void SkipScalingLists(ref BitReader bits)
    {
        for (int size = 0; size < 4; size++)
        {
            for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1)
            {
                bool isCoded = bits.Flag();
                int numbers = isCoded ? Math.Min(64, 1 << (4 + (size << 1))) + (size > 1 ? 1 : 0) : 1;
                SkipNumbers(ref bits, numbers);
            }
        }
    }

    private static bool SkipReferenceSets(ref BitReader bits)
    {
        uint sets = bits.Golomb();
        uint previous = 0;
        for (uint i = 0; i < sets && sets <= MostSets; i++)
        {
            previous = i > 0 && bits.Flag() ? SkipPredictedSet(ref bits, previous) : SkipSet(ref bits);
            if (previous > MostPictures)
            {
                return false;
            }
        }

        return sets <= MostSets;
    }

    private static uint SkipPredictedSet(ref BitReader bits, uint previous)
    {
        _ = bits.Bit();
        _ = bits.Golomb();
        uint count = 0;
        for (uint i = 0; i <= previous; i++)
        {
            bool isUsed = bits.Flag();
            count += isUsed || bits.Flag() ? 1u : 0u;
        }

        return count;
    }

    private static uint SkipSet(ref BitReader bits)
    {
        uint before = bits.Golomb();
        uint after = bits.Golomb();
        if (before > MostPictures || after > MostPictures)
        {
            return uint.MaxValue;
        }

        for (uint i = 0; i < before + after; i++)
        {
            _ = bits.Golomb();
            _ = bits.Bit();
        }

        return before + after;
    }

    private static bool SkipLongTerm(ref BitReader bits, int orderBits)
    {
        uint count = bits.Flag() ? bits.Golomb() : 0;
        for (uint i = 0; i < count && count <= MostPictures; i++)
        {
            bits.Skip(orderBits + 1);
        }

        return count <= MostPictures;
    }

    private static bool ReadUsability(ref BitReader bits, out long ticks, out long scale)
    {
        if (bits.Flag() && bits.Bits(8) == Extended)
        {
            _ = bits.Bits(32);
        }

        _ = bits.Flag() && bits.Flag();
        if (bits.Flag())
        {
            bool hasColours = (bits.Bits(5) & 1) != 0;
            bits.Skip(hasColours ? 24 : 0);
        }

        if (bits.Flag())
        {
            SkipNumbers(ref bits, 2);
        }

        bits.Skip(3);
        if (bits.Flag())
        {
            SkipNumbers(ref bits, 4);
        }

        bool isTold = bits.Flag();
        ticks = isTold ? bits.Bits(32) : 0;
        scale = isTold ? bits.Bits(32) : 0;
        return isTold;
    }
}
