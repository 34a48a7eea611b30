namespace MediaTokens.Headers.Video;

/// <summary>Exact times from the counts that containers keep.</summary>
internal static class MediaClock
{
    /// <summary>1,000,000 hours, in units of 100 ns. No recording is that long: a header that tells more is damaged.</summary>
    public const long Most = 1_000_000 * TimeSpan.TicksPerHour;

    /// <summary>The time that <paramref name="count"/> units take of <paramref name="numerator"/> / <paramref name="denominator"/> seconds each.</summary>
    /// <returns>The time, rounded to 100 ns; null for a unit that is no time, and for a time of 0 or above 1,000,000 hours.</returns>
    public static TimeSpan? TimeOf(long count, long numerator, long denominator)
    {
        if (count <= 0 || numerator <= 0 || denominator <= 0)
        {
            return null;
        }

        Int128 ticks = (((Int128)count * numerator * TimeSpan.TicksPerSecond) + (denominator / 2)) / denominator;
        return ticks > 0 && ticks <= Most ? new TimeSpan((long)ticks) : null;
    }

    /// <summary>The longer of two times, either of which may be unknown.</summary>
    public static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;

    /// <summary>A share of a time: what plays of a file of which only so many bytes are there.</summary>
    public static TimeSpan? Share(TimeSpan? time, long part, long whole) =>
        time is { } all && part < whole ? new TimeSpan((long)((Int128)all.Ticks * part / whole)) : time;
}
