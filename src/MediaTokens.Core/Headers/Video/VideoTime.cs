namespace MediaTokens.Headers.Video;

/// <summary>From the numbers in a container to a time, in whole numbers so that no rounding but the last counts.</summary>
internal static class VideoTime
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>A time in nanoseconds, rounded to the nearest 100; null for 0 and for more than 1,000,000 hours.</summary>
    public static TimeSpan? FromNanoseconds(UInt128 nanoseconds) =>
        nanoseconds <= long.MaxValue ? MediaClock.TimeOf((long)nanoseconds, 1, NanosecondsPerSecond) : null;

    /// <summary>A floating-point number of units of so many nanoseconds; null as with <see cref="FromNanoseconds"/> and for what is no number.</summary>
    public static TimeSpan? FromUnits(double units, ulong nanoseconds)
    {
        if (!double.IsFinite(units) || units <= 0)
        {
            return null;
        }

        // A double is a number of 53 bits times a power of 2, and a multiplication by 64 more bits fits into 128.
        long bits = BitConverter.DoubleToInt64Bits(units);
        int exponent = (int)(bits >> 52);
        UInt128 fraction = (UInt128)((ulong)bits & ((1UL << 52) - 1)) | (exponent == 0 ? 0 : UInt128.One << 52);
        int shift = 1075 - Math.Max(exponent, 1);
        UInt128 product = fraction * nanoseconds;
        if (shift <= 0)
        {
            const int Most = 11;
            return -shift < Most ? FromNanoseconds(product << -shift) : null;
        }

        return shift < 128 ? FromNanoseconds((product + (UInt128.One << (shift - 1))) >> shift) : null;
    }
}
