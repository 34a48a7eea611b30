using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>The index of segments before the first fragment, which tells how long they last in all.</summary>
/// <remarks>
/// Full box "sidx": number of a track (4), timescale (4), when the first picture or sound is shown and the distance from the end of the box to the
/// first segment (4 each; 8 in version 1), reserved (2), number of entries (2); for each, its bytes under a top bit that says whether
/// it is another such index (4), its ticks (4), and more (4). An entry for another index tells the ticks of all that is in it, so one
/// level of a hierarchy tells as much as all. Some files have one for each track.
/// </remarks>
internal static class Mp4SegmentIndex
{
    private const uint Sidx = 0x73696478;
    private const uint Moof = 0x6D6F6F66;
    private const uint Mfra = 0x6D667261;
    private const int EntrySize = 12;

    /// <summary>The longest of the tracks that are indexed to the end of the file; null where none is.</summary>
    /// <param name="window">The file.</param>
    /// <param name="position">Where the movie's header ends.</param>
    /// <param name="track">The number of the track of pictures.</param>
    /// <returns>The time of the longest track, and of the track of pictures where that has an index of its own.</returns>
    public static (TimeSpan? Whole, TimeSpan? Pictures) Read(ref HeaderWindow window, long position, uint track)
    {
        TimeSpan? whole = null;
        TimeSpan? pictures = null;
        while (IsoBox.TryRead(ref window, position, window.Length, out IsoBox box) && box.Type != Moof)
        {
            if (box.Type == Sidx && ReadIndex(ref window, box, out uint id) is TimeSpan duration)
            {
                whole = whole > duration ? whole : duration;
                pictures ??= id == track ? duration : null;
            }

            position = box.End;
        }

        return (whole, pictures);
    }

    private static TimeSpan? ReadIndex(ref HeaderWindow window, IsoBox box, out uint track)
    {
        bool wide = window.Byte(box.Require(box.Content, 24)) == 1;
        track = window.UInt32(box.Content + 4, bigEndian: true);
        uint timescale = window.UInt32(box.Content + 8, bigEndian: true);
        long entries = box.Require(box.Content + (wide ? 32 : 24), 0);
        Int128 end = box.End + (Int128)(wide ? window.UInt64(box.Content + 20, bigEndian: true) : window.UInt32(box.Content + 16, bigEndian: true));
        int count = window.UInt16(entries - 2, bigEndian: true);
        box.Require(entries, count * EntrySize);
        Int128 ticks = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = window.At(entries + (i * EntrySize), EntrySize);
            end += BinaryPrimitives.ReadUInt32BigEndian(entry) & 0x7FFFFFFF;
            ticks += BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
        }

        return ticks > 0 && IsEnd(ref window, end) ? Mp4Time.Of(ticks, timescale) : null;
    }

    // An index of the first segment alone tells nothing of the others; and behind the last one may be the index of random access.
    private static bool IsEnd(ref HeaderWindow window, Int128 end) =>
        end == window.Length
        || (end < window.Length && IsoBox.TryRead(ref window, (long)end, window.Length, out IsoBox box) && box.Type == Mfra && box.End == window.Length);
}
