namespace MediaTokens.Headers.Video;

/// <summary>Finds out when the last tags of Flash video end, for a file that does not tell how long it plays.</summary>
/// <remarks>
/// Tags tell when they begin and not when they end, so the last of a kind plays as long as the one before it.
/// Of a file that ends in the middle of a tag, or has other bytes behind the last, the end of the last whole tag is looked for first.
/// </remarks>
internal sealed class FlvEnd
{
    private const int MostTags = 256;
    private const ulong NanosecondsPerMillisecond = 1_000_000;

    private readonly bool _hasAudio;
    private int _lastAudio = -1;
    private int _beforeLastAudio = -1;
    private int _lastPicture = -1;
    private int _beforeLastPicture = -1;

    private FlvEnd(bool hasAudio) => _hasAudio = hasAudio;

    private bool IsEnough => _beforeLastPicture >= 0 && (_beforeLastAudio >= 0 || !_hasAudio);

    /// <summary>How long the file plays from a time in milliseconds on, and the pictures alone; null where no tag tells a time.</summary>
    public static (TimeSpan? Whole, TimeSpan? Pictures) Read(ref HeaderWindow window, long firstTag, int? firstTime, bool hasAudio)
    {
        long end = FlvTag.TryReadBefore(ref window, window.Length, out _) ? window.Length : FlvSync.FindEnd(ref window, firstTag) ?? 0;
        var last = new FlvEnd(hasAudio);
        last.WalkBack(ref window, end, firstTag);
        long pictures = EndOf(last._lastPicture, last._beforeLastPicture) - (firstTime ?? 0);
        long sounds = EndOf(last._lastAudio, last._beforeLastAudio) - (firstTime ?? 0);
        return (ToTime(Math.Max(pictures, sounds)), ToTime(pictures));
    }

    private static long EndOf(int last, int before) => before >= 0 ? last + ((long)last - before) : last;

    private static TimeSpan? ToTime(long milliseconds) =>
        milliseconds > 0 ? VideoTime.FromNanoseconds((UInt128)milliseconds * NanosecondsPerMillisecond) : null;

    private void WalkBack(ref HeaderWindow window, long position, long firstTag)
    {
        for (int i = 0; i < MostTags && !IsEnough && position > firstTag && FlvTag.TryReadBefore(ref window, position, out FlvTag tag); i++)
        {
            switch (tag.Type)
            {
                // These may have a time of their own, such as 0.
                case FlvTag.Audio or FlvTag.Video when FlvPicture.IsConfiguration(ref window, tag):
                    break;
                case FlvTag.Audio:
                    Note(tag.Time, ref _lastAudio, ref _beforeLastAudio);
                    break;
                case FlvTag.Video:
                    Note(tag.Time, ref _lastPicture, ref _beforeLastPicture);
                    break;
            }

            position = tag.Body - FlvTag.LeastSize;
        }
    }

    private static void Note(int time, ref int last, ref int before)
    {
        if (time > last)
        {
            (last, before) = (time, last);
        }
        else if (time < last)
        {
            before = Math.Max(before, time);
        }
    }
}
