using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsOrientationTests
{
    [EngineTheory(EngineNames.Libvips)]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("tif")]
    [InlineData("webp")]
    [InlineData("avif")]
    public void Every_orientation_is_undone(string ending)
    {
        byte[] stored = Stored();
        int seen = 0;
        foreach (string path in Picture.Samples.Where(path => path.StartsWith("orientation/orientation-", StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal)))
        {
            byte[] file = Picture.Sample(path);
            MediaHeader header = Picture.Header(file);
            byte[]? pixels = Picture.Resize(file, image => image?.Pixels.ToArray());
            if (pixels is null)
            {
                // A build without a decoder of AV1.
                continue;
            }

            int orientation = path["orientation/orientation-".Length] - '0';
            Assert.Equal(header.Orientation, orientation);
            Assert.InRange(Picture.Difference(Turned(stored, orientation), pixels), 0, 8);
            seen++;
        }

        Assert.True(seen >= 3 || ending == "avif");
    }

    // What every file of the folder stores, before orientation.
    private static byte[] Stored() => Picture.Pixels(Picture.Sample("orientation/orientation-1.jpg"));

    // The pixels of 60 x 40 turned upright, by the table of the EXIF standard: where row 0 and column 0 of the stored image are displayed.
    private static byte[] Turned(byte[] stored, int orientation)
    {
        const int Width = 60;
        const int Height = 40;
        PixelSize size = orientation >= 5 ? new(Height, Width) : new(Width, Height);
        byte[] turned = new byte[stored.Length];
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                (int column, int row) = orientation switch
                {
                    2 => (Width - 1 - x, y),
                    3 => (Width - 1 - x, Height - 1 - y),
                    4 => (x, Height - 1 - y),
                    5 => (y, x),
                    6 => (y, Height - 1 - x),
                    7 => (Width - 1 - y, Height - 1 - x),
                    8 => (Width - 1 - y, x),
                    _ => (x, y),
                };
                stored.AsSpan(((row * Width) + column) * 3, 3).CopyTo(turned.AsSpan(((y * size.Width) + x) * 3));
            }
        }

        return turned;
    }
}
