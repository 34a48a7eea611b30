using MediaTokens.Adapters.LibjpegTurbo;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class PlaneTransposerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(16, 24)]
    [InlineData(7, 100)]
    [InlineData(100, 7)]
    [InlineData(65, 63)]
    public void Rows_become_columns(int width, int height)
    {
        Random random = new(5);
        using NativeBuffer memory = new();
        using NativeBuffer turned = new();
        Plane source = Planes.Grey(memory, width, height, (_, _) => random.Next(256))[0];
        Plane target = new PlaneSet(turned, new(height, width), ChromaSubsampling.Grey)[0];
        PlaneTransposer.Transpose(source, target);
        byte[,] before = Planes.Copy(source);
        byte[,] after = Planes.Copy(target);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Assert.Equal(before[y, x], after[x, y]);
            }
        }
    }
}
