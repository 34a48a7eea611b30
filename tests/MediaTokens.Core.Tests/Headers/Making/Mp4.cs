namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>Movies of the ISO base media file format, box by box. Unless said otherwise a tick is 1 ms.</summary>
internal static class Mp4
{
    public const uint Timescale = 1000;

    public static readonly byte[] FileType = Heif.FileType("isom", "iso2", "mp41");

    // Size and position are those of no samples that are there: nobody looks for them.
    public static readonly byte[] Data = Heif.Box("mdat", new byte[24]);

    /// <summary>The numbers a to d of a matrix that leaves pictures as they are.</summary>
    public static readonly int[] Upright = [1, 0, 0, 1];

    public static byte[] File(params byte[][] movie) => [.. FileType, .. Heif.Box("moov", movie), .. Data];

    public static byte[] Header(uint duration, uint timescale = Timescale, int[]? matrix = null) => Heif.FullBox(
        "mvhd", 0, new ByteWriter().Zeros(8).U32(timescale).U32(duration).Zeros(16).Raw(Matrix(matrix ?? Upright)).Zeros(28).ToArray());

    public static byte[] LongHeader(ulong duration, uint timescale = Timescale) => Heif.FullBox(
        "mvhd", 0x01000000, new ByteWriter().Zeros(16).U32(timescale).U64(duration).Zeros(16).Raw(Matrix(Upright)).Zeros(28).ToArray());

    public static byte[] EditList(params (uint Length, int Start)[] edits)
    {
        ByteWriter writer = new ByteWriter().U32((uint)edits.Length);
        foreach ((uint length, int start) in edits)
        {
            writer.U32(length).U32((uint)start).U32(1 << 16);
        }

        return Heif.Box("edts", Heif.FullBox("elst", 0, writer.ToArray()));
    }

    public static byte[] Chapters(params uint[] tracks)
    {
        ByteWriter writer = new();
        Array.ForEach(tracks, track => writer.U32(track));
        return Heif.Box("tref", Heif.Box("chap", writer.ToArray()));
    }

    /// <summary>The box with the duration of a fragmented movie, if any, and the ticks of a sample of tracks 1 and 2.</summary>
    public static byte[] Extension(uint sampleTicks, ulong? duration = null) => Heif.Box(
        "mvex",
        duration is ulong ticks ? Heif.FullBox("mehd", 0x01000000, new ByteWriter().U64(ticks).ToArray()) : [],
        Heif.FullBox("trex", 0, new ByteWriter().U32(1).U32(1).U32(sampleTicks).Zeros(8).ToArray()),
        Heif.FullBox("trex", 0, new ByteWriter().U32(2).U32(1).U32(sampleTicks).Zeros(8).ToArray()));

    /// <summary>A fragment with samples of one track, and its data.</summary>
    /// <param name="track">The number of the track.</param>
    /// <param name="time">Where it begins; null for a fragment that does not tell.</param>
    /// <param name="samples">How many samples it has.</param>
    /// <param name="ticks">The ticks of each, one by one; null for those of the movie.</param>
    public static byte[] Fragment(uint track, ulong? time, uint samples, uint[]? ticks = null)
    {
        ByteWriter run = new ByteWriter().U32(samples).U32(0);
        Array.ForEach(ticks ?? [], one => run.U32(one));
        return
        [
            .. Heif.Box(
                "moof",
                Heif.FullBox("mfhd", 0, new byte[4]),
                Heif.Box(
                    "traf",
                    Heif.FullBox("tfhd", 0x020000, new ByteWriter().U32(track).ToArray()),
                    time is ulong start ? Heif.FullBox("tfdt", 0x01000000, new ByteWriter().U64(start).ToArray()) : [],
                    Heif.FullBox("trun", ticks is null ? 1u : 0x101, run.ToArray()))),
            .. Data,
        ];
    }

    private static byte[] Matrix(int[] numbers)
    {
        ByteWriter writer = new();
        int[] all = [numbers[0], numbers[1], 0, numbers[2], numbers[3], 0, 0, 0];
        Array.ForEach(all, number => writer.U32((uint)number << 16));
        return writer.U32(1 << 30).ToArray();
    }

    /// <summary>A track: one of pictures of 300 x 200 pixels and 25 frames a second, unless said otherwise.</summary>
    internal sealed record Track
    {
        public uint Id { get; init; } = 1;

        public bool IsEnabled { get; init; } = true;

        public string Handler { get; init; } = "vide";

        public uint Timescale { get; init; } = Mp4.Timescale;

        /// <summary>What the header of the media tells.</summary>
        public uint Duration { get; init; }

        /// <summary>Numbers of samples and the ticks of each.</summary>
        public (uint Samples, uint Ticks)[] Times { get; init; } = [];

        public int Width { get; init; } = 300;

        public int Height { get; init; } = 200;

        public int DisplayWidth { get; init; } = 300;

        public int DisplayHeight { get; init; } = 200;

        public int[] Matrix { get; init; } = Upright;

        /// <summary>Further boxes, such as an edit list.</summary>
        public byte[] Others { get; init; } = [];

        /// <summary>Pictures of so many seconds.</summary>
        public static Track Pictures(uint seconds) => new() { Duration = seconds * Mp4.Timescale, Times = [(seconds * 25, 40)] };

        public static Track Sound(uint seconds) => new()
        {
            Id = 2,
            Handler = "soun",
            Duration = seconds * Mp4.Timescale,
            Times = [(seconds * 50, 20)],
        };

        public static implicit operator byte[](Track track) => track.ToBox();

        public byte[] ToBox() => Heif.Box("trak", TrackHeader(), Others, Heif.Box("mdia", MediaHeader(), HandlerBox(), Heif.Box("minf", Table())));

        private byte[] TrackHeader() => Heif.FullBox("tkhd", IsEnabled ? 3u : 2, new ByteWriter().Zeros(8).U32(Id).Zeros(24)
            .Raw(Mp4.Matrix(Matrix)).U32((uint)DisplayWidth << 16).U32((uint)DisplayHeight << 16).ToArray());

        private byte[] MediaHeader() => Heif.FullBox("mdhd", 0, new ByteWriter().Zeros(8).U32(Timescale).U32(Duration).Zeros(4).ToArray());

        private byte[] HandlerBox() => Heif.FullBox("hdlr", 0, new ByteWriter().Zeros(4).Text(Handler).Zeros(13).ToArray());

        private byte[] Table()
        {
            byte[] entry = Heif.Box("avc1", new ByteWriter().Zeros(24).U16(Width).U16(Height).Zeros(50).ToArray());
            ByteWriter times = new ByteWriter().U32((uint)Times.Length);
            Array.ForEach(Times, time => times.U32(time.Samples).U32(time.Ticks));
            uint samples = (uint)Times.Sum(time => time.Samples);
            return Heif.Box(
                "stbl",
                Heif.FullBox("stsd", 0, new ByteWriter().U32(1).Raw(entry).ToArray()),
                Heif.FullBox("stts", 0, times.ToArray()),
                Heif.FullBox("stsz", 0, new ByteWriter().U32(1).U32(samples).ToArray()));
        }
    }
}
