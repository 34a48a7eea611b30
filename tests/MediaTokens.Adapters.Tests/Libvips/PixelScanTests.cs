using MediaTokens.Adapters.Libvips;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class PixelScanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_flat_share_is_that_of_a_count_pixel_by_pixel(int bands)
    {
        Random random = new(bands);
        foreach (int width in (int[])[2, 3, 7, 10, 11, 12, 31, 32, 33, 100, 1001])
        {
            const int Height = 5;
            byte[] pixels = new byte[width * Height * bands];
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = (byte)random.Next(2);
            }

            Assert.Equal(Count(pixels, width, bands) / (double)((width - 1) * Height), PixelScan.FlatShare(pixels, width, bands), 12);
        }
    }

    [Fact]
    public void One_column_is_flat() => Assert.Equal(1, PixelScan.FlatShare([1, 2, 3, 4, 5, 6], 1, 3));

    [Theory]
    [InlineData(254, 255, false)]
    [InlineData(254, 250, true)]
    [InlineData(255, 255, true)]
    public void Opaque_is_what_has_no_lower_alpha(byte alpha, byte least, bool isOpaque)
    {
        byte[] pixels = [0, 0, 0, 255, 9, 9, 9, alpha, 0, 0, 0, 255];

        Assert.Equal(isOpaque, PixelScan.IsOpaque(pixels, 4, least));
    }

    private static int Count(byte[] pixels, int width, int bands)
    {
        int equal = 0;
        for (int pixel = 0; pixel < pixels.Length / bands; pixel++)
        {
            if (pixel % width != 0 && Enumerable.Range(pixel * bands, bands).All(i => pixels[i] == pixels[i - bands]))
            {
                equal++;
            }
        }

        return equal;
    }
}
