using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Making.Mp4;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>Fragmented movies: one fragment of two seconds after another, 25 frames a second.</summary>
public sealed class Mp4FragmentTests
{
    // More than are read one by one.
    private const int Many = 3000;

    private const uint SampleTicks = 40;
    private const uint Samples = 50;
    private const uint Ticks = Samples * SampleTicks;

    private static readonly Track Pictures = new();
    private static readonly Track Sound = new() { Id = 2, Handler = "soun" };

    [Fact]
    public void Fragments_add_up()
    {
        Tells([.. Start(), .. Fragments(0, 3)], 6, 6);
        Tells([.. Start(), .. Fragments(0, 3, tellTime: false)], 6, 6);
        Tells([.. Start(), .. Fragment(1, 0, 3, [40, 40, 80])], 0.16, 0.16, 3 / 0.16);
    }

    [Fact]
    public void Samples_in_the_header_come_first() => Tells(
        [.. FileType, .. Heif.Box("moov", Header(4000), Track.Pictures(4), Extension(SampleTicks)), .. Fragments(2, 3)], 10, 10);

    [Fact]
    public void A_movie_that_may_have_fragments_and_has_none_is_told_by_its_header() => Tells(
        [.. FileType, .. Heif.Box("moov", Header(4000), Track.Pictures(4), Extension(SampleTicks)), .. Data], 4, 4);

    [Fact]
    public void What_begins_late_counts_from_there() => Tells([.. Start(), .. Fragments(500, 3)], 6, 6);

    [Fact]
    public void The_longest_track_counts() =>
        Tells([.. Start(), .. Fragments(0, 3), .. Fragment(2, 0, Samples * 4)], 8, 6);

    [Fact]
    public void A_fragment_cut_off_behind_its_header_counts()
    {
        byte[] bytes = [.. Start(), .. Fragments(0, 3)];
        Tells(bytes[..^10], 6, 6);
        Tells([.. bytes, .. "junk"u8], 6, 6);
        Tells(bytes[..^(Data.Length + 4)], 4, 4);
    }

    [Fact]
    public void Fragments_that_break_off_before_others_are_a_problem()
    {
        byte[] fragments = Fragments(0, 3);
        HasProblem([.. Start(), .. fragments, 0, 0, 0, 4, .. "mdat"u8, .. fragments], "break off at byte");
        HasProblem([.. Start(), .. fragments, 9, 9, 9, 9, 9, 9, 9, 9, .. fragments], "break off at byte");
        Tells([.. Start(), .. fragments, 0, 0, 0, 4, .. "some junk"u8], 6, 6);
        Tells([.. Start(), .. fragments, .. Heif.Box("mdat", 1_000_000, fragments)], 6, 6);
    }

    [Theory]
    [InlineData("random access")]
    [InlineData("segments")]
    [InlineData("segments of segments")]
    [InlineData("duration")]
    [InlineData("nothing")]
    public void Of_many_fragments_an_index_or_the_last_one_tells(string index)
    {
        byte[] fragments = Fragments(0, Many);
        byte[] start = index switch
        {
            "segments" => [.. Start(), .. SegmentIndex(fragments.Length, Many, 0)],
            "segments of segments" => [.. Start(), .. SegmentIndex(fragments.Length, Many, 0x80000000)],
            "duration" => Start(2000 * Many),
            _ => Start(),
        };
        byte[] end = index == "random access" ? RandomAccess(start.Length + fragments.Length - (fragments.Length / Many)) : [];
        bool tellsPictures = index != "duration";
        MemorySource source = new((byte[])[.. start, .. fragments, .. end]);
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Equal((null, Many * 2.0, 25.0), (video.DurationProblem, video.Duration?.TotalSeconds, video.FrameRate));
        Assert.Equal(tellsPictures ? Many * 2.0 : null, video.PictureDuration?.TotalSeconds);
        Assert.InRange(source.BytesRead, 1, index == "nothing" ? 300_000 : 150_000);
    }

    [Fact]
    public void An_index_of_the_first_segments_alone_does_not_tell()
    {
        byte[] fragments = Fragments(0, Many);
        byte[] index = SegmentIndex(fragments.Length / 2, Many / 2, 0);
        Tells([.. Start(), .. index, .. fragments], Many * 2, Many * 2);
    }

    [Fact]
    public void An_index_of_random_access_that_leads_astray_does_no_harm()
    {
        byte[] bytes = [.. Start(), .. Fragments(0, Many)];
        foreach (int fragment in new[] { 0, 5, bytes.Length, int.MaxValue })
        {
            Tells([.. bytes, .. RandomAccess(fragment)], Many * 2, Many * 2);
        }

        Tells([.. bytes, .. RandomAccess(0)[..^4], 0xFF, 0xFF, 0xFF, 0xFF], Many * 2, Many * 2);
    }

    [Fact]
    public void Without_pictures_among_the_last_fragments_their_time_is_not_told()
    {
        byte[] sound = [.. Enumerable.Range(0, Many).SelectMany(i => Fragment(2, (ulong)i * Ticks, Samples))];
        VideoHeader video = Reading.Header([.. Start(), .. Fragments(0, 3), .. sound]).Video!;
        Assert.Equal((Many * 2.0, null), (video.Duration?.TotalSeconds, video.PictureDuration));
    }

    [Fact]
    public void More_fragments_than_can_be_passed_over_are_a_problem()
    {
        byte[] fragment = Fragment(1, 0, Samples);
        RepeatingSource source = new(Start(), fragment, fragment.Length);
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Null(video.Duration);
        Assert.Contains("too many fragments", video.DurationProblem, StringComparison.Ordinal);
        Assert.InRange(source.BytesRead, 1, Reading.Budget);
    }

    [Fact]
    public void Times_that_cannot_be_are_a_problem()
    {
        HasProblem([.. Start(), .. Fragment(1, 0, 1, [0])], "no time");
        HasProblem([.. Start(), .. Fragment(1, 0, 1), .. Fragment(1, ulong.MaxValue, 1)], "cannot be");
        HasProblem(Start(), "no fragment follows");
        HasProblem([.. Start(ulong.MaxValue), .. Data], "no fragment follows");
        Reading.Fails([.. Start(), .. Fragment(1, 0, uint.MaxValue)], MediaErrorId.CorruptHeader);
        Reading.Fails([.. Start(), .. Fragment(1, 0, uint.MaxValue, [40])], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_segment_alone_lacks_its_header()
    {
        foreach (byte[] first in new byte[][] { [], Heif.Box("styp", "msdh\0\0\0\0"u8.ToArray()), FileType })
        {
            MediaException exception = Reading.Fails([.. first, .. Fragments(0, 3)], MediaErrorId.CorruptHeader);
            Assert.Contains("initialization segment", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_fragmented_movie_without_brands_is_not_of_QuickTime() => Assert.Equal(
        MediaFormat.Mp4, Reading.Header([.. Start()[FileType.Length..], .. Fragments(0, 1)]).Format);

    private static byte[] Start(ulong? duration = null) =>
        [.. FileType, .. Heif.Box("moov", Header(0), Pictures, Sound, Extension(SampleTicks, duration))];

    private static byte[] Fragments(int first, int count, bool tellTime = true) =>
        [.. Enumerable.Range(first, count).SelectMany(i => Fragment(1, tellTime ? (ulong)i * Ticks : null, Samples))];

    private static byte[] SegmentIndex(int bytes, int segments, uint kind)
    {
        ByteWriter writer = new ByteWriter().U32(1).U32(Timescale).U32(0).U32(0).U16(0).U16(segments);
        for (int i = 0; i < segments; i++)
        {
            writer.U32(kind | (uint)(bytes / segments)).U32(Ticks).U32(0);
        }

        return Heif.FullBox("sidx", 0, writer.ToArray());
    }

    private static byte[] RandomAccess(int lastFragment)
    {
        byte[] entries = new ByteWriter().U32(1).U32(0).U32(2).Zeros(8 + 3).U32(9).U32((uint)lastFragment).Zeros(3).ToArray();
        byte[] track = Heif.FullBox("tfra", 0, entries);
        return Heif.Box("mfra", track, Heif.FullBox("mfro", 0, new ByteWriter().U32((uint)track.Length + 24).ToArray()));
    }

    private static void Tells(byte[] bytes, double seconds, double pictures, double rate = 25)
    {
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Equal((seconds, pictures, null), (video.Duration?.TotalSeconds, video.PictureDuration?.TotalSeconds, video.DurationProblem));
        Assert.Equal(rate, video.FrameRate!.Value, 0.001);
    }

    private static void HasProblem(byte[] bytes, string words)
    {
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Null(video.Duration);
        Assert.Contains(words, video.DurationProblem, StringComparison.Ordinal);
    }
}
