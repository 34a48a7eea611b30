namespace MediaTokens.Headers.Video;

/// <summary>The tracks of a Segment.</summary>
internal sealed class MatroskaTracks
{
    // Blocks of further tracks do not count for the time of the last one.
    private const int MostKept = 32;

    private readonly List<MatroskaTrack> _kept = [];

    private MatroskaTracks()
    {
    }

    /// <summary>The number of all tracks.</summary>
    public int Count { get; private set; }

    /// <summary>Whether any track is of sound.</summary>
    public bool HasAudio { get; private set; }

    /// <summary>The first enabled track of video, or else the first; null where there is none.</summary>
    public MatroskaTrack? Picture { get; private set; }

    /// <summary>The first 32 tracks.</summary>
    public IReadOnlyList<MatroskaTrack> Kept => _kept;

    /// <summary>Whether one of the tracks kept has the number.</summary>
    public bool Has(ulong number)
    {
        foreach (MatroskaTrack track in _kept)
        {
            if (track.Number == number)
            {
                return true;
            }
        }

        return false;
    }

    public static MatroskaTracks Read(ref HeaderWindow window, EbmlElement element)
    {
        var tracks = new MatroskaTracks();
        for (long position = element.Content; position < element.End;)
        {
            EbmlElement child = EbmlElement.ReadChild(ref window, ref position, element.End);
            if (child.Id == MatroskaId.TrackEntry)
            {
                tracks.Add(MatroskaTrack.Read(ref window, child));
            }
        }

        return tracks;
    }

    private void Add(MatroskaTrack track)
    {
        Count++;
        HasAudio |= track.Kind == MatroskaTrack.Audio;
        if (track.Kind == MatroskaTrack.Pictures && (Picture is null || (track.IsEnabled && !Picture.IsEnabled)))
        {
            Picture = track;
        }

        if (_kept.Count < MostKept)
        {
            _kept.Add(track);
        }
    }
}
