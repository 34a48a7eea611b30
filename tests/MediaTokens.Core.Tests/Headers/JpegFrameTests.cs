using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>The frame header of JPEG.</summary>
public sealed class JpegFrameTests
{
    public static TheoryData<byte> Markers => new(new byte[]
    {
        0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF,
    });

    [Theory]
    [MemberData(nameof(Markers))]
    public void Every_kind_of_frame_tells_the_size(byte marker)
    {
        Reading.Tells(Jpeg.File(Jpeg.Frame(300, 200, marker)), 300, 200);
        Reading.Tells(Jpeg.File(Jpeg.Segment(0xE0, new byte[14]), Jpeg.Frame(65_535, 1, marker, components: 1)), 65_535, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(255)]
    public void Any_number_of_components_will_do(int components) =>
        Reading.Tells(Jpeg.File(Jpeg.Frame(1, 65_535, components: components)), 1, 65_535);

    [Fact]
    public void A_height_of_zero_is_left_to_a_later_segment_and_not_known()
    {
        MediaException exception = Reading.Fails(Jpeg.File(Jpeg.Frame(300, 0)), MediaErrorId.InvalidDimensions);
        Assert.Contains("DNL", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(0, 0)]
    public void A_width_of_zero_is_invalid(int width, int height) =>
        Reading.Fails(Jpeg.File(Jpeg.Frame(width, height)), MediaErrorId.InvalidDimensions);

    [Theory]
    [InlineData(0, 8)]
    [InlineData(3, 16)]
    [InlineData(3, 18)]
    [InlineData(4, 17)]
    [InlineData(3, 65_535)]
    [InlineData(1, 2)]
    public void Components_and_length_that_disagree_are_corrupt(byte components, int length)
    {
        byte[] content = new ByteWriter().Raw(8).U16(200).U16(300).Raw(components).Zeros(20).ToArray();
        Reading.Fails(Jpeg.File(Jpeg.SegmentWith(0xC0, length, content)), MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_frame_header_that_is_cut_before_its_size_is_truncated()
    {
        byte[] bytes = Jpeg.File(Jpeg.Frame(300, 200));
        for (int length = 4; length < 11; length++)
        {
            Reading.Fails(bytes[..length], MediaErrorId.TruncatedFile);
        }
    }
}
