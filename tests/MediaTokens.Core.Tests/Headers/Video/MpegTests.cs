using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using MediaTokens.Headers.Video;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>MPEG streams that no encoder at hand writes, and what is read of large ones.</summary>
public sealed class MpegTests
{
    private const int PacketSize = 188;
    private const int MostRead = 450_000;

    private static readonly byte[] NullPacket = [0x47, 0x1F, 0xFF, 0x10, .. Enumerable.Repeat((byte)0xFF, PacketSize - 4)];
    private static readonly byte[] Padding = [0, 0, 1, 0xBE, 0x07, 0xFA, .. Enumerable.Repeat((byte)0xFF, 2042)];

    [Fact]
    public void Of_a_transport_stream_of_4_GB_the_ends_are_read()
    {
        byte[] sample = StreamSamples.Bytes("ts-h264-aac.ts");
        RepeatingSource source = new(sample, NullPacket, PacketSize, 22_000_000, sample);
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Equal(StreamSamples.Named("ts-h264-aac.ts").Duration, video.Duration!.Value.TotalSeconds, 0.04);
        Assert.InRange(source.BytesRead, 1, MostRead);
    }

    [Fact]
    public void Of_a_program_stream_of_4_GB_the_ends_are_read()
    {
        byte[] sample = StreamSamples.Bytes("mpeg-svcd-long-sound.mpg");
        byte[] start = sample[..^4];
        RepeatingSource source = new(start, Padding, 2048, 2_000_000, sample);
        VideoHeader video = MediaHeaderReader.Read(source).Video!;
        Assert.Equal(StreamSamples.Named("mpeg-svcd-long-sound.mpg").Duration, video.Duration!.Value.TotalSeconds, 0.04);
        Assert.InRange(source.BytesRead, 1, MostRead);
    }

    [Theory]
    [InlineData("ts-h264-aac.ts", 1)]
    [InlineData("ts-h264-aac.ts", 100)]
    [InlineData("ts-h264-aac.ts", 187)]
    [InlineData("m2ts-h264-ac3.m2ts", 1)]
    [InlineData("m2ts-h264-ac3.m2ts", 77)]
    [InlineData("m2ts-h264-ac3.m2ts", 191)]
    public void A_recording_that_begins_within_a_packet_is_read_from_the_next_one_on(string name, int cut)
    {
        // The maps are sent again and again, so that nothing is lost with the first packet but some of its time.
        byte[] sample = StreamSamples.Bytes(name);
        MediaHeader header = Reading.Header([.. sample[cut..], .. sample]);
        Assert.Equal((MediaFormat.MpegTs, StreamSamples.Named(name).Size), (header.Format, header.Size));
    }

    [Fact]
    public void A_broadcast_that_tells_the_size_late_is_read()
    {
        byte[] sample = StreamSamples.Bytes("ts-h264-aac.ts");
        byte[] maps = sample[..(3 * PacketSize)];
        byte[] nulls = [.. Enumerable.Repeat(NullPacket, 500_000 / PacketSize).SelectMany(packet => packet)];
        MediaHeader header = Reading.Header([.. maps, .. nulls, .. sample, .. nulls, .. nulls]);
        Assert.Equal(StreamSamples.Named("ts-h264-aac.ts").Size, header.Size);
        Assert.Contains("size", Reading.Fails([.. maps, .. nulls, .. nulls, .. sample], MediaErrorId.HeaderTooLarge).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_jumps_in_the_middle_makes_no_duration()
    {
        byte[] sample = StreamSamples.Bytes("ts-mpeg2video.ts");
        byte[] nulls = [.. Enumerable.Repeat(NullPacket, 700).SelectMany(packet => packet)];
        byte[] steady = [.. sample, .. nulls, .. sample, .. nulls, .. sample];
        byte[] other = HoursLater(sample);
        byte[] jumping = [.. sample, .. nulls, .. other, .. other, .. nulls, .. sample];
        Assert.Null(Reading.Header(steady).Video!.DurationProblem);
        VideoHeader video = Reading.Header(jumping).Video!;
        Assert.Null(video.Duration);
        Assert.NotEmpty(video.DurationProblem!);
    }

    [Fact]
    public void A_clock_that_falls_by_more_than_the_file_can_hold_makes_no_duration()
    {
        byte[] nulls = [.. Enumerable.Repeat(NullPacket, 3000).SelectMany(packet => packet)];
        byte[] bytes = [.. StreamSamples.Bytes("ts-wrap-mpeg2video.ts")[..10_000], .. nulls, .. StreamSamples.Bytes("ts-mpeg2video.ts")];
        byte[] earlier = [.. StreamSamples.Bytes("ts-mpeg2video.ts"), .. nulls, .. StreamSamples.Bytes("ts-wrap-mpeg2video.ts")[..10_000]];
        Assert.NotNull(Reading.Header(bytes).Video!.Duration);
        Assert.NotNull(Reading.Header(earlier).Video!.DurationProblem);
    }

    [Fact]
    public void Junk_between_packets_is_passed_over()
    {
        byte[] sample = StreamSamples.Bytes("ts-h264-aac.ts");
        byte[] junk = [.. sample[..(10 * PacketSize)], 1, 2, 0x47, 3, 4, .. sample[(10 * PacketSize)..], 0x47, 0, 0];
        Assert.Equal(Reading.Header(sample), Reading.Header(junk));
        byte[] pack = StreamSamples.Bytes("mpeg-vcd.mpg");
        Assert.Equal(Reading.Header(pack), Reading.Header([.. pack, .. new byte[5000]]));
    }

    [Fact]
    public void The_extension_of_MPEG_2_has_the_higher_bits_of_the_size_and_the_factor_of_the_rate()
    {
        byte[] header = [0, 0, 1, 0xB3, 0x00, 0x10, 0x10, 0x13, 0, 0, 0x20, 0, 0, 0, 1, 0xB5, 0x14, 0x80, 0x80 | 0x20, 0, 0, 0x21];
        MediaHeader told = Reading.Header(header);
        Assert.Equal(new PixelSize(4097, 4112), told.Size);
        Assert.Equal(24_000.0 / 1001, Reading.Header([.. header[..7], 0x11, .. header[8..14], 0, 0, 1, 0xB5]).Video!.FrameRate);
        Assert.Equal(25.0 * 2 / 2, told.Video!.FrameRate);
    }

    [Fact]
    public void Advanced_VC_1_tells_half_of_its_size()
    {
        // Profile 3, level 3, chroma 1, two rates of 0, no processing, then 959 and 539 in 12 bits each.
        byte[] header = [0b1101_1010, 0, 0b0011_1011, 0b1111_0010, 0b0001_1011, 0];
        Assert.True(MpegSequence.TryReadVc1(header, out CodedSequence sequence));
        Assert.Equal((1920u, 1080u), (sequence.Width, sequence.Height));
        Assert.False(MpegSequence.TryReadVc1([0b0101_1010, .. header[1..]], out _));
    }

    [Theory]
    [InlineData("00FF0003")]
    [InlineData("")]
    [InlineData("67")]
    [InlineData("6742C00AFFFFFFFFFFFFFFFF")]
    [InlineData("6764000AFFE1000000000000000000000000")]
    public void A_parameter_set_that_is_none_is_not_read(string bytes)
    {
        Assert.False(H264Sequence.TryRead(Convert.FromHexString(bytes), out _));
        Assert.False(HevcSequence.TryRead(Convert.FromHexString(bytes), out _));
    }

    [Fact]
    public void Random_bytes_are_no_endless_parameter_set()
    {
        Random random = new(4);
        byte[] bytes = new byte[200];
        for (int round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            bytes[0] = round % 2 == 0 ? (byte)0x67 : (byte)0x42;
            bool isH264 = H264Sequence.TryRead(bytes, out CodedSequence first);
            bool isHevc = HevcSequence.TryRead(bytes, out CodedSequence second);
            Assert.True(!isH264 || first is { Width: > 0 and <= 65_536, Height: > 0 and <= 131_072 });
            Assert.True(!isHevc || second is { Width: > 0 and <= 65_536, Height: > 0 and <= 65_536 });
        }
    }

    [Theory]
    [InlineData("FFFB9064C000", 417, 1152, 44_100)]
    [InlineData("FFFDA400C000", 576, 1152, 48_000)]
    [InlineData("FFF380C40000", 208, 576, 22_050)]
    [InlineData("FFF16C401D7F", 235, 1024, 8_000)]
    [InlineData("0B77AAAA1440", 768, 1536, 48_000)]
    [InlineData("0B77017F3480", 768, 1536, 48_000)]
    public void A_frame_of_sound_tells_its_size_and_how_long_it_plays(string header, int size, int samples, int rate)
    {
        Assert.True(SoundFrame.TryRead(Convert.FromHexString(header), out SoundFrame frame));
        Assert.Equal(new SoundFrame(size, samples, rate), frame);
    }

    public static TheoryData<string> HostileNames => new(HostileStreams.Keys);

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_file_without_end_is_read_or_refused_within_the_budget(string name)
    {
        RepeatingSource source = HostileStreams[name]();
        _ = Reading.HeaderOrRefusal(source);
        Assert.InRange(source.BytesRead, 1, Reading.Budget);
    }

    private static IReadOnlyDictionary<string, Func<RepeatingSource>> HostileStreams { get; } = new Dictionary<string, Func<RepeatingSource>>
    {
        ["packs"] = () => new([0, 0, 1, 0xBA], [0, 0, 1, 0xBA, 0x21, 0, 1, 0, 1, 0x80, 0, 1], 12),
        ["zeros after a pack"] = () => new([0, 0, 1, 0xBA], [0], 1),
        ["empty packets"] = () => new([0, 0, 1, 0xBA], [0, 0, 1, 0xE0, 0, 3, 0x80, 0, 0], 9),
        ["packets of many streams"] = () => new([0, 0, 1, 0xBA], [.. Enumerable.Range(0, 256).SelectMany(i => new byte[] { 0, 0, 1, 0xBD, 0, 8, 0x80, 0, 0, (byte)i, 0, 0, 0, 0 })], 14 * 256),
        ["end codes"] = () => new([0, 0, 1, 0xBA], [0, 0, 1, 0xB9], 4),
        ["null packets"] = () => new(NullPacket, NullPacket, PacketSize),
        ["sync bytes"] = () => new([0x47], [0x47], 1),
        ["sample and null packets"] = () => new(StreamSamples.Bytes("ts-h264-aac.ts"), NullPacket, PacketSize),
        ["sample and padding"] = () => new(StreamSamples.Bytes("mpeg-vcd.mpg")[..^4], Padding, 2048),
        ["sample and zeros"] = () => new(StreamSamples.Bytes("mpeg-vcd.mpg")[..^4], [0], 1),
        ["avi chunks"] = () => new(Avi.FileOf(uint.MaxValue, [Avi.MainHeader(40_000, 0), Avi.Video(1, 25, 0)]), Avi.Chunk("JUNK"), 8),
        ["avi index"] = () => new([.. Avi.FileOf(uint.MaxValue, [Avi.MainHeader(40_000, 0), Avi.Video(1, 25, 0)], Avi.List("movi")), .. "idx1"u8, 0, 0, 7, 0], "00dc"u8.ToArray(), 16),
        ["asf objects"] = () => new([.. Guid("3026B2758E66CF11A6D900AA0062CE6C", ulong.MaxValue), 9, 0, 0, 0, 1, 2], Guid("00000000000000000000000000000000", 24), 24),
    };

    /// <summary>The same with one of the highest bits set in the times of its pictures.</summary>
    private static byte[] HoursLater(byte[] bytes)
    {
        byte[] later = [.. bytes];
        for (int at = 0; at + 9 < later.Length; at++)
        {
            later[at + 9] |= later.AsSpan(at, 4) is [0, 0, 1, 0xE0] ? (byte)0x08 : (byte)0;
        }

        return later;
    }

    private static byte[] Guid(string guid, ulong size) => new ByteWriter(bigEndian: false).Raw(Convert.FromHexString(guid)).U64(size).ToArray();
}
