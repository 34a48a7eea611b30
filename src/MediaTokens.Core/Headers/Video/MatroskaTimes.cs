namespace MediaTokens.Headers.Video;

/// <summary>The latest two times of the blocks of each track, in ticks, and how long the last block plays.</summary>
internal sealed class MatroskaTimes
{
    private const long None = long.MinValue;

    // A block that plays longer than this many ticks is damaged.
    private const ulong LongestBlock = 1UL << 40;

    private readonly IReadOnlyList<MatroskaTrack> _tracks;
    private readonly long[] _last;
    private readonly long[] _before;
    private readonly long[] _duration;

    public MatroskaTimes(IReadOnlyList<MatroskaTrack> tracks)
    {
        _tracks = tracks;
        _last = new long[tracks.Count];
        _before = new long[tracks.Count];
        _duration = new long[tracks.Count];
        Clear();
    }

    public void Clear()
    {
        Array.Fill(_last, None);
        Array.Fill(_before, None);
    }

    /// <summary>Takes note of a block.</summary>
    /// <param name="track">The number of its track; one that is not kept does not count.</param>
    /// <param name="time">When it begins.</param>
    /// <param name="duration">How long it plays; 0 where it does not tell.</param>
    public void Add(ulong track, long time, ulong duration)
    {
        for (int i = 0; i < _tracks.Count; i++)
        {
            if (_tracks[i].Number == track)
            {
                Add(i, time, duration < LongestBlock ? (long)duration : 0);
                return;
            }
        }
    }

    /// <summary>Takes over the times of later blocks, which count from a time of their own.</summary>
    public void Add(MatroskaTimes later, long start)
    {
        for (int i = 0; i < _tracks.Count; i++)
        {
            foreach ((long time, long duration) in (ReadOnlySpan<(long, long)>)[(later._before[i], 0), (later._last[i], later._duration[i])])
            {
                if (time != None)
                {
                    Add(i, start + time, duration);
                }
            }
        }
    }

    /// <summary>When the last block of a track ends, in nanoseconds after a time in ticks; null where the track has none.</summary>
    public Int128? End(MatroskaTrack track, long start, ulong scale)
    {
        int index = 0;
        while (index < _tracks.Count && !ReferenceEquals(_tracks[index], track))
        {
            index++;
        }

        if (index == _tracks.Count || _last[index] == None)
        {
            return null;
        }

        Int128 begin = (Int128)(_last[index] - start) * scale;
        if (_duration[index] > 0)
        {
            return begin + ((Int128)_duration[index] * scale);
        }

        if (track.FrameDuration > 0)
        {
            return begin + track.FrameDuration;
        }

        return _before[index] == None ? begin : begin + ((Int128)(_last[index] - _before[index]) * scale);
    }

    private void Add(int index, long time, long duration)
    {
        if (time > _last[index])
        {
            (_before[index], _last[index], _duration[index]) = (_last[index], time, duration);
        }
        else if (time < _last[index])
        {
            _before[index] = Math.Max(_before[index], time);
        }
    }
}
