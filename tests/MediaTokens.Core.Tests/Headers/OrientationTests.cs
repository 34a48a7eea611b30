using MediaTokens.Core.Tests.Headers.Making;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Orientations 1 to 8 in every format that has them, in both byte orders; anything else counts as upright.</summary>
public sealed class OrientationTests
{
    [Theory]
    [EveryOrientation]
    public void Jpeg_sides_swap_from_orientation_5_on(int orientation, bool bigEndian) =>
        Tells(orientation, Jpeg.File(Jpeg.Exif(Tiff.Exif(orientation, bigEndian)), Jpeg.Frame(300, 200)));

    [Theory]
    [EveryOrientation]
    public void Png_sides_swap_from_orientation_5_on(int orientation, bool bigEndian) =>
        Tells(orientation, Png.Image(300, 200, Png.Chunk("eXIf", Tiff.Exif(orientation, bigEndian))));

    [Theory]
    [EveryOrientation]
    public void WebP_sides_swap_from_orientation_5_on(int orientation, bool bigEndian) => Tells(orientation, WebP.File(
        WebP.Extended(WebP.HasExif, 300, 200), WebP.Lossy(300, 200), WebP.Chunk("EXIF", Tiff.Exif(orientation, bigEndian))));

    [Theory]
    [EveryOrientation]
    public void Tiff_sides_swap_from_orientation_5_on(int orientation, bool bigEndian)
    {
        Tells(orientation, Tiff.Image(300, 200, Tiff.Short, bigEndian, bigTiff: false, orientation));
        Tells(orientation, Tiff.Image(300, 200, Tiff.Short, bigEndian, bigTiff: true, orientation));
    }

    [Theory]
    [InlineData(Tiff.Byte)]
    [InlineData(Tiff.Long)]
    public void An_orientation_of_another_whole_type_counts(int type) =>
        Tells(6, Jpeg.File(Jpeg.Exif(Tiff.File(false, false, new TiffEntry(274, type, 6))), Jpeg.Frame(300, 200)));

    [Theory]
    [InlineData(2, 1UL)] // ASCII
    [InlineData(5, 1UL)] // RATIONAL
    [InlineData(12, 1UL)] // DOUBLE
    [InlineData(Tiff.Short, 0UL)]
    [InlineData(Tiff.Short, 2UL)]
    [InlineData(Tiff.Long, 4_294_967_295UL)]
    public void An_orientation_that_is_not_one_whole_number_counts_as_upright(int type, ulong count)
    {
        Tells(1, Jpeg.File(Jpeg.Exif(Tiff.File(false, false, new TiffEntry(274, type, 6, count))), Jpeg.Frame(300, 200)));
        Tells(1, Tiff.File(false, false, new(256, Tiff.Long, 300), new(257, Tiff.Long, 200), new(274, type, 6, count)));
    }

    [Theory]
    [InlineData(4_294_967_295UL)]
    [InlineData(262UL)]
    public void An_orientation_far_out_of_range_counts_as_upright(ulong value)
    {
        Tells(1, Jpeg.File(Jpeg.Exif(Tiff.File(false, false, new TiffEntry(274, Tiff.Long, value))), Jpeg.Frame(300, 200)));
        Tells(1, Tiff.File(false, true, new(256, Tiff.Long, 300), new(257, Tiff.Long, 200), new(274, Tiff.Long8, ulong.MaxValue - 1)));
    }

    private static void Tells(int orientation, byte[] bytes)
    {
        int applied = orientation is >= 1 and <= 8 ? orientation : 1;
        Reading.Tells(bytes, applied >= 5 ? 200 : 300, applied >= 5 ? 300 : 200, applied);
    }

    /// <summary>0 to 10 and 65,535, in both byte orders.</summary>
    private sealed class EveryOrientationAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from orientation in Enumerable.Range(0, 11).Append(65_535)
            from order in Enumerable.Range(0, 2)
            select new object[] { orientation, order == 1 };
    }
}
