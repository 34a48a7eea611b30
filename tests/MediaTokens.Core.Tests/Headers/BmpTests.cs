using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Windows and OS/2 bitmaps.</summary>
public sealed class BmpTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(65_535, 32_768)]
    public void The_oldest_header_has_16_bit_sides(int width, int height) => Reading.Tells(Bmp.Core(width, height), width, height);

    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    [InlineData(52)]
    [InlineData(56)]
    [InlineData(64)]
    [InlineData(108)]
    [InlineData(124)]
    public void Every_later_header_has_32_bit_sides(uint headerSize)
    {
        Reading.Tells(Bmp.Info(headerSize, 300, 200), 300, 200);
        Reading.Tells(Bmp.Info(headerSize, int.MaxValue, int.MaxValue), int.MaxValue, int.MaxValue);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(-200, 200)]
    [InlineData(-2_147_483_647, 2_147_483_647)]
    public void A_negative_height_means_rows_from_top_to_bottom(int told, int height) =>
        Reading.Tells(Bmp.Info(40, 300, told), 300, height);

    [Theory]
    [InlineData(300, int.MinValue)]
    [InlineData(int.MinValue, 200)]
    [InlineData(-1, 200)]
    [InlineData(0, 200)]
    [InlineData(300, 0)]
    public void Sides_that_no_image_has_are_invalid(int width, int height) =>
        Reading.Fails(Bmp.Info(40, width, height), MediaErrorId.InvalidDimensions);

    [Theory]
    [InlineData(0, 200)]
    [InlineData(300, 0)]
    public void A_side_of_zero_in_the_oldest_header_is_invalid(int width, int height) =>
        Reading.Fails(Bmp.Core(width, height), MediaErrorId.InvalidDimensions);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(13)]
    [InlineData(65)]
    [InlineData(125)]
    [InlineData(4_294_967_295)]
    public void A_header_size_of_no_version_is_corrupt(uint headerSize) =>
        Reading.Fails(Bmp.Info(headerSize, 300, 200), MediaErrorId.CorruptHeader);

    [Fact]
    public void A_header_that_is_cut_before_its_size_is_truncated()
    {
        Reading.Fails("B"u8.ToArray(), MediaErrorId.TruncatedFile);
        Reading.Fails("BM"u8.ToArray(), MediaErrorId.TruncatedFile);
        for (int length = 4; length < 26; length++)
        {
            Reading.Fails(Bmp.Info(40, 300, 200)[..length], MediaErrorId.TruncatedFile);
        }

        Reading.Tells(Bmp.Info(40, 300, 200)[..26], 300, 200);
        Reading.Fails(Bmp.Core(300, 200)[..21], MediaErrorId.TruncatedFile);
        Reading.Tells(Bmp.Core(300, 200)[..22], 300, 200);
    }

    [Theory]
    [InlineData("BMW builds cars, and this is a text about them.")]
    [InlineData("BM, says the text, is how a bitmap begins.")]
    public void A_text_that_begins_like_a_bitmap_is_unknown(string text) =>
        Reading.Fails(System.Text.Encoding.ASCII.GetBytes(text), MediaErrorId.UnknownFormat);
}
