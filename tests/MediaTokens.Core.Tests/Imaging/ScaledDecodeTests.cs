using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

public sealed class ScaledDecodeTests
{
    [Theory]
    [InlineData(4000, 3000, 1024, 768, 2, 2)]
    [InlineData(4000, 3000, 2000, 1500, 1, 1)]
    [InlineData(4000, 3000, 1333, 1000, 2, 2)]
    [InlineData(4000, 3000, 1334, 1001, 1, 1)]
    [InlineData(4000, 3000, 666, 500, 4, 4)]
    [InlineData(4000, 3000, 333, 250, 8, 8)]
    [InlineData(4000, 3000, 1, 1, 8, 8)]
    [InlineData(4001, 3001, 1024, 768, 2, 2)]
    [InlineData(1600, 1193, 101, 76, 8, 4)]
    [InlineData(1600, 1199, 101, 76, 8, 8)]
    [InlineData(100, 100, 100, 100, 1, 1)]
    [InlineData(1, 5000, 1, 768, 1, 1)]
    public void A_decode_is_scaled_as_far_as_does_not_show(int width, int height, int targetWidth, int targetHeight, int divisor, int whole)
    {
        Assert.Equal(divisor, ScaledDecode.Divisor(new(width, height), new(targetWidth, targetHeight)));
        Assert.Equal(whole, ScaledDecode.WholeDivisor(new(width, height), new(targetWidth, targetHeight)));
    }

    [Theory]
    [InlineData(4000, 3000, 2, 2000, 1500)]
    [InlineData(4001, 2999, 2, 2001, 1500)]
    [InlineData(7, 9, 8, 1, 2)]
    public void A_last_cell_that_is_partly_outside_counts(int width, int height, int divisor, int columns, int rows) =>
        Assert.Equal(new PixelSize(columns, rows), ScaledDecode.Cells(new(width, height), divisor));
}
