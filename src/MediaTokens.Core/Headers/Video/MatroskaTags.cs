using System.Buffers.Text;

namespace MediaTokens.Headers.Video;

/// <summary>Finds how long a track plays among the tags.</summary>
/// <remarks>
/// Tags (1254C367) hold Tag (7373): Targets (63C0) with the TagTrackUID (63C5) of the track it is about, and SimpleTag (67C8) with
/// TagName (45A3) and TagString (4487). FFmpeg and MKVToolNix write "DURATION" as hours:minutes:seconds with 9 digits behind the point.
/// Nothing depends on tags, so damaged ones count as none.
/// </remarks>
internal static class MatroskaTags
{
    // Statistics of a dozen tracks take some 10 KB; lyrics and covers may take much more.
    private const long MostRead = 65_536;

    public static TimeSpan? ReadDuration(ref HeaderWindow window, EbmlElement? tags, ulong track)
    {
        if (tags is not { } all || track == 0)
        {
            return null;
        }

        long end = Math.Min(all.End, all.Content + MostRead);
        for (long position = all.Content; EbmlElement.TryReadChild(ref window, ref position, end, out EbmlElement tag);)
        {
            if (tag.Id == MatroskaId.Tag && ReadTag(ref window, tag, track) is { } duration)
            {
                return duration;
            }
        }

        return null;
    }

    private static TimeSpan? ReadTag(ref HeaderWindow window, EbmlElement tag, ulong track)
    {
        bool isOfTrack = false;
        TimeSpan? duration = null;
        for (long position = tag.Content; EbmlElement.TryReadChild(ref window, ref position, tag.End, out EbmlElement child);)
        {
            switch (child.Id)
            {
                case MatroskaId.Targets:
                    isOfTrack = IsOf(ref window, child, track);
                    break;
                case MatroskaId.SimpleTag:
                    duration ??= ReadSimpleTag(ref window, child);
                    break;
            }
        }

        return isOfTrack ? duration : null;
    }

    private static bool IsOf(ref HeaderWindow window, EbmlElement targets, ulong track)
    {
        for (long position = targets.Content; EbmlElement.TryReadChild(ref window, ref position, targets.End, out EbmlElement child);)
        {
            if (child.Id == MatroskaId.TagTrackUid && child.Unsigned(ref window) == track)
            {
                return true;
            }
        }

        return false;
    }

    private static TimeSpan? ReadSimpleTag(ref HeaderWindow window, EbmlElement tag)
    {
        bool isDuration = false;
        TimeSpan? time = null;
        for (long position = tag.Content; EbmlElement.TryReadChild(ref window, ref position, tag.End, out EbmlElement child);)
        {
            switch (child.Id)
            {
                case MatroskaId.TagName:
                    isDuration = child.Text(ref window).SequenceEqual("DURATION"u8);
                    break;
                case MatroskaId.TagString:
                    time = Parse(child.Text(ref window));
                    break;
            }
        }

        return isDuration ? time : null;
    }

    private static TimeSpan? Parse(ReadOnlySpan<byte> text)
    {
        const decimal NanosecondsPerSecond = 1e9m;
        const int MostDigits = 7;
        if (!Utf8Parser.TryParse(text, out uint hours, out int used) || used > MostDigits || used + 3 >= text.Length || text[used] != ':'
            || !Utf8Parser.TryParse(text[(used + 1)..], out uint minutes, out int digits) || digits != 2 || text[used + 3] != ':'
            || !Utf8Parser.TryParse(text[(used + 4)..], out decimal seconds, out int rest) || used + 4 + rest != text.Length
            || minutes > 59 || seconds is < 0 or >= 60)
        {
            return null;
        }

        ulong whole = (((ulong)hours * 60) + minutes) * 60;
        return VideoTime.FromNanoseconds((UInt128)((whole + seconds) * NanosecondsPerSecond));
    }
}
