using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>What an edit list makes of a track: how long it waits, from where in the media and how long it plays.</summary>
/// <remarks>
/// Full box "elst": number of entries (4); for each, how long it lasts in the movie's timescale (4; 8 in version 1),
/// where it starts in the media's timescale (4 or 8, signed; -1 for an empty edit), rate (4).
/// A length of 0 is for "to the end", as fragmented movies have it. Rates are left out, as most players leave them out.
/// </remarks>
/// <param name="Wait">Ticks of the movie's timescale before anything is shown: the empty edits at the beginning.</param>
/// <param name="Shown">Ticks of the movie's timescale that are shown after that; 0 where the list does not limit them.</param>
/// <param name="MediaStart">Ticks of the media's timescale that are left out at its beginning.</param>
internal readonly record struct Mp4EditList(Int128 Wait, Int128 Shown, long MediaStart)
{
    // What is edited by hand has a few dozens.
    private const int MostEntries = 1024;

    public static Mp4EditList Read(ref HeaderWindow window, IsoBox box)
    {
        box.Require(box.Content, 8);
        bool wide = window.Byte(box.Content) == 1;
        long count = window.UInt32(box.Content + 4, bigEndian: true);
        int size = wide ? 20 : 12;
        count = Math.Min(count, (box.End - box.Content - 8) / size);
        if (count > MostEntries)
        {
            return default;
        }

        Int128 wait = 0;
        Int128 shown = 0;
        long? mediaStart = null;
        bool isOpen = false;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> entry = window.At(box.Content + 8 + ((long)i * size), size);
            ulong length = wide ? BinaryPrimitives.ReadUInt64BigEndian(entry) : BinaryPrimitives.ReadUInt32BigEndian(entry);
            long start = wide ? BinaryPrimitives.ReadInt64BigEndian(entry[8..]) : BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            if (start == -1 && mediaStart is null)
            {
                wait += length;
                continue;
            }

            mediaStart ??= Math.Max(0, start);
            shown += length;
            isOpen |= length == 0;
        }

        return new(wait, isOpen ? 0 : shown, mediaStart ?? 0);
    }
}
