namespace MediaTokens.Headers.Video;

/// <summary>Walks over parts of an MPEG program or transport stream and hands the bytes to its elementary streams.</summary>
internal abstract class MpegScan
{
    // A disc has up to 8 of sound and one of pictures.
    private const int MostStreams = 32;

    private readonly List<ElementaryStream> _streams = [];

    /// <summary>The streams of pictures and sound, in the order in which they were found.</summary>
    public IReadOnlyList<ElementaryStream> Streams => _streams;

    /// <summary>The first stream of pictures; null until found.</summary>
    public ElementaryStream? Video { get; private set; }

    public bool HasAudio { get; private set; }

    /// <summary>Walks over the packets that begin from one position up to another.</summary>
    /// <returns>Where to go on; no less than <paramref name="end"/> unless the bytes are at their end.</returns>
    public abstract long Scan(ref HeaderWindow window, long start, long end);

    /// <summary>Begins a run of packets elsewhere in the file.</summary>
    public virtual void Restart()
    {
        foreach (ElementaryStream stream in _streams)
        {
            stream.Restart();
        }
    }

    /// <summary>Ends a run of packets.</summary>
    public void Finish()
    {
        foreach (ElementaryStream stream in _streams)
        {
            stream.Finish();
        }
    }

    protected ElementaryStream? Find(int id)
    {
        foreach (ElementaryStream stream in _streams)
        {
            if (stream.Id == id)
            {
                return stream;
            }
        }

        return null;
    }

    /// <summary>The stream of that id, which is added where it is new; null where there are too many.</summary>
    protected ElementaryStream? FindOrAdd(int id, StreamCoding coding)
    {
        if (Find(id) is { } known)
        {
            return known;
        }

        if (coding == StreamCoding.None || _streams.Count == MostStreams)
        {
            return null;
        }

        var stream = new ElementaryStream(id, coding);
        _streams.Add(stream);
        Video ??= stream.HasPictures ? stream : null;
        HasAudio |= !stream.HasPictures;
        return stream;
    }
}
