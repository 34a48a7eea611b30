using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Making.Mp4;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>How long a movie with all samples in its header plays, or why that is not known.</summary>
public sealed class Mp4DurationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(uint.MaxValue)]
    public void Where_the_movie_tells_no_duration_the_longest_track_does(uint none)
    {
        Tells(Mp4.File(Header(none), Track.Pictures(4), Track.Sound(6)), 6, 4);
        Tells(Mp4.File(LongHeader(none == 0 ? 0 : ulong.MaxValue), Track.Pictures(4), Track.Sound(2)), 4, 4);
        Tells(Mp4.File(Header(none), Track.Pictures(4) with { Duration = none }), 4, 4);
    }

    [Fact]
    public void Times_of_64_bits_are_read() => Tells(Mp4.File(LongHeader(4000), Track.Pictures(4)), 4, 4);

    [Theory]
    [InlineData(0)]
    [InlineData(1u << 31)]
    public void A_timescale_that_is_none_is_a_problem(uint timescale)
    {
        VideoHeader video = HasProblem(Mp4.File(Header(4000, timescale), Track.Pictures(4)), $"timescale is {timescale}");
        Assert.Equal(TimeSpan.FromSeconds(4), video.PictureDuration);
        Tells(Mp4.File(Header(4000), Track.Pictures(4) with { Timescale = timescale }), 4, null);
    }

    [Theory]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue - 1)]
    [InlineData(3_600_000_000_001)]
    public void A_duration_of_ages_is_a_problem(ulong ticks) => HasProblem(Mp4.File(LongHeader(ticks), Track.Pictures(4)), "1,000,000 hours");

    [Fact]
    public void No_duration_anywhere_is_a_problem() =>
        HasProblem(Mp4.File(Header(0), new Track { Times = [(30, 0)] }), "no duration");

    [Theory]
    [InlineData(8_001, false)]
    [InlineData(8_000, true)]
    [InlineData(2_000, true)]
    [InlineData(1_999, false)]
    public void A_movie_that_contradicts_its_tracks_is_a_problem(uint duration, bool sound)
    {
        byte[] bytes = Mp4.File(Header(duration), Track.Pictures(4), Track.Sound(3));
        if (sound)
        {
            Tells(bytes, duration / 1000.0, 4);
        }
        else
        {
            HasProblem(bytes, "longest track 4 s");
        }
    }

    [Fact]
    public void Any_track_can_be_the_longest() =>
        Tells(Mp4.File(Header(60_000), Track.Pictures(4), Track.Sound(60) with { Handler = "text" }), 60, 4);

    [Fact]
    public void An_edit_list_shortens_what_is_shown()
    {
        Tells(Mp4.File(Header(0), Track.Pictures(4) with { Others = EditList((2500, 1500)) }), 2.5, 2.5);
        Tells(Mp4.File(Header(0), Track.Pictures(4) with { Others = EditList((1000, 0), (1500, 2000)) }), 2.5, 2.5);
        Tells(Mp4.File(Header(0), Track.Pictures(4) with { Others = EditList((9000, 0)) }), 4, 4);
    }

    [Fact]
    public void An_edit_of_no_length_shows_all() =>
        Tells(Mp4.File(Header(0), Track.Pictures(4) with { Others = EditList((0, 0)) }), 4, 4);

    [Fact]
    public void An_empty_edit_makes_a_track_wait()
    {
        byte[] late = EditList((3000, -1), (4000, 0));
        Tells(Mp4.File(Header(0), Track.Pictures(4) with { Others = late }, Track.Sound(4)), 7, 4);
        Tells(Mp4.File(Header(7000), Track.Pictures(4) with { Others = late }), 7, 4);
    }

    [Fact]
    public void What_is_shown_slowly_lasts_longer_than_its_samples() =>
        Tells(Mp4.File(Header(16_000), Track.Pictures(4) with { Others = EditList((16_000, 0)) }), 16, 4);

    [Fact]
    public void An_edit_list_that_tells_more_entries_than_it_has_is_read_as_far_as_it_goes()
    {
        byte[] list = Heif.Box("edts", Heif.FullBox("elst", 0, new ByteWriter().U32(uint.MaxValue).U32(2000).U32(0).U32(1 << 16).ToArray()));
        Tells(Mp4.File(Header(0), Track.Pictures(4) with { Others = list }), 2, 2);
    }

    [Fact]
    public void The_shorter_of_header_and_samples_counts()
    {
        Tells(Mp4.File(Header(4000), Track.Pictures(4) with { Duration = 3000 }), 4, 3);
        Tells(Mp4.File(Header(4000), Track.Pictures(4) with { Duration = 5000 }), 4, 4);
    }

    [Fact]
    public void Endless_boxes_are_refused_within_the_budget()
    {
        byte[] start = [.. FileType, .. Heif.Box("moov", 0, Header(4000))];
        Dictionary<string, RepeatingSource> sources = new()
        {
            ["boxes"] = new(FileType, Heif.Box("free"), 8),
            ["long boxes"] = new(FileType, Heif.Box("free", 1_000_000, []), 1_000_000),
            ["boxes in the movie"] = new(start, Heif.Box("free"), 8),
            ["empty tracks"] = new(start, Heif.Box("trak"), 8),
            ["tracks"] = new(start, Track.Pictures(4), Track.Pictures(4).ToBox().Length),
        };
        foreach ((string name, RepeatingSource source) in sources)
        {
            MediaException exception = Assert.Throws<MediaException>(() => MediaHeaderReader.Read(source));
            Assert.Equal((name, MediaErrorId.HeaderTooLarge), (name, exception.Id));
            Assert.InRange(source.BytesRead, 1, Reading.Budget);
        }
    }

    [Fact]
    public void A_hundred_thousand_small_boxes_are_passed_over()
    {
        byte[] boxes = [.. Enumerable.Repeat(Heif.Box("free"), 100_000).SelectMany(box => box)];
        Tells([.. FileType, .. boxes, .. Heif.Box("moov", Header(4000), Track.Pictures(4))], 4, 4);
        Tells(Mp4.File(boxes, Header(4000), Track.Pictures(4)), 4, 4);
    }

    [Fact]
    public void Boxes_nested_deep_are_not_entered()
    {
        byte[] box = Heif.Box("moov");
        for (int i = 0; i < 10_000; i++)
        {
            box = Heif.Box("moov", (uint)box.Length + 8, box);
        }

        Reading.Fails([.. FileType, .. box], MediaErrorId.CorruptHeader);
    }

    private static void Tells(byte[] bytes, double seconds, double? pictures)
    {
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Equal((seconds, pictures, null), (video.Duration?.TotalSeconds, video.PictureDuration?.TotalSeconds, video.DurationProblem));
    }

    private static VideoHeader HasProblem(byte[] bytes, string words)
    {
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Null(video.Duration);
        Assert.Contains(words, video.DurationProblem, StringComparison.Ordinal);
        return video;
    }
}
