using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Counts the frames of an AVI file by its index.</summary>
/// <remarks>
/// OpenDML chunk "indx": longs per entry (2), sub type (1), type (1: 0 index of indexes, 1 index of chunks), entries (4), chunk id (4),
/// 12 bytes; an index of indexes has entries of position (8), size (4), duration (4, in frames).
/// Chunk "idx1", behind "movi": entries of chunk id (4: two digits of the stream's number, two letters), flags (4), position (4), size (4).
/// </remarks>
internal static class AviIndex
{
    private const uint Idx1 = 0x69647831;
    private const int HeadSize = 24;
    private const int EntrySize = 16;

    // 512 KB of entries: half an hour with sound at 25 frames a second is about as much.
    private const int MostEntries = 32_768;

    /// <summary>The frames of a stream; 0 where no index tells them within the bytes that are read for it.</summary>
    public static long CountFrames(ref HeaderWindow window, AviContent found, int stream)
    {
        long counted = found.Index > 0 ? CountInOpenIndex(ref window, found.Index, found.IndexSize) : 0;
        return counted > 0 ? counted : CountInOldIndex(ref window, found.MoviEnd, stream);
    }

    private static long CountInOpenIndex(ref HeaderWindow window, long index, uint size)
    {
        if (size < HeadSize || !window.TryAt(index, HeadSize, out ReadOnlySpan<byte> head))
        {
            return 0;
        }

        bool hasChunks = head[3] == 1;
        long entries = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if (hasChunks)
        {
            return entries;
        }

        long frames = 0;
        long most = Math.Min(MostEntries, Math.Min(entries, (size - HeadSize) / EntrySize));
        for (long i = 0; i < most && window.TryAt(index + HeadSize + (i * EntrySize), EntrySize, out ReadOnlySpan<byte> entry); i++)
        {
            frames += BinaryPrimitives.ReadUInt32LittleEndian(entry[12..]);
        }

        return frames;
    }

    private static long CountInOldIndex(ref HeaderWindow window, long position, int stream)
    {
        if (!window.TryAt(position, 8, out ReadOnlySpan<byte> head) || BinaryPrimitives.ReadUInt32BigEndian(head) != Idx1)
        {
            return 0;
        }

        long entries = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) / EntrySize;
        if (entries > MostEntries || stream > 99)
        {
            return 0;
        }

        long frames = 0;
        for (long i = 0; i < entries; i++)
        {
            if (!window.TryAt(position + 8 + (i * EntrySize), EntrySize, out ReadOnlySpan<byte> entry))
            {
                return 0;
            }

            bool isOfStream = entry[0] - '0' == stream / 10 && entry[1] - '0' == stream % 10;
            frames += isOfStream && entry[2] is (byte)'d' && entry[3] is (byte)'b' or (byte)'c' ? 1 : 0;
        }

        return frames;
    }
}
