using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>TIFF and BigTIFF in both byte orders.</summary>
public sealed class TiffTests
{
    public static TheoryData<bool, bool> Layouts => new()
    {
        { false, false },
        { false, true },
        { true, false },
        { true, true },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Sides_may_be_of_any_whole_type(bool bigEndian, bool bigTiff)
    {
        Reading.Tells(Tiff.Image(200, 100, Tiff.Byte, bigEndian, bigTiff), 200, 100);
        Reading.Tells(Tiff.Image(65_535, 1, Tiff.Short, bigEndian, bigTiff), 65_535, 1);
        Reading.Tells(Tiff.Image(1, int.MaxValue, Tiff.Long, bigEndian, bigTiff), 1, int.MaxValue);
        if (bigTiff)
        {
            Reading.Tells(Tiff.Image(int.MaxValue, int.MaxValue, Tiff.Long8, bigEndian, bigTiff), int.MaxValue, int.MaxValue);
        }
        else
        {
            Reading.Fails(Tiff.File(bigEndian, bigTiff, new(256, 16, 0), new(257, Tiff.Long, 1)), MediaErrorId.CorruptHeader);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_side_of_zero_or_above_31_bits_is_invalid(bool bigEndian, bool bigTiff)
    {
        foreach (ulong side in new ulong[] { 0, 2_147_483_648, 4_294_967_295 })
        {
            Reading.Fails(Tiff.Image(side, 1, Tiff.Long, bigEndian, bigTiff), MediaErrorId.InvalidDimensions);
            Reading.Fails(Tiff.Image(1, side, Tiff.Long, bigEndian, bigTiff), MediaErrorId.InvalidDimensions);
        }

        if (bigTiff)
        {
            Reading.Fails(Tiff.Image(ulong.MaxValue, 4_294_967_296, Tiff.Long8, bigEndian, bigTiff), MediaErrorId.InvalidDimensions);
        }
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void The_directory_may_stand_behind_the_pixels(bool bigEndian, bool bigTiff)
    {
        byte[] near = Tiff.Image(300, 200, Tiff.Long, bigEndian, bigTiff, orientation: 6);
        int header = bigTiff ? 16 : 8;
        byte[] far = Tiff.FileWith(bigEndian, bigTiff, (ulong)header + 100_001, 0);
        Reading.Tells([.. far[..header], .. new byte[100_001], .. near[header..]], 200, 300, 6);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Entries_may_come_in_any_order_and_the_first_of_a_kind_counts(bool bigEndian, bool bigTiff) => Reading.Tells(
        Tiff.File(bigEndian, bigTiff, new(274, Tiff.Short, 8), new(257, Tiff.Short, 200), new(258, Tiff.Short, 8), new(256, Tiff.Short, 300), new(256, Tiff.Short, 7)),
        200,
        300,
        8);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_directory_past_the_end_is_truncated(bool bigEndian, bool bigTiff)
    {
        byte[] whole = Tiff.Image(300, 200, Tiff.Short, bigEndian, bigTiff);
        foreach (ulong offset in new[] { (ulong)whole.Length - 1, (ulong)whole.Length, (ulong)whole.Length + 1, 0x7FFFFFFFUL, 0xFFFFFFFFUL })
        {
            Reading.Fails(Tiff.FileWith(bigEndian, bigTiff, offset, 3, new(256, 3, 1), new(257, 3, 1), new(274, 3, 1)), MediaErrorId.TruncatedFile);
        }
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0x8000000000000000)]
    [InlineData(ulong.MaxValue - 7)]
    public void An_offset_or_a_count_beyond_63_bits_is_truncated(ulong value)
    {
        Reading.Fails(Tiff.FileWith(true, true, value, 1, new TiffEntry(256, 3, 1)), MediaErrorId.TruncatedFile);
        Reading.Fails(Tiff.FileWith(true, true, 16, value, new TiffEntry(256, 3, 1)), MediaErrorId.TruncatedFile);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(7)]
    public void A_directory_within_the_file_header_is_corrupt(ulong offset) =>
        Reading.Fails(Tiff.FileWith(false, false, offset, 1, new TiffEntry(256, 3, 1)), MediaErrorId.CorruptHeader);

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_directory_without_a_usable_side_is_corrupt(bool bigEndian, bool bigTiff)
    {
        Reading.Fails(Tiff.File(bigEndian, bigTiff), MediaErrorId.CorruptHeader);
        Reading.Fails(Tiff.File(bigEndian, bigTiff, new TiffEntry(256, 3, 300)), MediaErrorId.CorruptHeader);
        Reading.Fails(Tiff.File(bigEndian, bigTiff, new(256, 3, 300), new(257, 2, 200)), MediaErrorId.CorruptHeader);
        Reading.Fails(Tiff.File(bigEndian, bigTiff, new(256, 3, 300, Count: 2), new(257, 3, 200)), MediaErrorId.CorruptHeader);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_directory_that_leads_back_to_itself_is_read_once(bool bigEndian, bool bigTiff)
    {
        byte[] bytes = Tiff.Image(300, 200, Tiff.Short, bigEndian, bigTiff);
        ByteWriter next = new(bigEndian);
        byte[] offset = (bigTiff ? next.U64(16) : next.U32(8)).ToArray();
        Reading.Tells([.. bytes[..^offset.Length], .. offset], 300, 200);
        Reading.Fails(
            [.. Tiff.File(bigEndian, bigTiff, new TiffEntry(256, 3, 1))[..^offset.Length], .. offset],
            MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_directory_may_tell_more_entries_than_are_needed() => Reading.Tells(
        Tiff.FileWith(false, false, 8, 65_535, new(256, 3, 300), new(257, 3, 200), new(274, 3, 1)), 300, 200);

    [Fact]
    public void A_directory_that_is_cut_before_an_orientation_could_come_is_truncated() =>
        Reading.Fails(Tiff.FileWith(false, false, 8, 65_535, new(256, 3, 300), new(257, 3, 200)), MediaErrorId.TruncatedFile);
}
