using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Which properties belong to the primary item of a HEIF file, and what they make of its size.</summary>
public sealed class HeifPropertyTests
{
    private static readonly byte[] FileType = Heif.FileType("heic", "mif1");
    private static readonly byte[] Size = Heif.Size(300, 200);

    [Theory]
    [InlineData(0, -1, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(2, -1, 3)]
    [InlineData(0, 0, 4)]
    [InlineData(1, 0, 5)]
    [InlineData(3, -1, 6)]
    [InlineData(3, 0, 7)]
    [InlineData(1, -1, 8)]
    [InlineData(1, 1, 7)]
    [InlineData(2, 1, 4)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 1, 5)]
    public void Rotation_and_then_mirror_amount_to_one_of_eight_orientations(byte quarters, int mirror, int orientation)
    {
        byte[][] properties = mirror < 0
            ? [Size, Heif.Rotation(quarters)]
            : [Size, Heif.Rotation(quarters), Heif.Mirror((byte)mirror)];
        Tells(orientation, Heif.Image(properties));
    }

    [Theory]
    [InlineData(1, 0, 7)]
    [InlineData(1, 1, 5)]
    [InlineData(3, 0, 5)]
    [InlineData(3, 1, 7)]
    [InlineData(2, 1, 4)]
    public void Mirror_and_then_rotation_amount_to_another(byte quarters, byte mirror, int orientation) =>
        Tells(orientation, Heif.Image(Size, Heif.Mirror(mirror), Heif.Rotation(quarters)));

    [Fact]
    public void Bits_above_the_turn_do_not_count() => Tells(6, Heif.Image(Size, Heif.Rotation(0xFF), Heif.Mirror(0xFE), Heif.Mirror(0)));

    [Fact]
    public void A_crop_is_taken_before_or_after_the_turn_as_the_order_says()
    {
        Reading.Tells(Heif.Image(Size, Heif.Aperture(120, 80)), 120, 80);
        Reading.Tells(Heif.Image(Size, Heif.Aperture(120, 80), Heif.Rotation(1)), 80, 120, 8);
        Reading.Tells(Heif.Image(Size, Heif.Rotation(1), Heif.Aperture(80, 120)), 80, 120, 8);
    }

    [Theory]
    [InlineData(301, 200, 1)]
    [InlineData(300, 201, 1)]
    [InlineData(0, 200, 1)]
    [InlineData(300, 200, 0)]
    [InlineData(4_294_967_295, 4_294_967_295, 1)]
    public void A_crop_to_nothing_or_beyond_the_image_does_not_count(uint width, uint height, uint denominator) =>
        Reading.Tells(Heif.Image(Size, Heif.Aperture(width, height, denominator)), 300, 200);

    [Fact]
    public void Of_two_images_the_primary_one_counts()
    {
        byte[] properties = Heif.Properties([Heif.Size(9, 9), Size, Heif.Rotation(1)], Heif.Map((1, [1]), (2, [2]), (3, [1, 3])));
        Reading.Tells([.. FileType, .. Heif.Meta(Heif.Primary(2), properties)], 300, 200);
        Reading.Tells([.. FileType, .. Heif.Meta(Heif.Primary(3), properties)], 9, 9, 8);
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(4), properties)], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_grid_has_the_size_of_the_whole_and_not_of_its_tiles()
    {
        byte[] tile = Heif.Size(64, 64);
        byte[] properties = Heif.Properties([tile, Size], Heif.Map((1, [1]), (2, [1]), (3, [2])));
        Reading.Tells([.. FileType, .. Heif.Meta(Heif.Primary(3), properties)], 300, 200);
    }

    [Fact]
    public void The_map_may_be_in_several_boxes()
    {
        byte[] properties = Heif.Properties([Heif.Size(9, 9), Size], Heif.Map((1, [1])), Heif.Map((2, [0x82])));
        Reading.Tells([.. FileType, .. Heif.Meta(Heif.Primary(2), properties)], 300, 200);
    }

    [Fact]
    public void The_map_may_have_15_bit_indices()
    {
        byte[][] many = [.. Enumerable.Repeat(Heif.Size(9, 9), 300), Size];
        byte[] map = Heif.FullBox("ipma", 1, new ByteWriter().U32(1).U16(1).Raw(2).U16(0).U16(0x8000 | 301).ToArray());
        Reading.Tells([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties(many, map))], 300, 200);
    }

    [Fact]
    public void The_top_bit_of_an_index_and_an_index_of_zero_do_not_matter() =>
        Reading.Tells([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties([Size], Heif.Map((1, [0, 0x81, 0x80]))))], 300, 200);

    [Fact]
    public void An_index_beyond_the_properties_is_corrupt() =>
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties([Size], Heif.Map((1, [1, 2]))))], MediaErrorId.CorruptHeader);

    [Fact]
    public void A_primary_item_without_a_size_is_corrupt()
    {
        Reading.Fails(Heif.Image(Heif.Rotation(1)), MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties([Size], Heif.Map((1, []))))], MediaErrorId.CorruptHeader);
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties([Size]))], MediaErrorId.CorruptHeader);
    }

    [Fact]
    public void A_property_or_a_map_that_is_too_short_is_corrupt()
    {
        Reading.Fails(Heif.Image(Heif.FullBox("ispe", 0, new byte[7])), MediaErrorId.CorruptHeader);
        Reading.Fails(Heif.Image(Size, Heif.Box("irot")), MediaErrorId.CorruptHeader);
        Reading.Fails(Heif.Image(Size, Heif.Box("clap", new byte[31])), MediaErrorId.CorruptHeader);
        byte[] map = Heif.FullBox("ipma", 0, new ByteWriter().U32(uint.MaxValue).U16(2).Raw(0).ToArray());
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties([Size], map))], MediaErrorId.CorruptHeader);
        byte[] cut = Heif.FullBox("ipma", 0, new ByteWriter().U32(1).U16(1).Raw(255, 1).ToArray());
        Reading.Fails([.. FileType, .. Heif.Meta(Heif.Primary(1), Heif.Properties([Size], cut))], MediaErrorId.CorruptHeader);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(300, 0)]
    [InlineData(2_147_483_648, 1)]
    [InlineData(1, 4_294_967_295)]
    public void A_side_of_zero_or_above_31_bits_is_invalid(uint width, uint height) =>
        Reading.Fails(Heif.Image(Heif.Size(width, height)), MediaErrorId.InvalidDimensions);

    private static void Tells(int orientation, byte[] bytes) =>
        Reading.Tells(bytes, orientation >= 5 ? 200 : 300, orientation >= 5 ? 300 : 200, orientation);
}
