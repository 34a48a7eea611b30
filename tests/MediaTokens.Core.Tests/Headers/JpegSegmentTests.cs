using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>What stands between the beginning of a JPEG file and its frame header.</summary>
public sealed class JpegSegmentTests
{
    private static readonly byte[] Frame = Jpeg.Frame(300, 200);

    [Fact]
    public void The_frame_header_may_come_at_once() => Reading.Tells(Jpeg.File(Frame), 300, 200);

    [Theory]
    [InlineData(1)]
    [InlineData(600)]
    [InlineData(10_000)]
    public void Fill_bytes_before_a_marker_are_passed_over(int count)
    {
        byte[] fill = [.. Enumerable.Repeat((byte)0xFF, count)];
        Reading.Tells(Jpeg.File(fill, Jpeg.Segment(Jpeg.App2, 1, 2, 3), fill, Frame), 300, 200);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0xD0)]
    [InlineData(0xD7)]
    [InlineData(0xD8)]
    public void A_marker_without_a_length_is_passed_over(byte marker) =>
        Reading.Tells(Jpeg.File([0xFF, marker], Jpeg.Segment(0xFE, 1), [0xFF, marker], [0xFF, marker], Frame), 300, 200);

    [Fact]
    public void Garbage_between_segments_is_passed_over() =>
        Reading.Tells(Jpeg.File(Jpeg.Segment(0xE0, new byte[14]), [0, 1, 0xFF, 0, 0xC0, 7, .. new byte[5000]], Frame), 300, 200);

    [Theory]
    [InlineData(0xC4)]
    [InlineData(0xC8)]
    [InlineData(0xCC)]
    [InlineData(0xDB)]
    [InlineData(0xDD)]
    [InlineData(0xE0)]
    [InlineData(0xEF)]
    [InlineData(0xFE)]
    [InlineData(0x02)]
    public void A_segment_that_is_no_frame_header_is_passed_over(byte marker) =>
        Reading.Tells(Jpeg.File(Jpeg.Segment(marker, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 0, 0, 0), Jpeg.Segment(marker), Frame), 300, 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_length_that_does_not_hold_itself_is_corrupt(int length) =>
        Reading.Fails(Jpeg.File(Jpeg.SegmentWith(0xE0, length, new byte[20]), Frame), MediaErrorId.CorruptHeader);

    [Fact]
    public void A_segment_that_promises_more_than_there_is_is_truncated()
    {
        Reading.Fails(Jpeg.File(Jpeg.SegmentWith(0xE0, 65_535, new byte[20])), MediaErrorId.TruncatedFile);
        Reading.Fails(Jpeg.File(Jpeg.Exif(Tiff.Exif(6))[..^1]), MediaErrorId.TruncatedFile);
    }

    [Theory]
    [InlineData(0xDA)]
    [InlineData(0xD9)]
    public void A_scan_or_the_end_before_the_frame_header_is_corrupt(byte marker) =>
        Reading.Fails(Jpeg.File(Jpeg.Segment(marker, new byte[10]), Frame), MediaErrorId.CorruptHeader);

    [Fact]
    public void A_file_that_never_comes_to_a_frame_header_is_truncated()
    {
        Reading.Fails(Jpeg.File(Jpeg.Segment(0xE0, new byte[14])), MediaErrorId.TruncatedFile);
        Reading.Fails([0xFF, 0xD8, 0xFF], MediaErrorId.TruncatedFile);
        Reading.Fails(Jpeg.File([.. Enumerable.Repeat((byte)0xFF, 5000)]), MediaErrorId.TruncatedFile);
    }
}
