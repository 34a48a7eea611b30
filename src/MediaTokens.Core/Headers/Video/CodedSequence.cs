namespace MediaTokens.Headers.Video;

/// <summary>What the header of a coded video sequence tells.</summary>
/// <param name="Width">Pixels, cropped.</param>
/// <param name="Height">Pixels, cropped.</param>
/// <param name="RateNumerator">Frames per <paramref name="RateDenominator"/> seconds; 0 where not told.</param>
/// <param name="RateDenominator">Seconds per <paramref name="RateNumerator"/> frames; 0 where not told.</param>
internal readonly record struct CodedSequence(uint Width, uint Height, long RateNumerator, long RateDenominator)
{
    // A time base of 1/90000 is a clock and no frame rate.
    private const double FastestRate = 480;
    private const double SlowestRate = 0.1;

    /// <summary>Frames a second; null where the header tells none, or one that cannot be.</summary>
    public double? FrameRate =>
        RateNumerator > 0 && RateDenominator > 0 && (double)RateNumerator / RateDenominator is var rate and >= SlowestRate and <= FastestRate
            ? rate
            : null;
}
