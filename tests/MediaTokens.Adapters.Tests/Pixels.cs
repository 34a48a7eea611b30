namespace MediaTokens.Adapters.Tests;

/// <summary>Pixels of four bytes, red, green, blue and alpha, to look at and to turn.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    public (byte R, byte G, byte B, byte A) this[int x, int y] => (Rgba[At(x, y)], Rgba[At(x, y) + 1], Rgba[At(x, y) + 2], Rgba[At(x, y) + 3]);

    public double Mean(int channel) => Enumerable.Range(0, Width * Height).Average(pixel => (double)Rgba[(pixel * 4) + channel]);

    /// <summary>The mean of the differences of all bytes.</summary>
    public double Distance(Pixels other) => (Width, Height) == (other.Width, other.Height)
        ? Rgba.Zip(other.Rgba, (one, two) => Math.Abs(one - two)).Average()
        : double.PositiveInfinity;

    /// <summary>What a viewer shows of stored pixels that have an EXIF orientation.</summary>
    public Pixels Upright(int orientation)
    {
        (int width, int height) = orientation >= 5 ? (Height, Width) : (Width, Height);
        byte[] turned = new byte[Rgba.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int fromX, int fromY) = orientation switch
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
                Rgba.AsSpan(At(fromX, fromY), 4).CopyTo(turned.AsSpan(((y * width) + x) * 4));
            }
        }

        return new(width, height, turned);
    }

    private int At(int x, int y) => ((y * Width) + x) * 4;
}
