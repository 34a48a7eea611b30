using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>WebP: lossy, lossless and extended.</summary>
public sealed class WebPTests
{
    private static readonly byte[] Lossy = WebP.Lossy(300, 200);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16_383, 1)]
    [InlineData(1, 16_383)]
    [InlineData(101, 333)]
    public void Lossy_and_lossless_tell_the_size(int width, int height)
    {
        Reading.Tells(WebP.File(WebP.Lossy(width, height)), width, height);
        Reading.Tells(WebP.File(WebP.Lossless((uint)width, (uint)height)), width, height);
    }

    [Fact]
    public void The_scale_bits_of_lossy_are_not_part_of_the_size() =>
        Reading.Tells(WebP.File(WebP.Lossy(300 | 0xC000, 200 | 0x4000)), 300, 200);

    [Fact]
    public void Lossless_goes_to_16384_pixels() =>
        Reading.Tells(WebP.File(WebP.Lossless(16_384, 16_384)), 16_384, 16_384);

    [Theory]
    [InlineData(1, 16_777_216)]
    [InlineData(16_777_216, 1)]
    [InlineData(65_537, 255)]
    public void Extended_tells_the_canvas_and_not_the_frame(int width, int height) =>
        Reading.Tells(WebP.File(WebP.Extended(0, (uint)width, (uint)height), Lossy), width, height);

    [Theory]
    [InlineData(0, 200)]
    [InlineData(300, 0)]
    public void A_side_of_zero_is_invalid(int width, int height) =>
        Reading.Fails(WebP.File(WebP.Lossy(width, height)), MediaErrorId.InvalidDimensions);

    [Fact]
    public void The_flag_makes_an_animation() =>
        Reading.Tells(WebP.File(WebP.Extended(WebP.Animation, 300, 200), Lossy), 300, 200, animated: true);

    [Fact]
    public void An_orientation_counts_wherever_its_chunk_stands()
    {
        byte[] exif = WebP.Chunk("EXIF", Tiff.Exif(6));
        byte[] extended = WebP.Extended(WebP.HasExif, 300, 200);
        Reading.Tells(WebP.File(extended, exif, Lossy), 200, 300, 6);
        Reading.Tells(WebP.File(extended, Lossy, exif), 200, 300, 6);
        Reading.Tells(WebP.File(extended, WebP.Chunk("ICCP", new byte[5001]), Lossy, WebP.Chunk("XMP ", 1, 2, 3), exif), 200, 300, 6);
        Reading.Tells(WebP.File(WebP.Extended(WebP.HasExif | WebP.Animation, 300, 200), Lossy, exif), 200, 300, 6, animated: true);
    }

    [Fact]
    public void Metadata_may_keep_the_prefix_that_it_has_in_jpeg() => Reading.Tells(
        WebP.File(WebP.Extended(WebP.HasExif, 300, 200), Lossy, WebP.Chunk("EXIF", [.. "Exif\0\0"u8, .. Tiff.Exif(8)])), 200, 300, 8);

    [Fact]
    public void Metadata_that_the_header_does_not_announce_does_not_count() =>
        Reading.Tells(WebP.File(WebP.Extended(0, 300, 200), Lossy, WebP.Chunk("EXIF", Tiff.Exif(6))), 300, 200);

    [Fact]
    public void Announced_metadata_may_be_missing_or_damaged()
    {
        byte[] extended = WebP.Extended(WebP.HasExif, 300, 200);
        Reading.Tells(WebP.File(extended, Lossy), 300, 200);
        Reading.Tells(WebP.File(extended, Lossy, WebP.Chunk("EXIF")), 300, 200);
        Reading.Tells(WebP.File(extended, Lossy, WebP.Chunk("EXIF", new byte[99])), 300, 200);
    }

    [Fact]
    public void A_file_that_is_cut_before_the_end_of_its_announced_metadata_is_truncated()
    {
        byte[] bytes = WebP.File(WebP.Extended(WebP.HasExif, 300, 200), Lossy, WebP.Chunk("EXIF", Tiff.Exif(6)));
        for (int length = 30; length < bytes.Length; length++)
        {
            Reading.Fails(bytes[..length], MediaErrorId.TruncatedFile);
        }
    }

    [Fact]
    public void Metadata_behind_the_end_of_the_container_does_not_count()
    {
        byte[] content = [.. WebP.Extended(WebP.HasExif, 300, 200), .. Lossy];
        Reading.Tells([.. WebP.File((uint)content.Length + 4, content), .. WebP.Chunk("EXIF", Tiff.Exif(6))], 300, 200);
    }

    [Theory]
    [InlineData("ALPH")]
    [InlineData("VP9 ")]
    [InlineData("\0\0\0\0")]
    public void A_first_chunk_of_another_kind_is_corrupt(string type) =>
        Reading.Fails(WebP.File(WebP.Chunk(type, new byte[20])), MediaErrorId.CorruptHeader);

    [Theory]
    [InlineData("VP8 ", 9)]
    [InlineData("VP8L", 4)]
    [InlineData("VP8X", 9)]
    [InlineData("VP8 ", 0)]
    public void A_first_chunk_that_is_too_short_is_corrupt(string type, int size) =>
        Reading.Fails(WebP.File(WebP.Chunk(type, new byte[size]), new byte[20]), MediaErrorId.CorruptHeader);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(20)]
    public void A_container_that_is_smaller_than_its_first_chunk_is_corrupt(uint size) =>
        Reading.Fails(WebP.File(size, Lossy), MediaErrorId.CorruptHeader);

    [Fact]
    public void Data_that_does_not_begin_as_it_must_is_corrupt()
    {
        byte[] interFrame = WebP.Lossy(300, 200);
        interFrame[8] |= 1;
        Reading.Fails(WebP.File(interFrame), MediaErrorId.CorruptHeader);
        byte[] noStartCode = WebP.Lossy(300, 200);
        noStartCode[11] = 0;
        Reading.Fails(WebP.File(noStartCode), MediaErrorId.CorruptHeader);
        byte[] version = WebP.Lossless(300, 200);
        version[12] |= 0x20;
        Reading.Fails(WebP.File(version), MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void Another_riff_file_is_unknown() =>
        Reading.Fails([.. "RIFF"u8, 40, 0, 0, 0, .. "ACONanih"u8, .. new byte[30]], MediaErrorId.UnknownFormat);
}
