using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>The boxes of HEIF: their sizes, their order, and what is missing.</summary>
public sealed class HeifBoxTests
{
    private static readonly byte[] FileType = Heif.FileType("heic", "mif1");
    private static readonly byte[] Properties = Heif.Properties([Heif.Size(300, 200)], Heif.Map((1, [1])));
    private static readonly byte[] Meta = Heif.Meta(Heif.Primary(1), Properties);

    [Fact]
    public void Primary_item_and_properties_are_enough() => Reading.Tells([.. FileType, .. Meta], 300, 200);

    [Fact]
    public void Other_boxes_are_passed_over()
    {
        byte[] other = Heif.Box("free", new byte[5000]);
        byte[] meta = Heif.Meta(other, Heif.FullBox("hdlr", 0, new byte[20]), Properties, other, Heif.Primary(1), other);
        Reading.Tells([.. FileType, .. other, .. Heif.Box("mdat", new byte[9000]), .. meta, .. other], 300, 200);
    }

    [Fact]
    public void A_box_of_size_zero_goes_on_to_the_end() =>
        Reading.Tells([.. FileType, .. Heif.Box("meta", 0, Meta[8..])], 300, 200);

    [Fact]
    public void A_box_may_have_a_64_bit_size()
    {
        byte[] size = new ByteWriter().U64((ulong)Meta.Length + 8).ToArray();
        Reading.Tells([.. FileType, .. Heif.Box("meta", 1, [.. size, .. Meta[8..]]), .. new byte[3]], 300, 200);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(15UL)]
    public void A_64_bit_size_less_than_its_own_header_is_corrupt(ulong size) => Reading.Fails(
        [.. FileType, .. Heif.Box("free", 1, new ByteWriter().U64(size).ToArray()), .. Meta], MediaErrorId.CorruptHeader);

    [Theory]
    [InlineData(100_000UL)]
    [InlineData((ulong)long.MaxValue)]
    [InlineData(ulong.MaxValue)]
    public void A_64_bit_size_past_the_end_is_truncated(ulong size) => Reading.Fails(
        [.. FileType, .. Heif.Box("free", 1, new ByteWriter().U64(size).ToArray()), .. Meta], MediaErrorId.TruncatedFile);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void A_size_less_than_its_own_header_is_corrupt(uint size)
    {
        Reading.Fails([.. FileType, .. Heif.Box("free", size, []), .. Meta], MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Box("free", size, []), Heif.Primary(1), Properties)], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_box_larger_than_its_parent_is_corrupt()
    {
        byte[] meta = Heif.Meta(Heif.Primary(1), Properties, Heif.Box("free", 9, []));
        Reading.Tells([.. FileType, .. meta, .. new byte[40]], 300, 200);
        byte[] early = Heif.Meta(Heif.Box("free", 4000, []), Heif.Primary(1), Properties);
        Reading.Fails([.. FileType, .. early, .. Heif.Box("mdat", new byte[9000])], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_box_past_the_end_of_the_file_is_truncated()
    {
        Reading.Fails([.. FileType, .. Heif.Box("mdat", 4000, new byte[9]), .. Meta], MediaErrorId.TruncatedFile);
        Reading.Fails([.. FileType, .. Meta[..^1]], MediaErrorId.TruncatedFile);
        Reading.Fails(FileType, MediaErrorId.TruncatedFile);
    }

    [Fact]
    public void A_file_without_primary_item_or_properties_is_corrupt()
    {
        Reading.Fails([.. FileType, .. Heif.Meta(Properties)], MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(1))], MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Meta()], MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Box("meta")], MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.FullBox("pitm", 0), Properties)], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_primary_item_may_have_a_32_bit_number()
    {
        byte[] primary = Heif.FullBox("pitm", 0x01000000, new ByteWriter().U32(70_000).ToArray());
        byte[] map = Heif.FullBox("ipma", 0x01000000, new ByteWriter().U32(1).U32(70_000).Raw(1, 1).ToArray());
        Reading.Tells([.. FileType, .. Heif.Meta(primary, Heif.Properties([Heif.Size(300, 200)], map))], 300, 200);
    }

    [Fact]
    public void Endless_small_boxes_are_refused_within_the_budget()
    {
        RepeatingSource source = new(FileType, Heif.Box("free"), 8);
        Assert.Equal(MediaErrorId.HeaderTooLarge, Assert.Throws<MediaException>(() => MediaHeaderReader.Read(source)).Id);
        Assert.True(source.BytesRead <= Reading.Budget);
    }
}
