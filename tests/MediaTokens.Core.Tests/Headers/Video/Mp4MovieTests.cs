using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Making.Mp4;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>Where the header of a movie may be, and what it tells of tracks and times.</summary>
public sealed class Mp4MovieTests
{
    private static readonly byte[] Movie = Heif.Box("moov", Header(4000), Track.Pictures(4), Track.Sound(4));

    private static TimeSpan Four { get; } = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData("isom", MediaFormat.Mp4)]
    [InlineData("mp42", MediaFormat.Mp4)]
    [InlineData("M4V ", MediaFormat.Mp4)]
    [InlineData("f4v ", MediaFormat.Mp4)]
    [InlineData("dash", MediaFormat.Mp4)]
    [InlineData("avc1", MediaFormat.Mp4)]
    [InlineData("qt  ", MediaFormat.Mov)]
    [InlineData("mqt ", MediaFormat.Mov)]
    [InlineData("3gp4", MediaFormat.ThreeGp)]
    [InlineData("3g2a", MediaFormat.ThreeGp)]
    [InlineData("3gs6", MediaFormat.ThreeGp)]
    public void The_major_brand_tells_the_format(string brand, MediaFormat format) =>
        Assert.Equal(format, Reading.Header([.. Heif.FileType(brand, "isom", "qt  ", "3gp4"), .. Movie]).Format);

    [Theory]
    [InlineData("wide")]
    [InlineData("free")]
    [InlineData("skip")]
    [InlineData("mdat")]
    [InlineData("pnot")]
    public void A_movie_without_brands_is_of_QuickTime(string first)
    {
        Tells([.. Heif.Box(first, new byte[30]), .. Movie], MediaFormat.Mov);
        Tells(Movie, MediaFormat.Mov);
    }

    [Fact]
    public void The_header_may_be_in_front_or_behind()
    {
        Tells([.. FileType, .. Movie, .. Data]);
        Tells([.. FileType, .. Heif.Box("free"), .. Data, .. Movie]);
        Tells([.. FileType, .. Data, .. Heif.Box("moov", 0, Movie[8..])]);
        Tells([.. FileType, .. Heif.Box("moov", 1, [.. new ByteWriter().U64((ulong)Movie.Length + 8).ToArray(), .. Movie[8..]])]);
    }

    [Fact]
    public void Samples_that_are_cut_off_do_not_matter_behind_the_header()
    {
        Tells([.. FileType, .. Movie, .. Heif.Box("mdat", 100_000, new byte[10])]);
        Tells([.. FileType, .. Movie, .. "junk"u8]);
        Reading.Fails([.. FileType, .. Heif.Box("mdat", 100_000, new byte[10])], MediaErrorId.TruncatedFile);
        Reading.Fails([.. FileType, .. Data], MediaErrorId.TruncatedFile);
    }

    [Fact]
    public void A_track_of_pictures_without_any_is_none()
    {
        Track empty = new() { Id = 3, Duration = 0 };
        Reading.Fails(File(Header(4000), empty, Track.Sound(4)), MediaErrorId.NoVideoTrack);
        Reading.Fails(File(Header(4000), empty with { Duration = 4000 }), MediaErrorId.NoVideoTrack);
        Tells(File(Header(4000), empty with { Width = 640 }, Track.Pictures(4), Track.Sound(4)));
    }

    [Theory]
    [InlineData(4L << 30)]
    [InlineData(1L << 40)]
    public void A_large_file_costs_little_reading(long size)
    {
        byte[] start = [.. FileType, 0, 0, 0, 1, .. "mdat"u8, .. new ByteWriter().U64((ulong)size + 16).ToArray()];
        RepeatingSource source = new(start, [1], 1, size, Movie);
        Assert.Equal(Four, MediaHeaderReader.Read(source).Video!.Duration);
        Assert.InRange(source.BytesRead, 1, 65_536);
    }

    [Fact]
    public void Sound_alone_is_no_video()
    {
        Reading.Fails(Mp4.File(Header(4000), Track.Sound(4)), MediaErrorId.NoVideoTrack);
        Reading.Fails(Mp4.File(Header(4000)), MediaErrorId.NoVideoTrack);
        Reading.Fails(Mp4.File(Header(4000), Track.Pictures(4) with { Handler = "pict" }), MediaErrorId.NoVideoTrack);
    }

    [Fact]
    public void Pictures_of_chapters_are_not_the_video()
    {
        Track chapters = Track.Pictures(4) with { Id = 3, Width = 16, Height = 16 };
        Track pictures = Track.Pictures(4) with { Others = Chapters(7, 3) };
        Tells(Mp4.File(Header(4000), chapters, pictures, Track.Sound(4)));
        Reading.Fails(Mp4.File(Header(4000), chapters, Track.Sound(4) with { Others = Chapters(3) }), MediaErrorId.NoVideoTrack);
    }

    [Fact]
    public void The_first_enabled_track_of_pictures_is_the_video()
    {
        Track disabled = Track.Pictures(4) with { IsEnabled = false, Width = 16, Height = 16 };
        Tells(Mp4.File(Header(4000), disabled, Track.Pictures(4) with { Id = 3 }, Track.Sound(4) with { IsEnabled = false }));
        Reading.Tells(Mp4.File(Header(4000), disabled, Track.Sound(4)), 16, 16);
    }

    [Fact]
    public void The_size_is_the_coded_one_and_else_the_displayed_one()
    {
        Reading.Tells(Mp4.File(Header(4000), Track.Pictures(4) with { DisplayWidth = 400 }), 300, 200);
        Reading.Tells(Mp4.File(Header(4000), Track.Pictures(4) with { Width = 0, DisplayWidth = 400 }), 400, 200);
        Reading.Fails(Mp4.File(Header(4000), Track.Pictures(4) with { Width = 0, DisplayWidth = 0 }), MediaErrorId.InvalidDimensions);
    }

    [Theory]
    [InlineData(1, 0, 0, 1, 1)]
    [InlineData(-1, 0, 0, 1, 2)]
    [InlineData(-1, 0, 0, -1, 3)]
    [InlineData(1, 0, 0, -1, 4)]
    [InlineData(0, 1, 1, 0, 5)]
    [InlineData(0, 1, -1, 0, 6)]
    [InlineData(0, -1, -1, 0, 7)]
    [InlineData(0, -1, 1, 0, 8)]
    [InlineData(0, 2, -2, 0, 6)]
    [InlineData(1, 1, -1, 1, 1)]
    [InlineData(0, 0, 0, 0, 1)]
    public void A_matrix_of_quarter_turns_is_an_orientation(int a, int b, int c, int d, int orientation)
    {
        (int width, int height) = orientation >= 5 ? (200, 300) : (300, 200);
        Reading.Tells(Mp4.File(Header(4000), Track.Pictures(4) with { Matrix = [a, b, c, d] }), width, height, orientation);
        Reading.Tells(Mp4.File(Header(4000, matrix: [a, b, c, d]), Track.Pictures(4)), width, height, orientation);
    }

    [Fact]
    public void Track_and_movie_turn_one_after_the_other() => Reading.Tells(
        Mp4.File(Header(4000, matrix: [0, 1, -1, 0]), Track.Pictures(4) with { Matrix = [0, 1, -1, 0] }), 300, 200, 3);

    [Fact]
    public void A_rate_is_samples_by_time()
    {
        Track pictures = new() { Timescale = 30_000, Duration = 60_060, Times = [(60, 1001)] };
        VideoHeader video = Video(Mp4.File(Header(2002), pictures));
        Assert.Equal((30_000 / 1001.0, TimeSpan.FromMilliseconds(2002)), (video.FrameRate, video.PictureDuration));
    }

    [Fact]
    public void A_table_of_times_that_is_too_long_is_not_read()
    {
        Track pictures = new() { Duration = 2_000_000, Times = [.. Enumerable.Repeat((1u, 20u), 50_000), .. Enumerable.Repeat((1u, 20u), 50_000)] };
        MemorySource source = new(Mp4.File(Header(2_000_000), pictures));
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Equal((50.0, TimeSpan.FromSeconds(2000)), (video.FrameRate, video.PictureDuration));
        Assert.InRange(source.BytesRead, 1, 32_768);
    }

    private static void Tells(byte[] bytes, MediaFormat format = MediaFormat.Mp4)
    {
        MediaHeader header = Reading.Header(bytes);
        VideoHeader expected = new() { Duration = Four, PictureDuration = Four, FrameRate = 25, HasAudio = true };
        Assert.Equal(new MediaHeader(format, new PixelSize(300, 200), Video: expected), header);
    }

    private static VideoHeader Video(byte[] bytes) => Reading.Header(bytes).Video!;
}
