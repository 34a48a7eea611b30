using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Headers.Video.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Video.Making.Matroska;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>How long Matroska plays: as its Info says, or as its last blocks do.</summary>
public sealed class MatroskaTimeTests
{
    private const long MostOfALongFile = 400_000;

    private static readonly byte[] TrackList = Element(Tracks, Picture(FrameOf(40)), Sound());

    private static readonly byte[] NoDuration = Element(Info);

    private static readonly byte[] TwoSeconds = ClusterAt(1000, Block(1, 0), Block(2, 0), Block(2, 20), Block(1, 960));

    [Theory]
    [InlineData(5005, 1_000_000, 50_050_000L)]
    [InlineData(5005.5, 1_000_000, 50_055_000L)]
    [InlineData(0.1, 1_000_000_000, 1_000_000L)]
    [InlineData(123_456_789, 1, 1_234_568L)]
    [InlineData(3_600_000_000_000_000, 1, 36_000_000_000_000)]
    [InlineData(1e-30, 10_000_000_000_000_000_000, null)]
    public void Info_tells_a_duration_in_ticks_of_its_scale(double ticks, ulong scale, long? expected)
    {
        VideoHeader video = Reading.Header(File(Element(Info, Scale(scale), Matroska.Float(0x4489, ticks)), TrackList)).Video!;
        Assert.Equal(expected, video.Duration?.Ticks);
        Assert.Equal(expected is null, video.DurationProblem is not null);
    }

    [Fact]
    public void A_duration_may_be_a_short_float() =>
        Assert.Equal(1.5, Of(Element(Info, Element(0x4489, [0x44, 0xBB, 0x80, 0])))?.TotalSeconds);

    [Fact]
    public void Info_counts_more_than_the_clusters() => Assert.Equal(7, Of(Duration(7000), TwoSeconds)?.TotalSeconds);

    [Theory]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(-1000)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_duration_that_is_no_time_leaves_it_to_the_clusters(double ticks)
    {
        Assert.Equal(2, Of(Duration(ticks), ClusterAt(0, Block(1, 0)), TwoSeconds)?.TotalSeconds);
        Assert.NotNull(Reading.Header(File(Duration(ticks), TrackList)).Video!.DurationProblem);
    }

    [Theory]
    [InlineData(1e300, 1)]
    [InlineData(9.2e18, 1_000_000)]
    [InlineData(3.7e15, 1_000_000)]
    [InlineData(2, ulong.MaxValue)]
    public void A_duration_beyond_all_measure_is_a_problem(double ticks, ulong scale)
    {
        byte[] info = Element(Info, Scale(scale), Matroska.Float(0x4489, ticks));
        Assert.Contains("1,000,000 hours", Reading.Header(File(info, TrackList, TwoSeconds)).Video!.DurationProblem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scale_of_0_is_a_problem()
    {
        byte[] info = Element(Info, Scale(0), Matroska.Float(0x4489, 1000));
        Assert.Contains("scale is 0", Reading.Header(File(info, TrackList, TwoSeconds)).Video!.DurationProblem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_without_sizes_ends_with_its_last_block()
    {
        byte[] bytes = Recording(
            NoDuration, TrackList, OfUnknownSize(Cluster, Time(0), Block(1, 0), Block(2, 0)), OfUnknownSize(Cluster, Time(1000), Block(2, 0), Block(1, 960)));
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)), (video.Duration, video.PictureDuration));
    }

    [Fact]
    public void Pictures_may_end_before_the_sound()
    {
        byte[] last = ClusterAt(4000, Block(1, 0), Block(2, 0), Block(2, 980), Block(2, 1000));
        VideoHeader video = Reading.Header(File(NoDuration, TrackList, ClusterAt(0, Block(1, 0)), last)).Video!;
        Assert.Equal((5.02, 4.04), (video.Duration!.Value.TotalSeconds, video.PictureDuration!.Value.TotalSeconds));
    }

    [Fact]
    public void The_last_block_plays_as_long_as_it_says_or_a_frame_or_as_the_one_before()
    {
        Assert.Equal(1.5, Of(NoDuration, ClusterAt(0, Block(1, 0), Group(1, 1000, 500)))?.TotalSeconds);
        Assert.Equal(1.04, Of(NoDuration, ClusterAt(0, Block(1, 0), Block(1, 1000)))?.TotalSeconds);
        Assert.Equal(2.0, Of(NoDuration, ClusterAt(0, Block(2, 0), Block(2, 500), Block(2, 1250)))?.TotalSeconds);
    }

    [Fact]
    public void Blocks_need_not_be_in_the_order_of_their_times() =>
        Assert.Equal(1.2, Of(NoDuration, ClusterAt(1000, Block(2, -1000), Block(2, 0), Block(2, 150), Block(2, 50), Block(2, 100)))?.TotalSeconds);

    [Fact]
    public void A_recording_of_a_broadcast_plays_from_its_first_block_on() =>
        Assert.Equal(1.04, Of(NoDuration, ClusterAt(3_600_000, Block(1, 40), Block(2, 0), Block(1, 1000)))?.TotalSeconds);

    [Theory]
    [InlineData(1)]
    [InlineData(4_000)]
    [InlineData(300_000)]
    public void What_follows_the_last_block_does_not_matter(int junk)
    {
        byte[] bytes = Recording(NoDuration, TrackList, ClusterAt(0, Block(1, 0)), TwoSeconds);
        Assert.Equal(2, Reading.Header([.. bytes, .. new byte[junk]]).Video!.Duration?.TotalSeconds);
        Assert.Equal(2, Reading.Header([.. bytes, .. Element(Tags, new byte[junk])]).Video!.Duration?.TotalSeconds);
    }

    [Fact]
    public void A_block_that_is_cut_off_does_not_count()
    {
        byte[] bytes = Recording(NoDuration, TrackList, ClusterAt(0, Block(1, 0)), OfUnknownSize(Cluster, Time(1000), Block(1, 0), Block(1, 960, 200_000)));
        Assert.Equal(1.04, Reading.Header(bytes[..^1]).Video!.Duration?.TotalSeconds);
    }

    [Fact]
    public void A_picture_that_looks_like_a_cluster_is_none()
    {
        byte[] lie = [.. ClusterAt(9_000_000), 0xA3, 0x84, 0x81, 0, 0, 0, .. new byte[100]];
        byte[] picture = Element(0xA3, [0x81, 0x03, 0xC0, 0x80, .. new byte[70_000], .. lie]);
        Assert.Equal(2, Of(NoDuration, ClusterAt(0, Block(1, 0)), ClusterAt(1000, Block(1, 0), picture))?.TotalSeconds);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public void A_last_cluster_of_many_megabytes_is_found(int blockSize)
    {
        byte[] block = Block(1, 0, blockSize);
        byte[] start = Recording(NoDuration, TrackList, ClusterAt(0, Block(1, 0)), OfUnknownSize(Cluster, Time(60_000)));
        byte[] end = [.. Block(1, 8_000), .. Block(2, 7_980), .. Block(2, 8_000)];
        RepeatingSource source = new(start, block, block.Length, 20_000_000 / block.Length, end);
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Equal((68.04, 68.04), (video.Duration?.TotalSeconds, video.PictureDuration?.TotalSeconds));
        Assert.InRange(source.BytesRead, 1, MostOfALongFile);
    }

    [Fact]
    public void A_long_recording_costs_a_few_hundred_kilobytes()
    {
        byte[] cluster = ClusterAt(5000, Block(1, 0, 500_000), Block(1, 960, 20_000), Block(2, 970));
        RepeatingSource source = new(Recording(NoDuration, TrackList), cluster, cluster.Length, 8_000, []);
        Assert.InRange(source.Length, 4_000_000_000, long.MaxValue);
        Assert.Equal(1, MediaHeaderReader.Read(source).Video!.Duration?.TotalSeconds);
        Assert.InRange(source.BytesRead, 1, MostOfALongFile);
    }

    [Fact]
    public void A_recording_without_end_has_a_problem_or_a_time_within_the_budget()
    {
        foreach (byte[] unit in (byte[][])[[0], [0xA3], Block(1, 0, 4), Block(1, 0, 300), Element(0xEC), ClusterAt(1), [0xA3, 0x84, 0x81, 0, 0, 0]])
        {
            RepeatingSource source = new(Recording(NoDuration, TrackList, OfUnknownSize(Cluster, Time(0))), unit, unit.Length);
            _ = MediaHeaderReader.Read(source);
            Assert.InRange(source.BytesRead, 1, Reading.Budget);
        }
    }

    [Theory]
    [InlineData("00:00:03.250000000", 3.25)]
    [InlineData("00:00:03.25", 3.25)]
    [InlineData("00:00:07.000000100", null)]
    [InlineData("00:00:00.000000000", null)]
    [InlineData("00:61:00.000000000", null)]
    [InlineData("-1:00:03.250000000", null)]
    [InlineData("00:00:", null)]
    [InlineData("00:00:99999999999999999999999999999999999999", null)]
    [InlineData("4294967295:00:01", null)]
    [InlineData("", null)]
    public void A_tag_tells_how_long_the_pictures_play(string text, double? seconds)
    {
        byte[] tags = [.. Tag(2, "00:00:05.000000000"), .. Tag(1, text)];
        byte[] merged = Element(Tags, tags[12..Tag(2, "00:00:05.000000000").Length], Tag(1, text)[12..]);
        VideoHeader video = Reading.Header(File(Duration(7000), TrackList, merged, ClusterAt(0, Block(1, 0)))).Video!;
        Assert.Equal((7.0, seconds), (video.Duration?.TotalSeconds, video.PictureDuration?.TotalSeconds));
    }

    [Fact]
    public void Tags_behind_the_clusters_are_found_by_the_seek_head()
    {
        byte[] cluster = ClusterAt(0, Block(1, 0));
        byte[] Seeks(int start) => Element(SeekHead, Seek(Tags, start));
        int front = Seeks(0).Length + Duration(1).Length + TrackList.Length + cluster.Length;
        VideoHeader video = Reading.Header(File(Seeks(front), Duration(7000), TrackList, cluster, Tag(1, "00:00:06.5"))).Video!;
        Assert.Equal(6.5, video.PictureDuration?.TotalSeconds);
    }

    private static TimeSpan? Of(byte[] info, params byte[][] clusters) => Reading.Header(File([info, TrackList, .. clusters])).Video!.Duration;
}
