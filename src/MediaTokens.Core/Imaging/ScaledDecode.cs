namespace MediaTokens.Imaging;

/// <summary>How far a JPEG is shrunk while it is decoded, which is nearly free, before it is resampled: the same for every engine.</summary>
public static class ScaledDecode
{
    // Below this, the plain averages that a scaled decode makes begin to show against a resampling of all pixels.
    private const double LeastRemaining = 1.5;

    // What half a cell comes to at the least that remains.
    private const double LargestShift = 0.34;

    /// <summary>The divisor of a scaled decode: 1, 2, 4 or 8.</summary>
    /// <param name="stored">The image's size, in pixels.</param>
    /// <param name="target">The size that it is then resampled to, in pixels, in the same orientation.</param>
    public static int Divisor(PixelSize stored, PixelSize target)
    {
        double shrink = Math.Min((double)stored.Width / target.Width, (double)stored.Height / target.Height);
        int divisor = 8;
        while (divisor > 1 && shrink < divisor * LeastRemaining)
        {
            divisor /= 2;
        }

        return divisor;
    }

    /// <summary>
    /// The same for a library that resamples whole cells only: a last cell that is partly outside the image is stretched with
    /// the others, which moves the picture by a part of a pixel.
    /// </summary>
    /// <param name="stored">The image's size, in pixels.</param>
    /// <param name="target">The size that it is then resampled to, in pixels, in the same orientation.</param>
    public static int WholeDivisor(PixelSize stored, PixelSize target)
    {
        int divisor = Divisor(stored, target);
        while (divisor > 1 && (Shift(stored.Width, target.Width, divisor) > LargestShift || Shift(stored.Height, target.Height, divisor) > LargestShift))
        {
            divisor /= 2;
        }

        return divisor;
    }

    /// <summary>The sides of a scaled decode: a last cell that is partly outside the image counts.</summary>
    /// <param name="stored">The image's size, in pixels.</param>
    /// <param name="divisor">The divisor of the scaled decode.</param>
    public static PixelSize Cells(PixelSize stored, int divisor) =>
        new((stored.Width + divisor - 1) / divisor, (stored.Height + divisor - 1) / divisor);

    /// <summary>How far the far edge moves, in pixels of the target.</summary>
    private static double Shift(int stored, int target, int divisor)
    {
        double share = (double)stored / divisor;
        return (Math.Ceiling(share) - share) * target / share;
    }
}
