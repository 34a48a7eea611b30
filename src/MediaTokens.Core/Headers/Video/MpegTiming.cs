namespace MediaTokens.Headers.Video;

/// <summary>Tells how long an MPEG stream plays: from the first times near its start to the last ones near its end.</summary>
internal static class MpegTiming
{
    // Enough for the sound to begin, and for a stream that is cut anywhere to come to its next sequence header.
    private const int LeastHead = 65_536;
    private const int HeadForTimes = 192 * 1024;

    // A broadcast in high definition tells the size once a second or so. The rest of the budget is for the end and the probes.
    private const int HeadForSize = 576 * 1024;
    private const int Step = 32_768;

    // What may be left of a packet at the end of the file.
    private const int Remnant = 256;

    private const int Probes = 7;
    private const int ProbeSize = 12 * 1024;
    private const long LeastForProbes = 256 * 1024;
    private const long Tolerance = 5 * ElementaryStream.Clock;

    // Less is no recording, in bytes a second. Where the clock fell the time is a guess, and has to be likelier.
    private const long LeastRate = 100;
    private const long LeastRateWrapped = 1000;

    private const string Jumps = "Its clock jumps, as where several recordings were put together.";

    // The last is for pictures of half a megabyte, and is not read for sound.
    private static ReadOnlySpan<int> Tails => [65_536, 192 * 1024, 448 * 1024];

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
            if (scan.Scan(ref window, Math.Max(0, window.Length - size), window.Length) < window.Length - Remnant)
            {
                // The budget is used up: the times so far are not the last ones.
                scan.Restart();
                break;
            }

            scan.Finish();
            bool hasAll = true;
            for (int i = 0; i < known; i++)
            {
                hasAll &= scan.Streams[i].HasLast || scan.Streams[i].First < 0;
            }

            if (hasAll || (size > Tails[0] && scan.Video!.HasLast))
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
}
