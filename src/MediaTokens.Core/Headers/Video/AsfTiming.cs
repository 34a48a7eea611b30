namespace MediaTokens.Headers.Video;

/// <summary>Tells how long a Windows Media file plays: by its header, or by its packets where that says nothing.</summary>
internal static class AsfTiming
{
    // Enough frames for an average, at the price of a read each.
    private const int FirstPackets = 96;
    private const int LastPackets = 16;
    private const int MostPacketSize = 1 << 20;

    // Times are rounded to milliseconds: over half a second that is less than 1 % of any frame.
    private const long LeastSpan = 500;
    private const int LeastFrames = 5;

    public static VideoHeader Tell(ref HeaderWindow window, AsfContent found)
    {
        var header = new VideoHeader { HasAudio = found.HasAudio };
        ulong period = found.Periods[found.VideoStream];
        bool hasPackets = found.Packets > 0 && found.PacketSize is > 0 and <= MostPacketSize;
        long there = hasPackets ? Math.Max(0, (window.Length - found.Packets) / found.PacketSize) : 0;
        bool isCut = hasPackets && found.PacketCount <= long.MaxValue && there < (long)found.PacketCount;

        // Behind the packets may be an index. A file that was still being written may count none.
        long last = found.PacketCount > 0 ? Math.Min(there, (long)Math.Min(found.PacketCount, long.MaxValue)) : there;
        AsfSpan first = Scan(ref window, found, 0, Math.Min(last, FirstPackets));

        // A period of 1 is what some writers leave where they know none.
        double? rate = period is >= 10_000 and <= 600_000_000 ? (double)TimeSpan.TicksPerSecond / period : first.FrameRate;
        header = header with { FrameRate = rate };
        if (!found.IsBroadcast && !isCut)
        {
            return Declared(header, found);
        }

        AsfSpan end = Scan(ref window, found, Math.Max(0, last - LastPackets), Math.Min(last, LastPackets));
        long frame = rate is { } known ? (long)Math.Round(1000 / known) : 0;
        TimeSpan? duration = end.HasTimes ? MediaClock.TimeOf(end.Latest - first.Earliest + frame, 1, 1000) : null;
        return duration is null
            ? header with { DurationProblem = "Its header tells no duration, and neither do its last packets." }
            : header with { Duration = duration };
    }

    private static VideoHeader Declared(VideoHeader header, AsfContent found)
    {
        UInt128 preroll = (UInt128)found.Preroll * TimeSpan.TicksPerMillisecond;
        if (!found.HasProperties || found.PlayTime <= preroll)
        {
            return header with { DurationProblem = "Its header tells a duration of 0." };
        }

        UInt128 left = found.PlayTime - preroll;
        TimeSpan? duration = left <= long.MaxValue ? MediaClock.TimeOf((long)left, 1, TimeSpan.TicksPerSecond) : null;
        return duration is null
            ? header with { DurationProblem = "Its header tells a duration that cannot be." }
            : header with { Duration = duration };
    }

    private static AsfSpan Scan(ref HeaderWindow window, AsfContent found, long first, long count)
    {
        AsfSpan span = default;
        for (long i = first; i < first + count; i++)
        {
            long position = found.Packets + (i * found.PacketSize);
            if (!window.TryAt(position, 1, out _))
            {
                break;
            }

            var packet = new AsfPacket(ref window, position, found.PacketSize);
            while (packet.Next(ref window))
            {
                span.Add(packet.Time, isFrame: packet.IsStart && packet.Stream == found.VideoStream);
            }
        }

        return span;
    }

    /// <summary>The times, in milliseconds, that a run of packets tells.</summary>
    private struct AsfSpan
    {
        private long _firstFrame;
        private long _lastFrame;
        private int _frames;

        public bool HasTimes { get; private set; }

        public long Earliest { get; private set; }

        public long Latest { get; private set; }

        public readonly double? FrameRate =>
            _frames >= LeastFrames && _lastFrame - _firstFrame >= LeastSpan ? (_frames - 1) * 1000.0 / (_lastFrame - _firstFrame) : null;

        public void Add(long time, bool isFrame)
        {
            Earliest = HasTimes ? Math.Min(Earliest, time) : time;
            Latest = HasTimes ? Math.Max(Latest, time) : time;
            HasTimes = true;
            if (isFrame)
            {
                _firstFrame = _frames == 0 ? time : Math.Min(_firstFrame, time);
                _lastFrame = _frames == 0 ? time : Math.Max(_lastFrame, time);
                _frames++;
            }
        }
    }
}
