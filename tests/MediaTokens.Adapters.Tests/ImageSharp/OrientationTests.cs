using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.ImageSharp;

public sealed class OrientationTests
{
    [EngineTheory(EngineNames.ImageSharp)]
    [InlineData("orientation-2.jpg", 2)]
    [InlineData("orientation-3.jpg", 3)]
    [InlineData("orientation-4.jpg", 4)]
    [InlineData("orientation-5.jpg", 5)]
    [InlineData("orientation-6.jpg", 6)]
    [InlineData("orientation-7.jpg", 7)]
    [InlineData("orientation-8.jpg", 8)]
    [InlineData("orientation-6.png", 6)]
    [InlineData("orientation-8.tif", 8)]
    [InlineData("orientation-3.webp", 3)]
    [InlineData("invalid-9.jpg", 1)]
    public void An_image_is_turned_as_a_viewer_turns_it(string name, int orientation)
    {
        Pixels stored = Work.PixelsOf(Work.Sample("orientation/orientation-1.jpg"));

        Pixels turned = Work.PixelsOf(Work.Sample($"orientation/{name}"));

        // Of the eight ways to hold the picture, the right one is by far the nearest, even to another coding of it.
        Assert.Equal(orientation, Enumerable.Range(1, 8).MinBy(way => turned.Distance(stored.Upright(way))));
        Assert.InRange(turned.Distance(stored.Upright(orientation)), 0, 4);
    }
}
