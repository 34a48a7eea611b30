namespace MediaTokens.Headers.Video;

/// <summary>Where the parts of a Segment are.</summary>
/// <remarks>
/// The parts usually stand in the order SeekHead, Info, Tracks, Clusters, Cues, Tags. What stands behind the Clusters is found by the
/// SeekHead (114D9B74): Seek (4DBB) for each part with its id, SeekID (53AB), and its distance from the start of the Segment's content,
/// SeekPosition (53AC). A SeekHead may name another one. Without it the Clusters are walked over.
/// </remarks>
internal sealed class MatroskaSegment
{
    // A first SeekHead in front of the Clusters may name a second one behind them, and that is all that muxers write.
    private const int MostSeekHeads = 3;

    private readonly long _start;
    private int _seekHeads;
    private EbmlElement? _tracks;
    private ulong? _infoSeek;
    private ulong? _tracksSeek;
    private ulong? _tagsSeek;

    private MatroskaSegment(EbmlElement segment) => (_start, End) = (segment.Content, segment.End);

    /// <summary>The position behind the Segment.</summary>
    public long End { get; }

    public EbmlElement? Info { get; private set; }

    public EbmlElement Tracks => _tracks ?? throw new InvalidOperationException("The segment was not read.");

    public EbmlElement? Tags { get; private set; }

    /// <summary>The position of the first Cluster; null where there is none.</summary>
    public long? FirstCluster { get; private set; }

    public static MatroskaSegment Read(ref HeaderWindow window, EbmlElement element)
    {
        var segment = new MatroskaSegment(element);
        segment.Walk(ref window);
        if (segment._tracks is null)
        {
            throw element.Extent != EbmlExtent.Known || element.End == window.Length
                ? HeaderError.Truncated(window.Length, "its tracks are told")
                : HeaderError.Corrupt("The segment of the file has no tracks.");
        }

        return segment;
    }

    private void Walk(ref HeaderWindow window)
    {
        long position = _start;
        while (position < End)
        {
            if (!EbmlElement.TryRead(ref window, position, End, out EbmlElement element))
            {
                if (_tracks is not null)
                {
                    return;
                }

                element = EbmlElement.Read(ref window, position, End);
            }

            if (element.Id == MatroskaId.Cluster && FirstCluster is null)
            {
                FirstCluster = position;
                FollowSeekHead(ref window);
            }

            if (FirstCluster is not null && _tracks is not null)
            {
                return;
            }

            Note(ref window, element);
            position = Next(element, window.Length);
        }
    }

    /// <summary>Behind the element, or into it where only what it holds tells where it ends.</summary>
    private static long Next(EbmlElement element, long length)
    {
        if (element.Extent == EbmlExtent.Known)
        {
            return element.End;
        }

        if (element.Id == MatroskaId.Cluster && element.Extent == EbmlExtent.Unknown)
        {
            return element.Content;
        }

        element.RequireEnd(length);
        return element.End;
    }

    private void Note(ref HeaderWindow window, EbmlElement element)
    {
        switch (element.Id)
        {
            case MatroskaId.Info:
                element.RequireEnd(window.Length);
                Info ??= element;
                break;
            case MatroskaId.Tracks:
                element.RequireEnd(window.Length);
                _tracks ??= element;
                break;
            case MatroskaId.Tags:
                Tags ??= element;
                break;
            case MatroskaId.SeekHead:
                ReadSeekHead(ref window, element);
                break;
        }
    }

    private void ReadSeekHead(ref HeaderWindow window, EbmlElement seekHead)
    {
        if (++_seekHeads > MostSeekHeads)
        {
            return;
        }

        ulong? next = null;
        for (long position = seekHead.Content; EbmlElement.TryReadChild(ref window, ref position, seekHead.End, out EbmlElement seek);)
        {
            (ulong id, ulong? target) = seek.Id == MatroskaId.Seek ? ReadSeek(ref window, seek) : default;
            switch (id)
            {
                case MatroskaId.Info:
                    _infoSeek ??= target;
                    break;
                case MatroskaId.Tracks:
                    _tracksSeek ??= target;
                    break;
                case MatroskaId.Tags:
                    _tagsSeek ??= target;
                    break;
                case MatroskaId.SeekHead:
                    next ??= target;
                    break;
            }
        }

        if (Find(ref window, next, MatroskaId.SeekHead) is { } other)
        {
            ReadSeekHead(ref window, other);
        }
    }

    private static (ulong Id, ulong? Target) ReadSeek(ref HeaderWindow window, EbmlElement seek)
    {
        ulong id = 0;
        ulong? target = null;
        for (long position = seek.Content; EbmlElement.TryReadChild(ref window, ref position, seek.End, out EbmlElement child);)
        {
            switch (child.Id)
            {
                case MatroskaId.SeekId:
                    id = child.Unsigned(ref window) ?? 0;
                    break;
                case MatroskaId.SeekPosition:
                    target = child.Unsigned(ref window);
                    break;
            }
        }

        return (id, target);
    }

    private void FollowSeekHead(ref HeaderWindow window)
    {
        Info ??= Find(ref window, _infoSeek, MatroskaId.Info);
        _tracks ??= Find(ref window, _tracksSeek, MatroskaId.Tracks);
        Tags ??= Find(ref window, _tagsSeek, MatroskaId.Tags);
    }

    private EbmlElement? Find(ref HeaderWindow window, ulong? target, uint id) =>
        target <= (ulong)(End - _start)
        && EbmlElement.TryRead(ref window, _start + (long)target, End, out EbmlElement element)
        && element.Id == id && element.Extent == EbmlExtent.Known
            ? element
            : null;
}
