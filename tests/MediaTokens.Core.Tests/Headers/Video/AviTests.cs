using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>AVI headers that no encoder at hand writes.</summary>
public sealed class AviTests
{
    private static readonly byte[] Movi = Avi.List("movi", new byte[400_000]);

    [Fact]
    public void The_frames_of_a_stream_count_and_not_those_of_the_main_header() =>
        Lasts(10, Avi.File([Avi.MainHeader(40_000, 7), Avi.Video(1, 25, 250)], Movi));

    [Fact]
    public void The_frames_of_all_parts_count_where_the_stream_tells_those_of_the_first() =>
        Lasts(400, Avi.File([Avi.MainHeader(40_000, 250), Avi.Video(1, 25, 250), Avi.AllFrames(10_000)], Movi));

    [Fact]
    public void The_main_header_counts_where_nothing_else_does() =>
        Lasts(4, Avi.File([Avi.MainHeader(40_000, 100), Avi.Video(1, 25, 0)], Movi));

    [Fact]
    public void An_index_of_indexes_counts_where_the_stream_tells_no_frames() =>
        Lasts(12, Avi.File([Avi.MainHeader(40_000, 0), Avi.Video(1, 25, 0, more: Avi.SuperIndex(100, 120, 80))], Movi));

    [Fact]
    public void The_old_index_counts_the_frames_of_the_pictures_alone() =>
        Lasts(0.12, Avi.File([Avi.MainHeader(40_000, 0), Avi.Video(1, 25, 0), Avi.Audio(1, 8000, 0, 1)], [.. Movi, .. Avi.Index("00dc", "01wb", "00db", "01wb", "00dc", "ix00")]));

    [Fact]
    public void A_frame_period_replaces_a_rate_of_0() =>
        Lasts(5, Avi.File([Avi.MainHeader(50_000, 100), Avi.Video(0, 0, 100)], Movi));

    [Theory]
    [InlineData(0, 25)]
    [InlineData(1, 0)]
    public void Without_a_rate_there_is_no_duration(uint scale, uint rate) =>
        HasNoDuration(Avi.File([Avi.MainHeader(0, 100), Avi.Video(scale, rate, 100)], Movi));

    [Theory]
    [InlineData(uint.MaxValue, 1)]
    [InlineData(0, 1)]
    [InlineData(3_000, uint.MaxValue)]
    public void Frames_that_cannot_be_make_no_duration(uint frames, uint scale) =>
        HasNoDuration(Avi.File([Avi.MainHeader(0, 0), Avi.Video(scale, 1, frames)], Movi));

    [Theory]
    [InlineData(8000, 1, 30.0)]
    [InlineData(8000, 2, 10.0)]
    public void Sound_that_is_longer_counts_unless_it_is_more_than_the_file_holds(uint rate, uint sampleSize, double seconds)
    {
        VideoHeader video = Reading.Header(Avi.File([Avi.MainHeader(40_000, 250), Avi.Video(1, 25, 250), Avi.Audio(1, rate, 240_000, sampleSize)], Movi)).Video!;
        Assert.Equal(seconds, video.Duration!.Value.TotalSeconds);
        Assert.Equal(10, video.PictureDuration!.Value.TotalSeconds);
        Assert.True(video.HasAudio);
    }

    [Fact]
    public void Rows_from_top_to_bottom_have_a_negative_height() =>
        Reading.Tells(Avi.File([Avi.MainHeader(40_000, 9), Avi.Video(1, 25, 9, height: -200)], Movi), 300, 200);

    [Fact]
    public void The_first_stream_of_pictures_that_is_not_disabled_counts() =>
        Reading.Tells(Avi.File([Avi.MainHeader(40_000, 9), Avi.Video(1, 25, 9, flags: 1), Avi.Video(1, 25, 9, 64, 48), Avi.Video(1, 25, 9)], Movi), 64, 48);

    [Theory]
    [InlineData(25, 576)]
    [InlineData(30, 480)]
    public void Digital_video_in_one_stream_has_the_size_of_its_television_system(uint rate, int height)
    {
        MediaHeader header = Reading.Header(Avi.File([Avi.MainHeader(40_000, 9), Avi.Stream("iavs", 1, rate, 9)], Movi));
        Assert.Equal(new PixelSize(720, height), header.Size);
        Assert.True(header.Video!.HasAudio);
    }

    [Fact]
    public void A_side_of_0_is_no_size() =>
        Reading.Fails(Avi.File([Avi.MainHeader(40_000, 9), Avi.Video(1, 25, 9, width: 0)], Movi), MediaErrorId.InvalidDimensions);

    [Fact]
    public void A_copy_that_broke_off_plays_its_share()
    {
        byte[] bytes = Avi.File([Avi.MainHeader(40_000, 250), Avi.Video(1, 25, 250)], Movi);
        VideoHeader video = Reading.Header(bytes[..(bytes.Length / 2)]).Video!;
        Assert.Equal(5, video.Duration!.Value.TotalSeconds, 0.001);
    }

    [Fact]
    public void Of_4_GB_in_several_parts_little_is_read()
    {
        byte[] header = Avi.FileOf(1 << 30, [Avi.MainHeader(40_000, 25_000), Avi.Video(1, 25, 25_000), Avi.AllFrames(100_000)], [.. "LIST"u8, 0, 0, 0, 0x3F, .. "movi"u8]);
        RepeatingSource source = new(header, "00dc"u8.ToArray(), 40_000, 107_000, []);
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Equal(4000, video.Duration!.Value.TotalSeconds);
        Assert.InRange(source.BytesRead, 1, 16_384);
    }

    private static void Lasts(double seconds, byte[] bytes)
    {
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Equal(TimeSpan.FromSeconds(seconds), video.Duration);
        Assert.Equal(video.Duration, video.PictureDuration);
        Assert.Null(video.DurationProblem);
    }

    private static void HasNoDuration(byte[] bytes)
    {
        MediaHeader header = Reading.Header(bytes);
        Assert.Equal(new PixelSize(300, 200), header.Size);
        Assert.Null(header.Video!.Duration);
        Assert.NotEmpty(header.Video.DurationProblem!);
    }
}
