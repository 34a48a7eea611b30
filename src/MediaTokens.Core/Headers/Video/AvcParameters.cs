using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Finds the size of H.264 pictures in a decoder's configuration (ISO/IEC 14496-15, 5.3.3.1).</summary>
/// <remarks>
/// Record "avcC": version 1, profile, its constraints and level (1 each), length of lengths (1), number of sequence parameter sets (5 bits of 1),
/// and for each its length (2) and its bytes.
/// </remarks>
internal static class AvcParameters
{
    private const int RecordHead = 8;

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
        return window.TryAt(record + RecordHead, length, out ReadOnlySpan<byte> set) && H264Sequence.TryRead(set, out CodedSequence sequence)
            ? (sequence.Width, sequence.Height)
            : null;
    }
}
