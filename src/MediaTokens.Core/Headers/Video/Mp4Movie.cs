namespace MediaTokens.Headers.Video;

/// <summary>What the box "moov" tells.</summary>
/// <remarks>
/// It holds full box "mvhd": clock (see <see cref="Mp4Clock"/>), rate (4), volume (2), reserved (10), matrix (36), and more;
/// a box "trak" for each track; and "mvex" where the movie goes on in fragments. In that are full boxes "mehd", with the duration of
/// the whole in the movie's timescale (4; 8 in version 1), and for each track "trex": number of the track (4), description (4),
/// the duration (4) of a sample that tells none of its own, and more.
/// </remarks>
internal sealed record Mp4Movie
{
    private const uint Mvhd = 0x6D766864;
    private const uint Trak = 0x7472616B;
    private const uint Mvex = 0x6D766578;
    private const uint Mehd = 0x6D656864;
    private const uint Trex = 0x74726578;
    private const uint Cmov = 0x636D6F76;

    // Real movies have up to some dozens, most of them in other languages.
    private const int MostTracks = 100;

    public Mp4Clock Clock { get; init; }

    public Mp4Matrix Matrix { get; init; } = Mp4Matrix.Upright;

    public List<Mp4Track> Tracks { get; } = [];

    /// <summary>The numbers of tracks that tell chapters.</summary>
    public List<uint> ChapterTracks { get; } = [];

    /// <summary>Whether the movie goes on in fragments.</summary>
    public bool IsFragmented { get; init; }

    /// <summary>The duration of the whole, fragments and all, in the movie's timescale; null where it is not told.</summary>
    public ulong? FragmentedDuration { get; init; }

    /// <summary>The ticks of a sample in a fragment that tells none, by the number of the track.</summary>
    public List<(uint Track, uint Ticks)> SampleTicks { get; } = [];

    /// <summary>The pictures that are shown: the first enabled track of pictures that is not one of chapters nor without any, else the first of all; null if none.</summary>
    public Mp4Track? Pictures
    {
        get
        {
            List<Mp4Track> tracks = Tracks.FindAll(track => track.Handler == Mp4Track.Pictures && !ChapterTracks.Contains(track.Id)
                && (IsFragmented || !track.Table.IsEmpty));
            return tracks.Find(track => track.IsEnabled) ?? (tracks.Count > 0 ? tracks[0] : null);
        }
    }

    /// <exception cref="MediaException">The box is empty, compressed or broken (CorruptHeader), or cut off (TruncatedFile).</exception>
    public static Mp4Movie Read(ref HeaderWindow window, IsoBox box)
    {
        Mp4Movie? movie = null;
        List<IsoBox> tracks = [];
        IsoBox extension = default;
        long position = box.Content;
        while (box.End - position >= 8)
        {
            IsoBox child = IsoBox.Read(ref window, position, box.End);
            switch (child.Type)
            {
                case Mvhd:
                    movie ??= ReadHeader(ref window, child);
                    break;
                case Trak when tracks.Count < MostTracks:
                    tracks.Add(child);
                    break;
                case Mvex:
                    extension = child;
                    break;
                case Cmov:
                    throw new MediaException(
                        MediaErrorId.CorruptHeader,
                        "The movie's header is compressed (box 'cmov'), as old QuickTime files have it, and is not read.",
                        HeaderError.ConvertVideo);
            }

            position = child.End;
        }

        movie = movie ?? throw HeaderError.Corrupt("The box 'moov' has no header 'mvhd'.");
        foreach (IsoBox track in tracks)
        {
            movie.Tracks.Add(Mp4TrackReader.Read(ref window, track, movie.ChapterTracks));
        }

        return extension.Type == Mvex ? movie.ReadExtension(ref window, extension) : movie;
    }

    private static Mp4Movie ReadHeader(ref HeaderWindow window, IsoBox box)
    {
        var clock = Mp4Clock.Read(ref window, box);
        long matrix = box.Content + (window.Byte(box.Content) == 1 ? 48 : 36);
        return new Mp4Movie
        {
            Clock = clock,
            Matrix = box.End - matrix >= Mp4Matrix.Size ? Mp4Matrix.Read(ref window, matrix) : Mp4Matrix.Upright,
        };
    }

    private Mp4Movie ReadExtension(ref HeaderWindow window, IsoBox extension)
    {
        ulong? duration = null;
        long position = extension.Content;
        while (extension.End - position >= 8)
        {
            IsoBox box = IsoBox.Read(ref window, position, extension.End);
            if (box.Type == Mehd)
            {
                bool wide = window.Byte(box.Require(box.Content, 8)) == 1;
                duration = Mp4Clock.ReadDuration(ref window, box.Require(box.Content + 4, wide ? 8 : 4), wide);
            }
            else if (box.Type == Trex && SampleTicks.Count < MostTracks)
            {
                box.Require(box.Content, 16);
                SampleTicks.Add((window.UInt32(box.Content + 4, bigEndian: true), window.UInt32(box.Content + 12, bigEndian: true)));
            }

            position = box.End;
        }

        return this with { IsFragmented = true, FragmentedDuration = duration };
    }
}
