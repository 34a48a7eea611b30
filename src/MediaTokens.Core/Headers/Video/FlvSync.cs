namespace MediaTokens.Headers.Video;

/// <summary>Finds the end of the last whole tag where the file does not end with one.</summary>
/// <remarks>
/// A tag counts if the size behind it is its own. The search begins near the end of the file and goes forward from tag to tag;
/// if none begins there, as within a large picture or the zeros of a file made longer in advance, it begins again farther away.
/// </remarks>
internal static class FlvSync
{
    private const long FirstDistance = 65_536;
    private const long LastDistance = 67_108_864;
    private const int Growth = 4;
    private const int Reach = 65_536;
    private const int Glance = 64;

    /// <summary>The position behind the last whole tag; null where none is found.</summary>
    public static long? FindEnd(ref HeaderWindow window, long firstTag)
    {
        for (long distance = FirstDistance; distance <= LastDistance; distance *= Growth)
        {
            long start = Math.Max(firstTag, window.Length - distance);
            if (Find(ref window, start) is { } found)
            {
                return Follow(ref window, found);
            }

            if (start == firstTag)
            {
                return null;
            }
        }

        return null;
    }

    private static long? Follow(ref HeaderWindow window, FlvTag tag)
    {
        FlvTag last = tag;
        while (FlvTag.TryRead(ref window, last.Next, out FlvTag next) && next.HasTrailer(ref window))
        {
            last = next;
        }

        // Where it is the budget that ends, tags that are not known may follow.
        return window.TryAt(last.Next, (int)Math.Min(FlvTag.LeastSize, Math.Max(0, window.Length - last.Next)), out _) ? last.Next : null;
    }

    private static FlvTag? Find(ref HeaderWindow window, long position)
    {
        long end = Math.Min(window.Length - FlvTag.LeastSize, position + Reach);
        while (position < end && window.TryAt(position, (int)Math.Min(Glance, end - position), out ReadOnlySpan<byte> bytes))
        {
            int index = bytes.IndexOfAny((byte)FlvTag.Audio, (byte)FlvTag.Video, (byte)FlvTag.Script);
            if (index < 0)
            {
                position += bytes.Length;
                continue;
            }

            position += index;
            if (FlvTag.TryRead(ref window, position, out FlvTag tag) && tag.HasTrailer(ref window))
            {
                return tag;
            }

            position++;
        }

        return null;
    }
}
