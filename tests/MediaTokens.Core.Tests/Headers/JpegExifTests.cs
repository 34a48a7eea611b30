using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>EXIF metadata in JPEG: where it may stand, and how little of it may be right without failing the image.</summary>
public sealed class JpegExifTests
{
    private static readonly byte[] Frame = Jpeg.Frame(300, 200);

    [Fact]
    public void Xmp_before_exif_is_passed_over() =>
        Reading.Tells(Jpeg.File(Jpeg.Xmp(), Jpeg.Exif(Tiff.Exif(6)), Frame), 200, 300, 6);

    [Fact]
    public void Exif_before_xmp_counts() =>
        Reading.Tells(Jpeg.File(Jpeg.Exif(Tiff.Exif(8)), Jpeg.Xmp(), Frame), 200, 300, 8);

    [Fact]
    public void Of_two_exif_segments_the_first_with_an_orientation_counts()
    {
        Reading.Tells(Jpeg.File(Jpeg.Exif(Tiff.Exif(6)), Jpeg.Exif(Tiff.Exif(1)), Frame), 200, 300, 6);
        byte[] none = Tiff.File(true, false, new TiffEntry(305, Tiff.Short, 1));
        Reading.Tells(Jpeg.File(Jpeg.Exif(none), Jpeg.Exif(Tiff.Exif(6)), Frame), 200, 300, 6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(65_535)]
    public void An_invalid_orientation_leaves_it_to_a_later_segment(int invalid) =>
        Reading.Tells(Jpeg.File(Jpeg.Exif(Tiff.Exif(invalid)), Jpeg.Exif(Tiff.Exif(6)), Frame), 200, 300, 6);

    [Fact]
    public void Exif_behind_the_frame_header_is_not_looked_for() =>
        Reading.Tells(Jpeg.File(Frame, Jpeg.Exif(Tiff.Exif(6))), 300, 200);

    [Fact]
    public void Exif_in_another_segment_does_not_count()
    {
        byte[] content = [.. "Exif\0\0"u8, .. Tiff.Exif(6)];
        Reading.Tells(Jpeg.File(Jpeg.Segment(Jpeg.App2, content), Frame), 300, 200);
    }

    [Fact]
    public void A_directory_that_points_anywhere_is_read_or_passed_over()
    {
        for (ulong offset = 0; offset < 64; offset++)
        {
            byte[] tiff = Tiff.FileWith(true, false, offset, 1, new TiffEntry(274, Tiff.Short, 1));
            Reading.Tells(Jpeg.File(Jpeg.Exif(tiff), Frame), 300, 200);
        }
    }

    [Theory]
    [InlineData(0x7FFFFFFFUL)]
    [InlineData(0x80000000UL)]
    [InlineData(0xFFFFFFFFUL)]
    [InlineData(0xFFFFFFF8UL)]
    public void A_directory_far_outside_is_passed_over(ulong offset) =>
        Reading.Tells(Jpeg.File(Jpeg.Exif(Tiff.FileWith(false, false, offset, 1, new TiffEntry(274, Tiff.Short, 6))), Frame), 300, 200);

    [Fact]
    public void A_directory_cannot_reach_beyond_its_segment()
    {
        byte[] tiff = Tiff.Exif(6);
        byte[] outside = Jpeg.Segment(Jpeg.App2, tiff);
        byte[] pointer = Tiff.FileWith(true, false, offset: 14 + 4 + 4, count: 1)[..14];
        Reading.Tells(Jpeg.File(Jpeg.Exif(pointer), outside, Frame), 300, 200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(65_535)]
    public void A_directory_may_tell_more_entries_than_there_are(int count)
    {
        byte[] missing = Tiff.FileWith(true, false, 8, (ulong)count, new TiffEntry(305, Tiff.Short, 1));
        Reading.Tells(Jpeg.File(Jpeg.Exif(missing), Frame), 300, 200);
        byte[] found = Tiff.FileWith(true, false, 8, (ulong)count, new TiffEntry(274, Tiff.Short, 6));
        Reading.Tells(Jpeg.File(Jpeg.Exif(found), Frame), 200, 300, 6);
    }

    [Fact]
    public void A_full_directory_is_passed_over()
    {
        TiffEntry[] entries = [.. Enumerable.Repeat(new TiffEntry(305, Tiff.Short, 1), 5400)];
        Reading.Tells(Jpeg.File(Jpeg.Exif(Tiff.FileWith(true, false, 8, 65_535, entries)), Frame), 300, 200);
    }

    [Fact]
    public void Metadata_cut_anywhere_by_its_segment_does_not_fail_the_image()
    {
        byte[] content = [.. "Exif\0\0"u8, .. Tiff.Exif(6)];
        for (int length = 0; length < content.Length; length++)
        {
            // Without the last four bytes, the offset of the next directory, the orientation is still whole.
            bool whole = length >= content.Length - 4;
            Reading.Tells(Jpeg.File(Jpeg.Segment(Jpeg.App1, content[..length]), Frame), whole ? 200 : 300, whole ? 300 : 200, whole ? 6 : 1);
        }
    }

    [Theory]
    [InlineData("XX*\0")]
    [InlineData("II\0*")]
    [InlineData("MM*\0")]
    [InlineData("IM*\0")]
    public void Metadata_of_no_byte_order_or_version_is_passed_over(string start)
    {
        byte[] tiff = [.. System.Text.Encoding.ASCII.GetBytes(start), .. Tiff.Exif(6)[4..]];
        Reading.Tells(Jpeg.File(Jpeg.Exif(tiff), Frame), 300, 200);
    }
}
