namespace MediaTokens.Headers.Video;

/// <summary>Tells from what an AVI file counts how long it plays.</summary>
internal static class AviTiming
{
    // A frame takes at least the head of its chunk, even where it repeats the one before.
    private const int LeastFrame = 8;

    public static VideoHeader Tell(ref HeaderWindow window, AviContent found)
    {
        AviStream video = found.Video!.Value;
        var header = new VideoHeader { HasAudio = found.HasAudio };
        if (!video.IsTimed)
        {
            if (found.FramePeriod == 0)
            {
                return header with { DurationProblem = "Its frame rate is 0." };
            }

            video = video with { Rate = 1_000_000, Scale = found.FramePeriod };
        }

        // A copy that broke off plays as far as it goes; its share of the bytes is the best guess of how far.
        long whole = 8L + window.UInt32(4, bigEndian: false);
        long bytes = Math.Max(whole, window.Length);
        header = header with { FrameRate = (double)video.Rate / video.Scale };
        long frames = Frames(ref window, found, video, bytes);
        if (frames <= 0)
        {
            return header with { DurationProblem = "Its header counts no frames, and no index of them was found." };
        }

        TimeSpan? pictures = MediaClock.Share(MediaClock.TimeOf(frames, video.Scale, video.Rate), window.Length, whole);
        if (pictures is null || pictures == TimeSpan.Zero)
        {
            return header with { DurationProblem = "Its frame rate and number of frames make no time that can be." };
        }

        TimeSpan? sound = found.Audio is { } audio && (Int128)audio.Length * Math.Max(1, audio.SampleSize) <= bytes
            ? MediaClock.Share(MediaClock.TimeOf(audio.Length, audio.Scale, audio.Rate), window.Length, whole)
            : null;
        return header with { PictureDuration = pictures, Duration = MediaClock.Longer(pictures, sound) };
    }

    /// <summary>The first count that can be; the main header's comes late, since many writers leave it wrong.</summary>
    private static long Frames(ref HeaderWindow window, AviContent found, AviStream video, long bytes)
    {
        long most = bytes / LeastFrame;
        long told = video.Length <= most ? video.Length : 0;
        long all = found.AllFrames <= most ? found.AllFrames : 0;
        if (told > 0 || all > 0)
        {
            return Math.Max(told, all);
        }

        long counted = AviIndex.CountFrames(ref window, found, video.Number);
        return counted > 0 ? Math.Min(counted, most) : found.FirstFrames <= most ? found.FirstFrames : 0;
    }
}
