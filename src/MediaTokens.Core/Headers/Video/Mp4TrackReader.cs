namespace MediaTokens.Headers.Video;

/// <summary>Reads a box "trak".</summary>
/// <remarks>
/// It holds full box "tkhd": flags (1: enabled), two dates (4 each; 8 in version 1), number of the track (4), reserved (4),
/// duration (4 or 8), reserved (16), matrix (36), width and height (4 each, 16.16 pixels as displayed);
/// "edts" with the edit list; "tref" with references to other tracks, of which "chap" lists those that tell chapters;
/// and "mdia" with full boxes "mdhd" (see <see cref="Mp4Clock"/>) and "hdlr", whose handler is at byte 8, and with the sample table in "minf".
/// </remarks>
internal static class Mp4TrackReader
{
    private const uint Tkhd = 0x746B6864;
    private const uint Edts = 0x65647473;
    private const uint Elst = 0x656C7374;
    private const uint Tref = 0x74726566;
    private const uint Chap = 0x63686170;
    private const uint Mdia = 0x6D646961;
    private const uint Mdhd = 0x6D646864;
    private const uint Hdlr = 0x68646C72;
    private const uint Minf = 0x6D696E66;
    private const uint Stbl = 0x7374626C;

    // QuickTime refers to a text and to pictures.
    private const int MostChapterTracks = 8;

    /// <param name="window">The file.</param>
    /// <param name="track">The box.</param>
    /// <param name="chapterTracks">Where the numbers of the tracks go that tell this one's chapters.</param>
    public static Mp4Track Read(ref HeaderWindow window, IsoBox track, List<uint> chapterTracks)
    {
        Mp4Track told = new();
        long position = track.Content;
        while (track.End - position >= 8)
        {
            IsoBox box = IsoBox.Read(ref window, position, track.End);
            told = box.Type switch
            {
                Tkhd => ReadHeader(ref window, box, told),
                Edts when TryFind(ref window, box, Elst, out IsoBox list) => told with { Edits = Mp4EditList.Read(ref window, list) },
                Mdia => ReadMedia(ref window, box, told),
                _ => told,
            };
            if (box.Type == Tref && TryFind(ref window, box, Chap, out IsoBox chapters))
            {
                ReadChapters(ref window, chapters, chapterTracks);
            }

            position = box.End;
        }

        return told;
    }

    private static Mp4Track ReadHeader(ref HeaderWindow window, IsoBox box, Mp4Track told)
    {
        bool wide = window.Byte(box.Require(box.Content, 4)) == 1;
        long id = box.Content + (wide ? 20 : 12);
        long matrix = box.Content + (wide ? 52 : 40);
        box.Require(matrix, Mp4Matrix.Size + 8);
        return told with
        {
            IsEnabled = (window.Byte(box.Content + 3) & 1) != 0,
            Id = window.UInt32(id, bigEndian: true),
            Matrix = Mp4Matrix.Read(ref window, matrix),
            DisplayWidth = window.UInt16(matrix + Mp4Matrix.Size, bigEndian: true),
            DisplayHeight = window.UInt16(matrix + Mp4Matrix.Size + 4, bigEndian: true),
        };
    }

    private static Mp4Track ReadMedia(ref HeaderWindow window, IsoBox media, Mp4Track told)
    {
        long position = media.Content;
        while (media.End - position >= 8)
        {
            IsoBox box = IsoBox.Read(ref window, position, media.End);
            switch (box.Type)
            {
                case Mdhd:
                    Mp4Clock clock = Mp4Clock.Read(ref window, box);
                    told = told with { Timescale = clock.Timescale, MediaDuration = clock.Duration };
                    break;
                case Hdlr:
                    told = told with { Handler = window.UInt32(box.Require(box.Content + 8, 4), bigEndian: true) };
                    break;
                case Minf when TryFind(ref window, box, Stbl, out IsoBox table):
                    told = told with { Table = Mp4SampleTable.Read(ref window, table) };
                    break;
            }

            position = box.End;
        }

        return told;
    }

    private static void ReadChapters(ref HeaderWindow window, IsoBox box, List<uint> chapterTracks)
    {
        for (long position = box.Content; box.End - position >= 4 && chapterTracks.Count < MostChapterTracks; position += 4)
        {
            chapterTracks.Add(window.UInt32(position, bigEndian: true));
        }
    }

    private static bool TryFind(ref HeaderWindow window, IsoBox parent, uint type, out IsoBox box) =>
        IsoBox.TryFind(ref window, parent.Content, parent.End, type, out box);
}
