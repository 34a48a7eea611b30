using System.Buffers.Binary;
using System.Numerics;

namespace MediaTokens.Headers.Video;

/// <summary>The head of a Block or SimpleBlock: track, time and how long it plays.</summary>
/// <remarks>
/// SimpleBlock (A3), or BlockGroup (A0) with a Block (A1) and perhaps a BlockDuration (9B) in ticks. A block begins with the number of its
/// track, coded like an element's size, and a 16-bit signed time in ticks, which counts from the Timestamp (E7) of its Cluster.
/// Flags and frames follow.
/// </remarks>
/// <param name="Track">The number of the track.</param>
/// <param name="Time">Ticks after the time of the cluster.</param>
/// <param name="Duration">Ticks; 0 where it is not told.</param>
internal readonly record struct MatroskaBlock(ulong Track, short Time, ulong Duration)
{
    // Track numbers of 4 bytes reach beyond 200 million.
    private const int LongestTrack = 4;
    private const int ShortestBlock = 4;

    /// <summary>Reads the block in a SimpleBlock or a BlockGroup; null where there is none.</summary>
    public static MatroskaBlock? Read(ref HeaderWindow window, EbmlElement element)
    {
        if (element.Id == MatroskaId.SimpleBlock)
        {
            return ReadHead(ref window, element);
        }

        MatroskaBlock? block = null;
        ulong duration = 0;
        for (long position = element.Content; EbmlElement.TryReadChild(ref window, ref position, element.End, out EbmlElement child);)
        {
            switch (child.Id)
            {
                case MatroskaId.Block:
                    block = ReadHead(ref window, child);
                    break;
                case MatroskaId.BlockDuration:
                    duration = child.Unsigned(ref window) ?? 0;
                    break;
            }
        }

        return block is { } found ? found with { Duration = duration } : null;
    }

    private static MatroskaBlock? ReadHead(ref HeaderWindow window, EbmlElement element)
    {
        int count = (int)Math.Min(LongestTrack + sizeof(short), element.End - element.Content);
        if (count < ShortestBlock || !window.TryAt(element.Content, count, out ReadOnlySpan<byte> head))
        {
            return null;
        }

        int length = BitOperations.LeadingZeroCount((uint)head[0] << 24) + 1;
        if (length > LongestTrack || length + sizeof(short) > head.Length)
        {
            return null;
        }

        ulong track = head[0] & (0xFFUL >> length);
        foreach (byte part in head[1..length])
        {
            track = (track << 8) | part;
        }

        return new MatroskaBlock(track, BinaryPrimitives.ReadInt16BigEndian(head[length..]), 0);
    }
}
