namespace MediaTokens.Headers.Video;

/// <summary>Finds out when the last blocks end, for a Segment that does not tell how long it plays.</summary>
/// <remarks>
/// A Cluster (1F43B675) holds its Timestamp (E7) in ticks and then blocks. One of unknown size ends where the next element cannot be in it,
/// so Clusters and blocks are walked over as one row of elements. The walk begins near the end of the file; if it meets no Cluster,
/// because the last one is longer, it begins again farther from the end and goes on to where it began before.
/// </remarks>
internal sealed class MatroskaClusters
{
    // Farther away than the longest clusters that are written: some seconds at the highest rates of video.
    private const long FirstDistance = 65_536;
    private const long LastDistance = 67_108_864;
    private const int Growth = 4;

    // A picture of more bytes hides the blocks behind it; then the walk begins farther away.
    private const int SyncReach = 65_536;

    // Among these are the first blocks of the pictures and of the sound, whichever begins earlier.
    private const int FirstElements = 16;

    private const ulong LatestCluster = 1UL << 60;

    private readonly MatroskaSegment _segment;
    private readonly MatroskaTracks _tracks;
    private readonly MatroskaTimes _behind;
    private readonly MatroskaTimes _times;
    private long? _clusterTime;

    private MatroskaClusters(MatroskaSegment segment, MatroskaTracks tracks)
    {
        _segment = segment;
        _tracks = tracks;
        _behind = new MatroskaTimes(tracks.Kept);
        _times = new MatroskaTimes(tracks.Kept);
    }

    /// <summary>How long the file plays from its first block on, and the pictures alone; null where no cluster tells a time.</summary>
    public static (TimeSpan? Whole, TimeSpan? Pictures) ReadEnd(
        ref HeaderWindow window, MatroskaSegment segment, MatroskaTracks tracks, ulong timestampScale)
    {
        if (segment.FirstCluster is not { } first)
        {
            return default;
        }

        // What is recorded from the middle of a broadcast may begin at the time of the broadcast.
        long start = Math.Max(0, FirstTime(ref window, first, segment.End));
        var clusters = new MatroskaClusters(segment, tracks);
        if (!clusters.FindLast(ref window, first))
        {
            return default;
        }

        Int128 end = 0;
        foreach (MatroskaTrack track in tracks.Kept)
        {
            end = Int128.Max(end, clusters._times.End(track, start, timestampScale) ?? 0);
        }

        Int128? pictures = tracks.Picture is { } picture ? clusters._times.End(picture, start, timestampScale) : null;
        return (VideoTime.FromNanoseconds((UInt128)end), pictures > 0 ? VideoTime.FromNanoseconds((UInt128)pictures) : null);
    }

    private static long FirstTime(ref HeaderWindow window, long position, long end)
    {
        long clusterTime = 0;
        long? first = null;
        for (int i = 0; i < FirstElements && EbmlElement.TryRead(ref window, position, end, out EbmlElement element); i++)
        {
            switch (element.Id)
            {
                case MatroskaId.Timestamp:
                    clusterTime = ReadTime(ref window, element) ?? 0;
                    break;
                case MatroskaId.SimpleBlock or MatroskaId.BlockGroup when MatroskaBlock.Read(ref window, element) is { } block:
                    first = Math.Min(first ?? long.MaxValue, clusterTime + block.Time);
                    break;
            }

            position = element.Id == MatroskaId.Cluster ? element.Content : element.End;
        }

        return first ?? clusterTime;
    }

    private static long? ReadTime(ref HeaderWindow window, EbmlElement element) =>
        element.Unsigned(ref window) is { } time and <= LatestCluster ? (long)time : null;

    private bool FindLast(ref HeaderWindow window, long first)
    {
        long walked = _segment.End;
        for (long distance = FirstDistance; distance <= LastDistance; distance *= Growth)
        {
            long start = Math.Max(first, _segment.End - distance);
            long? found = start == first ? first : MatroskaSync.Find(ref window, _tracks, start, walked, SyncReach);
            if (found is { } position)
            {
                if (!Walk(ref window, position, walked))
                {
                    return false;
                }

                if (_clusterTime is { } time)
                {
                    _times.Add(_behind, time);
                    return true;
                }

                walked = position;
                _behind.Add(_times, 0);
            }

            if (start == first)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Takes note of all blocks up to where an earlier walk began; false where the budget does not reach so far.</summary>
    private bool Walk(ref HeaderWindow window, long position, long walked)
    {
        _times.Clear();
        _clusterTime = null;
        while (position < _segment.End && position != walked)
        {
            if (position > walked)
            {
                // The earlier walk began in the middle of a block.
                _behind.Clear();
                walked = _segment.End;
            }

            if (!EbmlElement.TryRead(ref window, position, _segment.End, out EbmlElement element) && IsOutOfBudget(ref window, position))
            {
                return false;
            }

            if (element.Extent == EbmlExtent.Cut && MatroskaSync.IsExpected(element.Id) && element.Id != MatroskaId.Cluster)
            {
                return true;
            }

            if (MatroskaSync.IsExpected(element.Id) && (element.Extent == EbmlExtent.Known || element.Id == MatroskaId.Cluster))
            {
                Note(ref window, element);
                position = element.Id == MatroskaId.Cluster ? element.Content : element.End;
            }
            else if (MatroskaSync.Find(ref window, _tracks, position + 1, _segment.End, SyncReach) is { } next)
            {
                position = next;
            }
            else
            {
                // What follows the last block is not Matroska.
                return true;
            }
        }

        return true;
    }

    private bool IsOutOfBudget(ref HeaderWindow window, long position) =>
        !window.TryAt(position, (int)Math.Min(HeaderWindow.BufferSize, _segment.End - position), out _);

    private void Note(ref HeaderWindow window, EbmlElement element)
    {
        switch (element.Id)
        {
            case MatroskaId.Timestamp:
                if (_clusterTime is null)
                {
                    // These were of a cluster that began before the walk.
                    _times.Clear();
                }

                _clusterTime = ReadTime(ref window, element);
                break;
            case MatroskaId.SimpleBlock or MatroskaId.BlockGroup:
                if (MatroskaBlock.Read(ref window, element) is { } block)
                {
                    _times.Add(block.Track, (_clusterTime ?? 0) + block.Time, block.Duration);
                }

                break;
        }
    }
}
