using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>JPEG, segment by segment.</summary>
public sealed class JpegPartsTests
{
    private static readonly byte[] Frame = Jpeg.Frame(8, 8);
    private static readonly byte[] Scan = [.. Jpeg.Segment(0xDA, 1, 1, 0, 0, 63, 0), 0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34, 0xFF, 0xD7];
    private static readonly byte[] End = [0xFF, 0xD9];

    [Fact]
    public void Pixels_and_tables_are_the_image() =>
        Assert.Equal("Image 46", Of(Jpeg.File(Jpeg.Segment(0xDB, 1), Frame, Scan, End)));

    [Theory]
    [InlineData(0xE0, "JFIF\0", "Image 57")]
    [InlineData(0xE0, "JFXX\0", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xE1, "Exif\0\0", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xE2, "MPF\0", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xE2, "ICC_PROFILE\0", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xED, "Photoshop ", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xEE, "Adobe", "Image 57")]
    [InlineData(0xEE, "Ducky", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xEF, "", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xFE, "A comment", "Image 2, Metadata 16, Image 39")]
    [InlineData(0xDD, "", "Image 57")]
    public void A_segment_is_told_by_its_marker_and_first_letters(byte marker, string name, string expected)
    {
        byte[] segment = Jpeg.Segment(marker, new ByteWriter().Text(name).Zeros(12 - name.Length).ToArray());
        Assert.Equal(expected, Of(Jpeg.File(segment, Frame, Scan, End)));
    }

    [Fact]
    public void What_stands_behind_the_end_is_a_trailer()
    {
        byte[] file = Jpeg.File(Frame, Scan, End, Jpeg.File(Frame, Scan, End));
        Assert.Equal("Image 41, Trailer 41", Of(file));
        Assert.Equal(file[..41], Parts.WithoutMetadata(file, MediaFormat.Jpeg));
        Assert.Null(Damage(file));
    }

    [Fact]
    public void Fill_bytes_several_scans_and_stray_bytes_are_no_damage()
    {
        byte[] file = Jpeg.File([0xFF, 0xFF], Frame, [7, 7, 0xFF, 0], [0xFF, 0xFF], Scan, [0xFF], Scan, Jpeg.Segment(0xFE, 1), Scan, [0xFF, 0xFF], End);
        Assert.Null(Damage(file));
        Assert.Equal("Image 23, Metadata 4, Image 39, Metadata 5, Image 22", Of(file));
    }

    [Fact]
    public void Metadata_between_two_scans_is_taken_out()
    {
        byte[] file = Jpeg.File(Frame, Scan, Jpeg.Segment(0xFE, 1, 2, 3), Scan, End);
        Assert.Equal(Jpeg.File(Frame, Scan, Scan, End), Parts.WithoutMetadata(file, MediaFormat.Jpeg));
    }

    [Fact]
    public void A_profile_is_put_together_in_the_order_of_its_numbers()
    {
        byte[] profile = Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve);
        byte[] file = Jpeg.File(Chunk(2, 2, profile[100..]), Jpeg.Segment(0xFE, 1), Chunk(1, 2, profile[..100]), Frame, Scan, End);
        Assert.Equal(profile, Parts.Profile(file, MediaFormat.Jpeg)!.Bytes.ToArray());
        Assert.Equal(file.Length - 5, Parts.WithoutMetadata(file, MediaFormat.Jpeg).Length);
    }

    [Fact]
    public void A_profile_with_missing_or_contradicting_chunks_is_none()
    {
        byte[] profile = Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve);
        byte[] whole = Chunk(1, 1, profile);
        Assert.NotNull(Parts.Profile(Jpeg.File(whole, Frame, Scan, End), MediaFormat.Jpeg));
        byte[][][] broken =
        [
            [Chunk(1, 2, profile)],
            [Chunk(0, 1, profile)],
            [Chunk(2, 1, profile)],
            [whole, whole],
            [Chunk(1, 2, profile), Chunk(2, 3, [])],
            [Chunk(1, 2, profile), Chunk(1, 2, profile)],
            [Chunk(1, 1, [])],
        ];
        Assert.All(broken, chunks => Assert.Null(Parts.Profile(Jpeg.File([.. chunks, Frame, Scan, End]), MediaFormat.Jpeg)));
    }

    [Fact]
    public void A_file_that_ends_within_something_says_within_what()
    {
        Assert.Equal("It ends after 39 bytes, in the middle of the image data.", Damage(Jpeg.File(Frame, Scan)));
        Assert.Equal("It ends after 21 bytes, before the end of the image is marked.", Damage(Jpeg.File(Frame)));
        Assert.Equal("It ends after 26 bytes, within segment FE.", Damage(Jpeg.File(Frame, Jpeg.SegmentWith(0xFE, 4, 1))));
        Assert.Equal("It ends after 23 bytes, within segment C4.", Damage(Jpeg.File(Frame, [0xFF, 0xC4])));
    }

    [Fact]
    public void What_no_decoder_takes_is_damage()
    {
        Assert.Equal("The image ends at byte 21, before any pixels.", Damage(Jpeg.File(Frame, End)));
        Assert.Equal("A second image begins at byte 21, before the first one ends.", Damage(Jpeg.File(Frame, Jpeg.Start, Scan, End)));
        Assert.Equal("FF 02 at byte 39 is no marker of any JPEG file.", Damage(Jpeg.File(Frame, Scan, [0xFF, 0x02, 0, 0], End)));
        Assert.Equal("FF 40 at byte 21 is no marker of any JPEG file.", Damage(Jpeg.File(Frame, Jpeg.Segment(0x40, 1), Scan, End)));
        Assert.Equal("Segment C4 at byte 23 tells a length of 1; the least is 2.", Damage(Jpeg.File(Frame, Jpeg.SegmentWith(0xC4, 1), Scan, End)));
    }

    [Fact]
    public void A_file_of_countless_parts_is_damaged()
    {
        byte[] pair = [.. Jpeg.Segment(0xFE), 0xFF, 0xD0];
        byte[] few = Jpeg.File([.. Enumerable.Repeat(pair, 30_000), Frame, Scan, End]);
        byte[] many = Jpeg.File([.. Enumerable.Repeat(pair, 40_000), Frame, Scan, End]);
        Assert.Null(Parts.Check(few, MediaFormat.Jpeg));
        Assert.Equal("It is made of more than 65536 parts.", Parts.Check(many, MediaFormat.Jpeg));
    }

    private static byte[] Chunk(byte number, byte count, byte[] share) =>
        Jpeg.Segment(0xE2, [.. "ICC_PROFILE\0"u8, number, count, .. share]);

    private static string Of(byte[] file) => Parts.Of(file, MediaFormat.Jpeg);

    private static string? Damage(byte[] file) => Parts.Damage(file, MediaFormat.Jpeg);
}
