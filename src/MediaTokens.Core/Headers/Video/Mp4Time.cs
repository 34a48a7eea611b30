namespace MediaTokens.Headers.Video;

/// <summary>From the ticks of a timescale to a time.</summary>
/// <remarks>All sums are whole numbers of 128 bits, so that no number of 64 bits that a file tells can overflow them.</remarks>
internal static class Mp4Time
{
    /// <summary>A timescale whose times count for nothing, such as 0.</summary>
    public static bool IsScale(uint timescale) => timescale is >= 1 and <= int.MaxValue;

    /// <summary>Units of 100 ns, rounded; the timescale must be one by <see cref="IsScale"/>.</summary>
    public static Int128 Units(Int128 ticks, uint timescale)
    {
        Int128 doubled = (2 * ticks * TimeSpan.TicksPerSecond) + (Int128.Sign(ticks) * timescale);
        return doubled / (2 * (Int128)timescale);
    }

    /// <summary>The time, unless it is none: more than 1,000,000 hours, negative, or of no timescale.</summary>
    public static TimeSpan? Of(Int128 ticks, uint timescale) =>
        IsScale(timescale) ? OfUnits(Units(ticks, timescale)) : null;

    public static TimeSpan? OfUnits(Int128 units) =>
        units >= 0 && units <= MediaClock.Most ? new TimeSpan((long)units) : null;
}
