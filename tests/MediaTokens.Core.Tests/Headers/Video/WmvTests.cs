using System.Buffers.Binary;
using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>Windows Media headers that no encoder at hand writes, by changing a sample's.</summary>
public sealed class WmvTests
{
    private const int PlayTime = 40;
    private const int Preroll = 56;
    private const int Flags = 64;

    private static byte[] FileProperties => [0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11];

    [Theory]
    [InlineData("wmv-wmv2.wmv")]
    [InlineData("wmv-ntsc.wmv")]
    [InlineData("wmv-sound.wmv")]
    public void A_broadcast_lasts_as_long_as_its_packets_tell(string path)
    {
        double declared = Reading.Header(StreamSamples.Bytes(path)).Video!.Duration!.Value.TotalSeconds;
        byte[] bytes = Changed(path, content => (content[Flags], content[PlayTime], content[PlayTime + 4]) = (1, 0xFF, 0xFF));
        Assert.Equal(declared, Reading.Header(bytes).Video!.Duration!.Value.TotalSeconds, StreamSamples.Named(path).Frame + 0.002);
    }

    [Fact]
    public void A_copy_that_broke_off_lasts_as_long_as_the_packets_that_are_there()
    {
        byte[] bytes = StreamSamples.Bytes("wmv-sound.wmv");
        Assert.InRange(Reading.Header(bytes[..(bytes.Length * 2 / 3)]).Video!.Duration!.Value.TotalSeconds, 1.0, 2.6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20_000_000, 2000)]
    [InlineData(20_000_000, ulong.MaxValue)]
    [InlineData(1UL << 63, 0)]
    [InlineData(ulong.MaxValue, 0)]
    public void A_play_time_that_cannot_be_is_no_duration(ulong playTime, ulong preroll)
    {
        byte[] bytes = Changed("wmv-wmv2.wmv", content =>
        {
            BinaryPrimitives.WriteUInt64LittleEndian(content[PlayTime..], playTime);
            BinaryPrimitives.WriteUInt64LittleEndian(content[Preroll..], preroll);
        });
        VideoHeader video = Reading.Header(bytes).Video!;
        Assert.Null(video.Duration);
        Assert.NotEmpty(video.DurationProblem!);
    }

    [Fact]
    public void The_preroll_is_no_part_of_the_duration()
    {
        byte[] bytes = Changed("wmv-wmv2.wmv", content =>
        {
            BinaryPrimitives.WriteUInt64LittleEndian(content[PlayTime..], 75_000_000);
            BinaryPrimitives.WriteUInt64LittleEndian(content[Preroll..], 3100);
        });
        Assert.Equal(TimeSpan.FromSeconds(4.4), Reading.Header(bytes).Video!.Duration);
    }

    [Fact]
    public void The_time_a_frame_of_the_extended_properties_is_the_frame_rate()
    {
        byte[] bytes = StreamSamples.Bytes("wmv-wmv2.wmv");
        byte[] extended = new ByteWriter(bigEndian: false)
            .Raw(0xCB, 0xA5, 0xE6, 0x14, 0x72, 0xC6, 0x32, 0x43, 0x83, 0x99, 0xA9, 0x69, 0x52, 0x06, 0x5B, 0x5A).U64(88)
            .Zeros(48).U16(1).U16(0).U64(333_667).U16(0).U16(0).ToArray();
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16)) + (ulong)extended.Length;
        byte[] longer = [.. bytes[..30], .. extended, .. bytes[30..]];
        BinaryPrimitives.WriteUInt64LittleEndian(longer.AsSpan(16), size);
        Assert.Equal(29.97, Reading.Header(longer).Video!.FrameRate!.Value, 0.001);
    }

    [Fact]
    public void An_object_of_no_size_is_corrupt()
    {
        byte[] bytes = StreamSamples.Bytes("wmv-wmv2.wmv");
        int place = bytes.AsSpan().IndexOf(FileProperties);
        bytes.AsSpan(place + 16, 8).Clear();
        _ = Reading.Fails(bytes, MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void Of_4_GB_little_is_read()
    {
        byte[] bytes = Changed("wmv-sound.wmv", content => content[Flags] = 1);
        RepeatingSource source = new(bytes, [0], 3200, 1_342_000, []);
        MediaHeader header = MediaHeaderReader.Read(source);
        Assert.Equal(new PixelSize(64, 48), header.Size);
        Assert.InRange(source.BytesRead, 1, 200_000);
    }

    private static byte[] Changed(string path, ChangeOf change)
    {
        byte[] bytes = StreamSamples.Bytes(path);
        change(bytes.AsSpan(bytes.AsSpan().IndexOf(FileProperties) + 24));
        return bytes;
    }

    private delegate void ChangeOf(Span<byte> content);
}
