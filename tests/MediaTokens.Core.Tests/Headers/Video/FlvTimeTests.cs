using MediaTokens.Core.Tests.Headers.Video.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Video.Making.Flv;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>How long Flash video plays: as its metadata says, or as its last tags do.</summary>
public sealed class FlvTimeTests
{
    private const long MostOfALongFile = 300_000;

    private static readonly byte[][] FiveSeconds =
        [Tag(VideoTag, 0, Picture), Tag(AudioTag, 0, Sound), Tag(VideoTag, 3_920, Picture), Tag(VideoTag, 3_960, Picture), Tag(AudioTag, 4_900, Sound), Tag(AudioTag, 4_950, Sound)];

    [Theory]
    [InlineData(5.005, 50_050_000L)]
    [InlineData(0.1, 1_000_000L)]
    [InlineData(3_600_000, 36_000_000_000_000L)]
    public void The_metadata_tells_a_duration_in_seconds(double seconds, long ticks) =>
        Assert.Equal(ticks, Of(Metadata(Number("duration", seconds))).Duration?.Ticks);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_duration_that_is_no_time_leaves_it_to_the_last_tags(double seconds)
    {
        VideoHeader video = Of(Metadata(Number("duration", seconds)));
        Assert.Equal((5.0, 4.0), (video.Duration?.TotalSeconds, video.PictureDuration?.TotalSeconds));
    }

    [Theory]
    [InlineData(3.7e9)]
    [InlineData(9.3e18)]
    [InlineData(1e300)]
    public void A_duration_beyond_all_measure_is_a_problem(double seconds) =>
        Assert.Contains("1,000,000 hours", Of(Metadata(Number("duration", seconds))).DurationProblem, StringComparison.Ordinal);

    [Fact]
    public void The_last_tag_plays_as_long_as_the_one_before() => Assert.Equal(5, Of()?.Duration?.TotalSeconds);

    [Fact]
    public void Times_have_upper_bits_of_their_own() => Assert.Equal(
        20_000.08,
        Reading.Header(File(1, Tag(VideoTag, 0, Picture), Tag(VideoTag, 20_000_000, Picture), Tag(VideoTag, 20_000_040, Picture))).Video!.Duration?.TotalSeconds);

    [Fact]
    public void Times_before_the_start_do_not_count()
    {
        VideoHeader video = Reading.Header(File(1, Tag(VideoTag, 0, Picture), Tag(VideoTag, uint.MaxValue, Picture))).Video!;
        Assert.Null(video.Duration);
        Assert.NotEmpty(video.DurationProblem!);
    }

    [Fact]
    public void A_recording_of_a_broadcast_plays_from_its_first_picture_or_sound_on()
    {
        byte[] configuration = Tag(VideoTag, 0, [0x17, 0, 0, 0, 0, 0]);
        byte[] ofSound = Tag(AudioTag, 0, [0xAF, 0, 0x12, 0x10]);
        byte[] bytes = File(
            Both, configuration, ofSound, Tag(VideoTag, 3_600_000, Picture), Tag(AudioTag, 3_600_010, Sound), Tag(VideoTag, 3_600_500, Picture), Tag(VideoTag, 3_601_000, Picture));
        Assert.Equal(1.5, Reading.Header(bytes).Video!.Duration?.TotalSeconds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(5_000)]
    [InlineData(300_000)]
    public void What_follows_the_last_tag_does_not_matter(int junk)
    {
        Assert.Equal(5, Reading.Header([.. File(Both, FiveSeconds), .. new byte[junk]]).Video!.Duration?.TotalSeconds);
        Assert.Equal(5, Reading.Header([.. File(Both, FiveSeconds), .. Enumerable.Repeat((byte)9, junk)]).Video!.Duration?.TotalSeconds);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    [InlineData(900_000)]
    public void A_tag_that_is_cut_off_does_not_count(int size)
    {
        byte[] cut = Tag(VideoTag, 9_000, new byte[size]);
        Assert.Equal(5, Reading.Header([.. File(Both, FiveSeconds), .. cut[..^1]]).Video!.Duration?.TotalSeconds);
        Assert.Equal(5, Reading.Header([.. File(Both, FiveSeconds), .. cut[..(cut.Length / 2)]]).Video!.Duration?.TotalSeconds);
    }

    [Fact]
    public void A_long_file_costs_a_few_hundred_kilobytes_cut_off_or_not()
    {
        byte[] tag = Tag(VideoTag, 0, [.. Picture, .. new byte[50_000]]);
        foreach (byte[] end in (byte[][])[[], [9, 0, 0xFF], Tag(VideoTag, 0, new byte[200_000])[..100_000]])
        {
            byte[] last = [.. Tag(VideoTag, 9_960, Picture), .. Tag(VideoTag, 10_000, Picture), .. end];
            RepeatingSource source = new(File(1), tag, tag.Length, 80_000, last);
            Assert.InRange(source.Length, 4_000_000_000, long.MaxValue);
            Assert.Equal(10.04, MediaHeaderReader.Read(source).Video!.Duration?.TotalSeconds);
            Assert.InRange(source.BytesRead, 1, MostOfALongFile);
        }
    }

    [Fact]
    public void A_file_without_end_has_a_size_or_none_within_the_budget()
    {
        foreach (byte[] unit in (byte[][])[[0], [9], Tag(VideoTag, 0), Tag(VideoTag, 1, Picture), Tag(AudioTag, 1), Tag(VideoTag, 1, new byte[3_000])])
        {
            RepeatingSource source = new(File(Both), unit, unit.Length);
            _ = Reading.HeaderOrRefusal(source);
            Assert.InRange(source.BytesRead, 1, Reading.Budget);
        }
    }

    private static VideoHeader Of(params byte[][] before) => Reading.Header(File(Both, [.. before, .. FiveSeconds])).Video!;
}
