using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>JPEG files with so much metadata that reading all of it would be out of proportion.</summary>
public sealed class JpegManySegmentsTests
{
    private const int SegmentSize = 2 + 2 + Jpeg.LongestContent;

    private static readonly byte[] Unit = Jpeg.SegmentWith(Jpeg.App2, Jpeg.LongestContent + 2);

    [Theory]
    [InlineData(300)]
    [InlineData(4_000)]
    public void The_frame_header_is_found_behind_many_long_segments(int count)
    {
        RepeatingSource source = new(Jpeg.Start, Unit, SegmentSize, count, Jpeg.Frame(300, 200));
        Assert.Equal(new PixelSize(300, 200), MediaHeaderReader.Read(source).Size);
        Assert.True(source.BytesRead <= Reading.Budget);
    }

    [Fact]
    public void The_orientation_in_front_of_many_long_segments_counts()
    {
        RepeatingSource source = new(Jpeg.File(Jpeg.Exif(Tiff.Exif(6))), Unit, SegmentSize, 300, Jpeg.Frame(300, 200));
        Assert.Equal(new MediaHeader(MediaFormat.Jpeg, new PixelSize(200, 300), 6), MediaHeaderReader.Read(source));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public void Too_many_segments_are_refused_within_the_budget(int count)
    {
        RepeatingSource source = new(Jpeg.Start, Unit, SegmentSize, count, Jpeg.Frame(300, 200));
        try
        {
            Assert.Equal(new PixelSize(300, 200), MediaHeaderReader.Read(source).Size);
        }
        catch (MediaException exception)
        {
            Assert.Equal(MediaErrorId.HeaderTooLarge, exception.Id);
        }

        Assert.True(source.BytesRead <= Reading.Budget, $"{source.BytesRead} bytes were read.");
    }

    [Fact]
    public void Empty_segments_without_end_are_refused_within_the_budget()
    {
        RepeatingSource source = new(Jpeg.Start, Jpeg.Segment(Jpeg.App2), 4);
        Assert.Equal(MediaErrorId.HeaderTooLarge, Assert.Throws<MediaException>(() => MediaHeaderReader.Read(source)).Id);
        Assert.True(source.BytesRead <= Reading.Budget);
    }
}
