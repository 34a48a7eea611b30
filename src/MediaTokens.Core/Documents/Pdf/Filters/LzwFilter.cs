namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>
/// LZWDecode (ISO 32000-1, 7.4.4.2): codes of 9 to 12 bits, the first bit first. 256 clears the table, 257 ends the data, and each code
/// adds an entry: the last code's bytes and the first byte of this one's. Codes get longer as the table grows, by default one code
/// earlier than needed (EarlyChange).
/// </summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int End = 257;
    private const int FirstFree = 258;
    private const int TableSize = 4096;
    private const int FewestBits = 9;
    private const int MostBits = 12;

    public static void Decode(ReadOnlySpan<byte> input, BoundedBuffer output, int earlyChange)
    {
        Span<short> previous = stackalloc short[TableSize];
        Span<byte> last = stackalloc byte[TableSize];
        Span<byte> reversed = stackalloc byte[TableSize];
        int next = FirstFree;
        int bits = FewestBits;
        int former = -1;
        byte firstOfFormer = 0;
        int buffer = 0;
        int held = 0;
        foreach (byte value in input)
        {
            buffer = (buffer << 8) | value;
            held += 8;
            if (held < bits)
            {
                continue;
            }

            held -= bits;
            int code = (buffer >> held) & ((1 << bits) - 1);
            buffer &= (1 << held) - 1;
            if (code == End || code > next || (code == next && former < 0) || output.IsOverfull)
            {
                return;
            }

            if (code == Clear)
            {
                (next, bits, former) = (FirstFree, FewestBits, -1);
                continue;
            }

            // The code that this very step adds: its last byte is the first of the former one's.
            int length = 0;
            int at = code;
            if (code == next)
            {
                reversed[length++] = firstOfFormer;
                at = former;
            }

            for (; at >= FirstFree && length < TableSize - 1; at = previous[at])
            {
                reversed[length++] = last[at];
            }

            reversed[length++] = (byte)at;
            Write(reversed[..length], output);
            if (former >= 0 && next < TableSize)
            {
                previous[next] = (short)former;
                last[next] = (byte)at;
                next++;
            }

            (former, firstOfFormer) = (code, (byte)at);
            bits = Math.Clamp(32 - int.LeadingZeroCount(next + earlyChange), FewestBits, MostBits);
        }
    }

    private static void Write(Span<byte> reversed, BoundedBuffer output)
    {
        reversed.Reverse();
        output.Add(reversed);
    }
}
