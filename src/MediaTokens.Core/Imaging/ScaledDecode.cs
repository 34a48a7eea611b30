namespace MediaTokens.Imaging;

/// <summary>How far a JPEG is shrunk while it is decoded, which is nearly free, before it is resampled: the same for every engine.</summary>
public static class ScaledDecode
{
    // Below this, the plain averages that a scaled decode makes begin to show against a resampling of all pixels.
    private const double LeastRemaining = 1.5;

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
}
