namespace MediaTokens.Headers.Video;

/// <summary>Reads bits, the highest of a byte first. Behind the end it reads zeros and says so in <see cref="IsPastEnd"/>.</summary>
/// <param name="bytes">What to read.</param>
/// <param name="hasEmulation">
/// Whether a 3 after two zeros was put in only so that no start code appears (ITU-T H.264, 7.3.1), and is left out.
/// </param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes, bool hasEmulation)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _hasEmulation = hasEmulation;
    private int _next;
    private int _zeros;
    private uint _current;
    private int _bitsLeft;

    public bool IsPastEnd { get; private set; }

    public uint Bit() => Bits(1);

    public bool Flag() => Bits(1) != 0;

    /// <summary>An unsigned number of up to 32 bits.</summary>
    public uint Bits(int count)
    {
        uint value = 0;
        for (int i = 0; i < count; i++)
        {
            if (_bitsLeft == 0)
            {
                NextByte();
            }

            _bitsLeft--;
            value = (value << 1) | ((_current >> _bitsLeft) & 1);
        }

        return value;
    }

    public void Skip(int count)
    {
        for (; count > 32; count -= 32)
        {
            _ = Bits(32);
        }

        _ = Bits(count);
    }

    /// <summary>An unsigned Exp-Golomb number (ITU-T H.264, 9.1).</summary>
    public uint Golomb()
    {
        int zeros = 0;
        while (zeros < 32 && !IsPastEnd && !Flag())
        {
            zeros++;
        }

        return zeros < 32 ? (uint)((1UL << zeros) - 1 + Bits(zeros)) : uint.MaxValue;
    }

    /// <summary>A signed Exp-Golomb number.</summary>
    public long SignedGolomb()
    {
        long value = Golomb();
        return (value & 1) != 0 ? (value + 1) / 2 : -(value / 2);
    }

    private void NextByte()
    {
        if (_hasEmulation && _zeros >= 2 && _next < _bytes.Length && _bytes[_next] == 3)
        {
            _next++;
            _zeros = 0;
        }

        IsPastEnd |= _next >= _bytes.Length;
        _current = _next < _bytes.Length ? _bytes[_next++] : 0u;
        _zeros = _current == 0 ? _zeros + 1 : 0;
        _bitsLeft = 8;
    }
}
