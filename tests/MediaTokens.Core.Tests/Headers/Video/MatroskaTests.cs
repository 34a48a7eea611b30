using MediaTokens.Core.Tests.Headers.Video.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Video.Making.Matroska;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>What the header elements of Matroska say, and where they may be.</summary>
public sealed class MatroskaTests
{
    private static readonly byte[] Second = Duration(1000);

    private static readonly byte[] TrackList = Element(Tracks, Picture(), Sound());

    [Theory]
    [InlineData("webm", MediaFormat.WebM)]
    [InlineData("webm\0\0", MediaFormat.WebM)]
    [InlineData("matroska", MediaFormat.Matroska)]
    [InlineData("other", MediaFormat.Matroska)]
    public void The_type_of_document_decides_the_format(string docType, MediaFormat format) =>
        Assert.Equal(format, Reading.Header([.. Header(docType), .. Element(Segment, Second, TrackList)]).Format);

    [Fact]
    public void Padding_and_checksums_may_be_anywhere()
    {
        byte[] padding = Element(0xEC, new byte[300]);
        byte[] sum = Element(0xBF, new byte[4]);
        byte[] info = Element(Info, sum, padding, Matroska.Float(0x4489, 1000), padding);
        TellsASecond([.. Header(), .. padding, .. Element(Segment, sum, padding, info, padding, Element(Tracks, sum, padding, Picture(sum), Sound()))]);
    }

    [Fact]
    public void Parts_behind_the_clusters_are_found_by_the_seek_head()
    {
        byte[] clusters = [.. ClusterAt(0, Block(1, 0, 100_000)), .. ClusterAt(5000, Block(1, 0, 100_000))];
        byte[] Seeks(int start) => Element(SeekHead, Seek(Info, start + clusters.Length), Seek(Tracks, start + clusters.Length + Second.Length));
        TellsASecond(File(Seeks(Seeks(0).Length), clusters, Second, TrackList));
    }

    [Fact]
    public void A_seek_head_may_name_another()
    {
        byte[] cluster = ClusterAt(0, Block(1, 0, 100_000));
        byte[] First(int start) => Element(SeekHead, Seek(SeekHead, start + cluster.Length));
        int seconds = First(0).Length + cluster.Length;
        byte[] Other(int start) => Element(SeekHead, Seek(Info, start), Seek(Tracks, start + Second.Length));
        TellsASecond(File(First(First(0).Length), cluster, Other(seconds + Other(0).Length), Second, TrackList));
    }

    [Fact]
    public void Parts_behind_the_clusters_are_found_without_a_seek_head()
    {
        byte[] known = ClusterAt(0, Block(1, 0, 100_000));
        byte[] unknown = OfUnknownSize(Cluster, Time(0), Block(1, 0, 100_000), Group(1, 40, 40));
        TellsASecond(File(known, known, Second, TrackList));
        TellsASecond(Recording(unknown, unknown, Second, TrackList));
    }

    [Fact]
    public void A_seek_head_that_names_itself_or_nothing_is_passed_over()
    {
        byte[] seeks = Element(SeekHead, Seek(SeekHead, 0), Seek(Tracks, 3), Seek(Info, int.MaxValue), Seek(Tags, 0));
        TellsASecond(File(seeks, Second, TrackList, ClusterAt(0, Block(1, 0))));
    }

    [Theory]
    [InlineData(90, 200, 300, 8)]
    [InlineData(-90, 200, 300, 6)]
    [InlineData(180, 300, 200, 3)]
    [InlineData(-180, 300, 200, 3)]
    [InlineData(0, 300, 200, 1)]
    [InlineData(45, 300, 200, 1)]
    [InlineData(double.NaN, 300, 200, 1)]
    public void A_roll_by_quarters_turns_the_size(double roll, int width, int height, int orientation) =>
        Reading.Tells(FileOf(Pixels(300, 200, Element(0x7670, Number(0x7671, 0), Matroska.Float(0x7675, roll)))), width, height, orientation);

    [Fact]
    public void A_sphere_is_not_turned()
    {
        Reading.Tells(FileOf(Pixels(300, 200, Element(0x7670, Number(0x7671, 1), Matroska.Float(0x7675, 90)))), 300, 200);
        Reading.Tells(FileOf(Pixels(300, 200, Element(0x7670, Matroska.Float(0x7673, 90), Matroska.Float(0x7675, 90)))), 300, 200);
    }

    [Fact]
    public void What_is_cropped_is_not_counted()
    {
        Reading.Tells(FileOf(Pixels(300, 200, Number(0x54CC, 1), Number(0x54DD, 2), Number(0x54BB, 3), Number(0x54AA, 4))), 297, 193);
        Reading.Tells(FileOf(Pixels(300, 200, Number(0x54CC, 300), Number(0x54AA, ulong.MaxValue), Number(0x54BB, ulong.MaxValue))), 300, 200);
    }

    [Fact]
    public void The_first_enabled_track_of_video_counts()
    {
        byte[] disabled = Track(3, 1, Pixels(30, 20), Number(0xB9, 0));
        Reading.Tells(File(Second, Element(Tracks, Sound(), disabled, Picture(), Track(4, 1, Pixels(3, 2)))), 300, 200);
        Reading.Tells(File(Second, Element(Tracks, disabled, Sound())), 30, 20);
    }

    [Theory]
    [InlineData(40_000_000, 25.0)]
    [InlineData(33_366_667, 29.97)]
    [InlineData(1_000_000, null)]
    [InlineData(0, null)]
    public void The_duration_of_a_frame_tells_the_rate(ulong nanoseconds, double? rate)
    {
        VideoHeader video = Reading.Header(File(Second, Element(Tracks, Picture(Number(0x23E383, nanoseconds))))).Video!;
        Assert.Equal(rate is null, video.FrameRate is null);
        Assert.Equal(rate ?? 0, video.FrameRate ?? 0, 0.001);
        Assert.False(video.HasAudio);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(300, 0)]
    [InlineData(2_147_483_648, 200)]
    [InlineData(300, ulong.MaxValue)]
    public void Impossible_sizes_are_refused(ulong width, ulong height) => Reading.Fails(FileOf(Pixels(width, height)), MediaErrorId.InvalidDimensions);

    [Fact]
    public void A_file_without_pictures_is_refused()
    {
        Reading.Fails(File(Second, Element(Tracks, Sound())), MediaErrorId.NoVideoTrack);
        Reading.Fails(File(Second, Element(Tracks)), MediaErrorId.NoVideoTrack);
        Reading.Fails(File(Second, Element(Tracks, Track(1, 1))), MediaErrorId.InvalidDimensions);
    }

    [Fact]
    public void A_header_that_asks_for_more_than_there_is_in_matroska_is_corrupt()
    {
        Reading.Fails([.. Header(maxSizeLength: 9), .. Element(Segment, Second, TrackList)], MediaErrorId.CorruptHeader);
        Reading.Fails([.. Header(maxIdLength: 5), .. Element(Segment, Second, TrackList)], MediaErrorId.CorruptHeader);
        Reading.Fails([.. Header(readVersion: 2), .. Element(Segment, Second, TrackList)], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void Sizes_that_contradict_each_other_are_corrupt()
    {
        byte[] after = Element(0xEC, new byte[50]);
        Reading.Fails(File(OfUnknownSize(Info, Matroska.Float(0x4489, 1)), TrackList), MediaErrorId.CorruptHeader);
        Reading.Fails(File(Second, OfUnknownSize(Tracks, Picture())), MediaErrorId.CorruptHeader);
        Reading.Fails([.. OfUnknownSize(0x1A45DFA3), .. Element(Segment, Second, TrackList)], MediaErrorId.CorruptHeader);
        Reading.Fails(File(Second, Element(Tracks, Element(0xAE, 1000, Number(0x83, 1))), after), MediaErrorId.CorruptHeader);
        Reading.Fails([.. File(Second, Element(Tracks, 1UL << 55, Picture())), .. after], MediaErrorId.CorruptHeader);
        Reading.Fails(File(Second, [0x08, 0, 0, 0, 1, 0x80], TrackList), MediaErrorId.CorruptHeader);
        Reading.Fails([.. File(Second), .. after], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void What_ends_too_early_is_truncated()
    {
        Reading.Fails(Header(), MediaErrorId.TruncatedFile);
        Reading.Fails(Recording(Second), MediaErrorId.TruncatedFile);
        Reading.Fails(Recording(Second, Element(Tracks, 1000, Picture())), MediaErrorId.TruncatedFile);
    }

    [Fact]
    public void A_long_file_that_tells_its_duration_costs_a_few_reads()
    {
        byte[] start = [.. Header(), .. Element(Segment, 1L << 40, [.. Second, .. TrackList])];
        RepeatingSource source = new(start, ClusterAt(0, Block(1, 0)), 1 << 20, 4096, []);
        Assert.Equal(TimeSpan.FromSeconds(1), MediaHeaderReader.Read(source).Video!.Duration);
        Assert.InRange(source.BytesRead, 1, 16_384);
    }

    private static byte[] FileOf(byte[] video) => File(Second, Element(Tracks, Track(1, 1, video)));

    private static void TellsASecond(byte[] bytes)
    {
        MediaHeader header = Reading.Header(bytes);
        Assert.Equal((new PixelSize(300, 200), TimeSpan.FromSeconds(1), true), (header.Size, header.Video!.Duration, header.Video.HasAudio));
    }
}
