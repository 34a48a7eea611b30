using MediaTokens.Core.Tests.Headers.Video.Making;
using MediaTokens.Headers;
using Xunit;
using static MediaTokens.Core.Tests.Headers.Video.Making.Flv;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>What Flash video says of its pictures and sound: in its metadata and in its first tags.</summary>
public sealed class FlvTests
{
    private static readonly byte[] Told = Metadata(Number("duration", 2), Number("width", 30), Number("height", 20), Number("framerate", 25));

    [Theory]
    [InlineData("0000000000000000100000000000000000111111111", 255, 0)]
    [InlineData("0000000000000000100000000000000001100100001100100", 200, 100)]
    [InlineData("000000000000000010000000000000010", 352, 288)]
    [InlineData("000000000000000010000000000000011", 176, 144)]
    [InlineData("000000000000000010000000000000100", 128, 96)]
    [InlineData("000000000000000010000000000000101", 320, 240)]
    [InlineData("000000000000000010000000000000110", 160, 120)]
    [InlineData("000000000000000010000000000000111", 0, 0)]
    [InlineData("000000000000000000000000000000110", 0, 0)]
    public void A_picture_of_h263_tells_its_size(string bits, int width, int height) => TellsOrNot(Coded(0x22, bits), width, height);

    [Theory]
    [InlineData(0x13)]
    [InlineData(0x16)]
    public void A_picture_of_screen_video_tells_its_size(byte coding) => TellsOrNot([coding, 0x31, 0x2C, 0x30, 0xC8], 300, 200);

    [Theory]
    [InlineData(new byte[] { 0x14, 0x42, 0x02, 0x36, 13, 19, 13, 19 }, 300, 206)]
    [InlineData(new byte[] { 0x14, 0x42, 0x03, 0x36, 0, 9, 13, 19, 13, 19 }, 300, 206)]
    [InlineData(new byte[] { 0x14, 0x42, 0x02, 0x30, 0, 9, 13, 19, 13, 19 }, 300, 206)]
    [InlineData(new byte[] { 0x15, 0x00, 0, 0, 9, 0x02, 0x36, 13, 19, 13, 19 }, 304, 208)]
    [InlineData(new byte[] { 0x24, 0x42, 0x82, 0x36, 13, 19, 13, 19 }, 0, 0)]
    [InlineData(new byte[] { 0x14, 0x42, 0x02 }, 0, 0)]
    public void A_key_frame_of_vp6_tells_its_size(byte[] body, int width, int height) => TellsOrNot(body, width, height);

    [Fact]
    public void H264_tells_its_size_in_both_ways_of_writing_it()
    {
        byte[] whole = FamilySample.Of("h264-no-metadata.flv");
        byte[] configuration = whole[(whole.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x17, 0, 0, 0, 0]) + 5)..][..60];
        TellsOrNot([0x17, 0, 0, 0, 0, .. configuration], 66, 50);
        TellsOrNot([0x90, .. "avc1"u8, .. configuration], 66, 50);
        TellsOrNot([0x91, .. "avc1"u8, .. configuration], 0, 0);
        TellsOrNot([0x90, .. "hvc1"u8, .. configuration], 0, 0);
        TellsOrNot([0x17, 1, 0, 0, 0, .. configuration], 0, 0);
        TellsOrNot([0x17, 0, 0, 0, 0, .. configuration[..12]], 0, 0);
    }

    [Fact]
    public void The_pictures_count_more_than_the_metadata_and_the_metadata_more_than_nothing()
    {
        Reading.Tells(File(Both, Told, Tag(VideoTag, 0, Picture)), 300, 200);
        Reading.Tells(File(Both, Told, Tag(VideoTag, 0, NoSize), Tag(VideoTag, 40, Picture)), 300, 200);
        Reading.Tells(File(Both, Told, Tag(VideoTag, 0, NoSize)), 30, 20);
        Reading.Tells(File(Both, Told, Tag(VideoTag, 0, Sorenson(0, 0))), 30, 20);
        Reading.Fails(File(Both, Tag(VideoTag, 0, NoSize)), MediaErrorId.InvalidDimensions);
        Reading.Fails(File(Both, Metadata(Number("width", double.NaN), Number("height", 1e300)), Tag(VideoTag, 0, NoSize)), MediaErrorId.InvalidDimensions);
        Reading.Fails(File(Both, Metadata(Number("width", 0.1), Number("height", 20)), Tag(VideoTag, 0, NoSize)), MediaErrorId.InvalidDimensions);
    }

    [Fact]
    public void Encrypted_bodies_are_passed_over() =>
        Reading.Tells(File(Both, Told, Tag(0x20 | VideoTag, 0, Sorenson(64, 64)), Tag(VideoTag, 40, Picture)), 300, 200);

    [Fact]
    public void Metadata_of_any_nesting_and_type_is_walked_over()
    {
        byte[] inner = [3, .. Number("width", 7), .. Property("a", [8, 0, 0, 0, 1, .. Number("height", 9), 0, 0, 9]), 0, 0, 9];
        byte[] tag = Metadata(
            Property("null", 5), Property("nothing", 6), Property("unsupported", 13), Property("reference", 7, 0, 1),
            Property("date", 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Property("long", 12, 0, 0, 0, 2, 1, 2), Property("xml", 15, 0, 0, 0, 1, 1),
            Property("text", 2, 0, 5, 1, 2, 3, 4, 5), Property("typed", [16, .. Name("Type"), .. inner[1..]]),
            Property("keyframes", inner), Property("list", [10, 0, 0, 0, 3, 5, .. inner, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            Property(new string('n', 5000), 5), Number("duration", 2), Number("width", 30), Number("height", 20), Number("videoframerate", 12.5));
        MediaHeader header = Reading.Header(File(Both, tag, Tag(VideoTag, 0, NoSize)));
        Assert.Equal((new PixelSize(30, 20), 2.0, 12.5), (header.Size, header.Video!.Duration?.TotalSeconds, header.Video.FrameRate));
    }

    [Fact]
    public void Damaged_metadata_counts_up_to_the_damage()
    {
        byte[] deep = [.. Enumerable.Repeat<byte[]>([10, 0, 0, 0, 1], 50_000).SelectMany(array => array)];
        foreach (byte[] damage in (byte[][])[deep, [10, 0xFF, 0xFF, 0xFF, 0xFF], [2, 0xFF, 0xFF], [12, 0xFF, 0xFF, 0xFF, 0xFF], [17], [3, 0, 0], [9]])
        {
            byte[] tag = Metadata(Number("duration", 2), Number("width", 30), Number("height", 20), Property("damage", damage));
            Assert.Equal(2, Reading.Header(File(Both, tag, Tag(VideoTag, 0, NoSize))).Video!.Duration?.TotalSeconds);
        }
    }

    [Fact]
    public void A_recorded_command_may_stand_before_the_name()
    {
        byte[] told = Named("@setDataFrame", []);
        byte[] body = [2, .. Name("@setDataFrame"), 2, .. Name("onMetaData"), 3, .. Number("duration", 2), 0, 0, 9];
        Assert.Equal(2, Reading.Header(File(Both, told, Named("onCuePoint"), Tag(ScriptTag, 0, body), Tag(VideoTag, 0, Picture))).Video!.Duration?.TotalSeconds);
    }

    [Theory]
    [InlineData(25, 25.0)]
    [InlineData(0, null)]
    [InlineData(-1, null)]
    [InlineData(90_000, null)]
    [InlineData(double.NaN, null)]
    public void The_metadata_tells_the_frame_rate(double told, double? rate) =>
        Assert.Equal(rate, Reading.Header(File(Both, Metadata(Number("duration", 2), Number("framerate", told)), Tag(VideoTag, 0, Picture))).Video!.FrameRate);

    [Fact]
    public void Sound_is_told_by_its_tags_or_else_by_the_metadata_or_else_by_the_flags()
    {
        byte[][] pictures = [.. Enumerable.Range(0, 70).Select(i => Tag(VideoTag, (uint)i * 40, Picture))];
        byte[] Of(params byte[][] properties) => Metadata([Number("duration", 2), .. properties]);
        Assert.True(HasAudio(File(1, Tag(AudioTag, 0, Sound), Tag(VideoTag, 0, Picture), Tag(AudioTag, 50, Sound))));
        Assert.False(HasAudio(File(Both, Tag(VideoTag, 0, Picture), Tag(VideoTag, 40, Picture))));
        Assert.True(HasAudio(File(Both, [Of(), .. pictures])));
        Assert.False(HasAudio(File(Both, [Of(Flag("hasAudio", false)), .. pictures])));
        Assert.True(HasAudio(File(1, [Of(Flag("hasAudio", true)), .. pictures])));
        Assert.True(HasAudio(File(1, [Of(Number("audiocodecid", 10)), .. pictures])));
        Assert.False(HasAudio(File(1, [Of(), .. pictures])));
    }

    [Fact]
    public void A_file_without_pictures_is_refused()
    {
        byte[][] sounds = [.. Enumerable.Range(0, 70).Select(i => Tag(AudioTag, (uint)i * 40, Sound))];
        Reading.Fails(File(4, sounds), MediaErrorId.NoVideoTrack);
        Reading.Fails(File(Both, sounds), MediaErrorId.NoVideoTrack);
        Reading.Fails(File(Both, Metadata(Flag("hasVideo", false))), MediaErrorId.NoVideoTrack);
        Reading.Tells(File(Both, [Told, .. sounds]), 30, 20);
    }

    [Fact]
    public void What_ends_before_a_picture_is_truncated()
    {
        Reading.Fails(File(1), MediaErrorId.TruncatedFile);
        Reading.Fails(File(1, Metadata()), MediaErrorId.TruncatedFile);
        Reading.Fails(File(1, Metadata(), Tag(VideoTag, 0, Picture)[..^8]), MediaErrorId.TruncatedFile);
        Reading.Fails(File(1, Metadata())[..^8], MediaErrorId.TruncatedFile);
        Reading.Fails([.. "FLV"u8, 1, 1, 0, 0], MediaErrorId.TruncatedFile);
        Reading.Fails([.. "FLV"u8, 1, 1, 0xFF, 0, 0, 9], MediaErrorId.TruncatedFile);
    }

    [Fact]
    public void What_is_no_tag_is_corrupt()
    {
        Reading.Fails(File(1, Tag(7, 0, Picture)), MediaErrorId.CorruptHeader);
        Reading.Fails([.. "FLV"u8, 1, 1, 0, 0, 0, 8, 0, 0, 0, 0, .. Tag(VideoTag, 0, Picture)], MediaErrorId.CorruptHeader);
    }

    private static bool HasAudio(byte[] bytes) => Reading.Header(bytes).Video!.HasAudio;

    /// <summary>Sides of 0 stand for a picture that tells no size.</summary>
    private static void TellsOrNot(byte[] body, int width, int height)
    {
        byte[] bytes = File(1, Tag(VideoTag, 0, body), Tag(VideoTag, 40, body));
        if (width == 0 || height == 0)
        {
            Reading.Fails(bytes, MediaErrorId.InvalidDimensions);
            return;
        }

        Reading.Tells(bytes, width, height);
    }
}
