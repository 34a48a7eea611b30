namespace MediaTokens.Headers.Video;

/// <summary>Tells how long an MPEG stream plays: from the first times near its start to the last ones near its end.</summary>
internal static class MpegTiming
{
    // Enough for the sound to begin, and for a stream that is cut anywhere to come to its next sequence header.
    private const int LeastHead = 65_536;
    private const int HeadForTimes = 192 * 1024;
    private const int HeadForSize = 320 * 1024;
    private const int Step = 32_768;

    private const int Probes = 7;
    private const int ProbeSize = 12 * 1024;
    private const long LeastForProbes = 256 * 1024;
    private const long Tolerance = 5 * ElementaryStream.Clock;

    // Streams of one recording begin together.
    private const long MostApart = 600 * ElementaryStream.Clock;

    // Less is no recording, in bytes a second: the clock alone takes more of a transport stream. Where the clock fell the time is a guess, and has to be likelier.
    private const long LeastRate = 100;
    private const long LeastRateWrapped = 1000;

    private const string Jumps = "Its clock jumps, as where several recordings were put together.";

    private static ReadOnlySpan<int> Tails => [65_536, 192 * 1024];

    /// <summary>Reads from the start until the size and the first times are known, or until it is not worth going on.</summary>
    /// <returns>Whether the whole file was read.</returns>
    public static bool ReadHead(ref HeaderWindow window, MpegScan scan, long position)
    {
        long least = position + LeastHead;
        long mostForTimes = position + HeadForTimes;
        long most = position + HeadForSize;
        while (position < window.Length)
        {
            bool hasSize = scan.Video?.Sequence is not null;
            bool isEnough = position >= least && hasSize && (position >= mostForTimes || HasAllFirst(scan));
            if (isEnough || position >= most)
            {
                break;
            }

            long next = scan.Scan(ref window, position, Math.Min(window.Length, position + Step));
            if (next <= position)
            {
                break;
            }

            position = next;
        }

        scan.Finish();
        return position >= window.Length;
    }

    /// <summary>Reads the end, and tells the time.</summary>
    /// <param name="window">The file.</param>
    /// <param name="scan">What <see cref="ReadHead"/> found; it has pictures.</param>
    /// <param name="isWhole">Whether that was the whole file.</param>
    public static VideoHeader Tell(ref HeaderWindow window, MpegScan scan, bool isWhole)
    {
        int known = scan.Streams.Count;
        if (!isWhole)
        {
            ReadTail(ref window, scan, known);
        }

        ElementaryStream video = scan.Video!;
        var header = new VideoHeader { HasAudio = scan.HasAudio, FrameRate = video.FrameRate };
        if (MpegSpan.Of(scan, known) is not { } span)
        {
            return header with { DurationProblem = "The packets at its start and at its end tell no times." };
        }

        TimeSpan? duration = MediaClock.TimeOf(span.End - span.Start, 1, ElementaryStream.Clock);
        TimeSpan? pictures = video.HasLast ? MediaClock.TimeOf(video.End, 1, ElementaryStream.Clock) : null;
        long seconds = (span.End - span.Start) / ElementaryStream.Clock;
        bool isLikely = window.Length / (span.IsWrapped ? LeastRateWrapped : LeastRate) >= seconds;
        if (duration is null || !isLikely || span.HasJump || (!isWhole && HasJump(ref window, scan, known, span)))
        {
            return header with { DurationProblem = Jumps };
        }

        return header with { Duration = duration, PictureDuration = pictures > duration ? duration : pictures };
    }

    private static bool HasAllFirst(MpegScan scan)
    {
        foreach (ElementaryStream stream in scan.Streams)
        {
            if (stream.First < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void ReadTail(ref HeaderWindow window, MpegScan scan, int known)
    {
        foreach (int size in Tails)
        {
            scan.Restart();
            _ = scan.Scan(ref window, Math.Max(0, window.Length - size), window.Length);
            scan.Finish();
            bool hasAll = true;
            for (int i = 0; i < known; i++)
            {
                hasAll &= scan.Streams[i].HasLast || scan.Streams[i].First < 0;
            }

            if (hasAll)
            {
                break;
            }
        }
    }

    /// <summary>Whether the clock does not rise from one place of the file to the next.</summary>
    private static bool HasJump(ref HeaderWindow window, MpegScan scan, int known, MpegSpan span)
    {
        long previous = span.Start;
        for (int i = 1; i <= Probes && window.Length >= LeastForProbes; i++)
        {
            long position = (long)((Int128)window.Length * i / (Probes + 1));
            scan.Restart();
            _ = scan.Scan(ref window, position, Math.Min(window.Length, position + ProbeSize));
            if (MpegSpan.Of(scan, known) is not { } here || here.First is not { } time)
            {
                continue;
            }

            if (here.HasJump || time < previous - Tolerance || time > span.End + Tolerance)
            {
                return true;
            }

            previous = Math.Max(previous, time);
        }

        return false;
    }

    /// <summary>The times of all streams together, counted from the first time of the pictures.</summary>
    private readonly record struct MpegSpan(long Start, long End, long? First, bool IsWrapped, bool HasJump)
    {
        public static MpegSpan? Of(MpegScan scan, int known)
        {
            if (Origin(scan, known) is not { } origin)
            {
                return null;
            }

            var span = new MpegSpan(0, long.MinValue, null, false, false);
            for (int i = 0; i < known; i++)
            {
                ElementaryStream stream = scan.Streams[i];
                long offset = stream.First < 0 ? long.MaxValue : origin.SignedSince(stream.First);
                if (Math.Abs(offset) > MostApart)
                {
                    continue;
                }

                span = span with { Start = Math.Min(span.Start, offset) };
                if (stream.HasLast)
                {
                    span = new MpegSpan(
                        span.Start,
                        Math.Max(span.End, offset + stream.End),
                        Math.Min(span.First ?? long.MaxValue, offset + stream.Earliest),
                        span.IsWrapped || stream.IsWrapped,
                        span.HasJump || stream.HasJump);
                }
            }

            return span.First is null ? null : span;
        }

        private static ElementaryStream? Origin(MpegScan scan, int known)
        {
            if (scan.Video is { First: >= 0 } video)
            {
                return video;
            }

            for (int i = 0; i < known; i++)
            {
                if (scan.Streams[i].First >= 0)
                {
                    return scan.Streams[i];
                }
            }

            return null;
        }
    }
}
