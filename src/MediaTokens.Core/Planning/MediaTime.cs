using System.Globalization;

namespace MediaTokens.Planning;

/// <summary>Reads times within a video as users write them.</summary>
public static class MediaTime
{
    // No form of two numbers: it is a minute and a half to some and an hour and a half to others.
    private static readonly string[] Formats = [@"h\:m\:s", @"h\:m\:s\.FFFFFFF", @"d\.h\:m\:s", @"d\.h\:m\:s\.FFFFFFF"];

    /// <summary>Reads seconds, with or without an s behind them, or hours, minutes and seconds.</summary>
    /// <param name="text">Such as <c>90</c>, <c>12.5s</c> or <c>0:01:30</c>.</param>
    /// <returns>The time, zero or more; null where the text is none.</returns>
    public static TimeSpan? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        string number = text.EndsWith('s') ? text[..^1] : text;
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal seconds) ? FromSeconds(seconds)
            : TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out TimeSpan time) ? time
            : null;
    }

    /// <summary>The time of so many seconds; null where it is negative or more than a TimeSpan holds.</summary>
    public static TimeSpan? FromSeconds(decimal seconds) =>
        seconds >= 0 && seconds <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerSecond ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;
}
