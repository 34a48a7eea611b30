namespace MediaTokens.Headers.Video;

/// <summary>Reads numbers of some bits each, the highest bit first. What is read behind the end is 0.</summary>
/// <param name="bytes">What to read.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestPrefix = 31;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Whether something was read behind the end, or no number could be.</summary>
    public bool IsOverrun { get; private set; }

    /// <summary>Reads a number of up to 32 bits.</summary>
    public uint Read(int count)
    {
        uint value = 0;
        for (int i = 0; i < count; i++)
        {
            value = (value << 1) | Bit();
        }

        return value;
    }

    public bool Flag() => Bit() != 0;

    /// <summary>Reads an exponential Golomb code (ITU-T H.264, 9.1): as many zeros as bits follow the first 1.</summary>
    public uint Golomb()
    {
        int zeros = 0;
        while (zeros <= LongestPrefix && !IsOverrun && Bit() == 0)
        {
            zeros++;
        }

        if (zeros > LongestPrefix || IsOverrun)
        {
            IsOverrun = true;
            return 0;
        }

        return Read(zeros) + ((1U << zeros) - 1);
    }

    /// <summary>Reads an exponential Golomb code whose odd numbers are positive and whose even ones are negative.</summary>
    public int SignedGolomb()
    {
        uint code = Golomb();
        int half = (int)(code >> 1);
        return (code & 1) != 0 ? half + 1 : -half;
    }

    private uint Bit()
    {
        int index = _position >> 3;
        if (index >= _bytes.Length)
        {
            IsOverrun = true;
            return 0;
        }

        return (uint)(_bytes[index] >> (7 - (_position++ & 7))) & 1;
    }
}
