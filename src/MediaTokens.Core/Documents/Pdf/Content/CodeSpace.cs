namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// How strings are cut into codes (ISO 32000-1, 9.7.6.2). The codes of a simple font have one byte. Those of a composite font follow its CMap,
/// which has ranges, each of one length; a code is within a range if each of its bytes is between the bytes of the range's ends.
/// </summary>
internal sealed class CodeSpace
{
    private const int LongestCode = 4;

    // East Asian encodings of the predefined CMaps in which ASCII keeps its one byte.
    private static readonly string[] Mixed = ["RKSJ", "EUC", "GBK", "B5", "HKscs", "UHC", "KSCpc", "GBpc"];

    private readonly Range[] _ranges;

    private CodeSpace(Range[] ranges) => _ranges = ranges;

    public static CodeSpace OneByte { get; } = new([new(1, 0, 0xFF)]);

    public static CodeSpace TwoBytes { get; } = new([new(2, 0, 0xFFFF)]);

    public bool IsOneByte => this == OneByte;

    /// <summary>The codes of a CMap that a document has within itself.</summary>
    /// <param name="ranges">Its ranges: the length in bytes, 1 to 4, the lowest and the highest code.</param>
    public static CodeSpace Of(IEnumerable<Range> ranges) => ranges.ToArray() is { Length: > 0 } all ? new(all) : TwoBytes;

    /// <summary>The codes of a predefined CMap.</summary>
    /// <param name="name">Such as Identity-H or 90ms-RKSJ-H.</param>
    public static CodeSpace Named(string name) =>
        name.Contains("UTF32", StringComparison.Ordinal) ? new([new(4, 0, uint.MaxValue)])
        : !Array.Exists(Mixed, part => name.Contains(part, StringComparison.Ordinal)) ? TwoBytes
        : name.Contains("RKSJ", StringComparison.Ordinal) ? new([new(1, 0, 0x80), new(1, 0xA0, 0xDF), new(2, 0x8100, 0xFFFF)])
        : new([new(1, 0, 0x80), new(2, 0x8100, 0xFFFF)]);

    /// <summary>Cuts off the first code.</summary>
    /// <param name="text">At least one byte.</param>
    /// <param name="code">The code; where it begins none, as many bytes as the shortest code has.</param>
    /// <returns>Its bytes.</returns>
    public int Read(ReadOnlySpan<byte> text, out int code)
    {
        uint value = 0;
        for (int length = 1; length <= Math.Min(text.Length, LongestCode); length++)
        {
            value = (value << 8) | text[length - 1];
            foreach (Range range in _ranges)
            {
                if (range.Contains(value, length))
                {
                    code = (int)value;
                    return length;
                }
            }
        }

        code = text[0];
        return Math.Min(text.Length, _ranges.Min(range => range.Length));
    }

    /// <summary>A range of codes.</summary>
    /// <param name="Length">The bytes of each code, 1 to 4.</param>
    /// <param name="Low">The lowest bytes, big-endian.</param>
    /// <param name="High">The highest bytes, big-endian.</param>
    internal readonly record struct Range(int Length, uint Low, uint High)
    {
        public bool Contains(uint code, int length)
        {
            if (length != Length)
            {
                return false;
            }

            for (int shift = 0; shift < 8 * length; shift += 8)
            {
                byte part = (byte)(code >> shift);
                if (part < (byte)(Low >> shift) || part > (byte)(High >> shift))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
