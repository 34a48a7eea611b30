using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>PNG and APNG, chunk by chunk.</summary>
public sealed class PngTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2_147_483_647, 1)]
    [InlineData(1, 2_147_483_647)]
    public void The_first_chunk_tells_the_size(int width, int height) =>
        Reading.Tells(Png.Image((uint)width, (uint)height), width, height);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2_147_483_648, 1)]
    [InlineData(1, 2_147_483_648)]
    [InlineData(4_294_967_295, 4_294_967_295)]
    public void A_side_of_zero_or_above_31_bits_is_invalid(uint width, uint height) =>
        Reading.Fails(Png.Image(width, height), MediaErrorId.InvalidDimensions);

    [Fact]
    public void The_chunk_that_Apple_puts_before_the_first_is_passed_over() => Reading.Tells(
        Png.File(Png.Chunk("CgBI", 0x50, 0, 0x20, 6), Png.Header(300, 200), Png.Exif(6), Png.Pixels), 200, 300, 6);

    [Fact]
    public void A_header_alone_tells_the_size() => Reading.Tells(Png.File(Png.Header(300, 200)), 300, 200);

    [Fact]
    public void A_first_chunk_of_another_kind_is_corrupt()
    {
        Reading.Fails(Png.File(Png.Pixels, Png.Header(300, 200)), MediaErrorId.CorruptHeader);
        Reading.Fails(Png.File(Png.Chunk("CgBI", 1, 2, 3, 4), Png.Pixels, Png.Pixels), MediaErrorId.CorruptHeader);
        Reading.Fails(Png.File(Png.Chunk("IHDR", new byte[12]), Png.Pixels), MediaErrorId.CorruptHeader);
        Reading.Fails(Png.File(Png.Chunk("\0\u0001\u0002\u0003", new byte[13]), Png.Pixels), MediaErrorId.CorruptHeader);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(4_294_967_295, true)]
    public void More_than_one_frame_makes_an_animation(uint frames, bool animated) =>
        Reading.Tells(Png.Image(300, 200, Png.Animation(frames)), 300, 200, animated: animated);

    [Fact]
    public void An_animation_chunk_that_is_too_short_or_too_late_does_not_count()
    {
        Reading.Tells(Png.Image(300, 200, Png.Chunk("acTL", 0, 0, 9)), 300, 200);
        Reading.Tells(Png.File(Png.Header(300, 200), Png.Pixels, Png.Animation(9)), 300, 200);
    }

    [Fact]
    public void An_orientation_counts_before_the_pixels_only()
    {
        Reading.Tells(Png.Image(300, 200, Png.Chunk("gAMA", 0, 0, 1, 1), Png.Exif(6)), 200, 300, 6);
        Reading.Tells(Png.File(Png.Header(300, 200), Png.Pixels, Png.Exif(6), Png.Chunk("IEND")), 300, 200);
    }

    [Fact]
    public void An_orientation_and_an_animation_go_together() =>
        Reading.Tells(Png.Image(300, 200, Png.Animation(3), Png.Exif(8)), 200, 300, 8, animated: true);

    [Fact]
    public void Of_two_orientations_the_first_counts() =>
        Reading.Tells(Png.Image(300, 200, Png.Exif(6), Png.Exif(1)), 200, 300, 6);

    [Theory]
    [InlineData("tEXt")]
    [InlineData("iCCP")]
    [InlineData("zzZz")]
    [InlineData("\0\0\0\0")]
    public void Other_chunks_of_any_length_are_passed_over(string type) => Reading.Tells(
        Png.Image(300, 200, Png.Chunk(type), Png.Chunk(type, new byte[1]), Png.Chunk(type, new byte[100_001]), Png.Exif(6)), 200, 300, 6);

    [Fact]
    public void Damaged_metadata_does_not_fail_the_image() =>
        Reading.Tells(Png.Image(300, 200, Png.Chunk("eXIf"), Png.Chunk("eXIf", new byte[40])), 300, 200);

    [Theory]
    [InlineData(100)]
    [InlineData(2_147_483_647)]
    [InlineData(4_294_967_295)]
    public void A_chunk_that_promises_more_than_there_is_is_truncated(uint length) =>
        Reading.Fails(Png.File(Png.Header(300, 200), Png.Chunk("tEXt", length, new byte[20])), MediaErrorId.TruncatedFile);

    [Fact]
    public void Pixels_that_promise_more_than_there_is_do_not_matter() =>
        Reading.Tells(Png.File(Png.Header(300, 200), Png.Chunk("IDAT", uint.MaxValue, [])), 300, 200);

    [Fact]
    public void A_file_that_ends_between_two_chunks_is_truncated() =>
        Reading.Fails(Png.File(Png.Header(300, 200), Png.Chunk("gAMA", 0, 0, 1, 1)), MediaErrorId.TruncatedFile);
}
