using System.Globalization;
using System.Net.Http.Headers;

namespace MediaTokens.Requests.Sending;

/// <summary>
/// How long a server asks to wait: <c>retry-after-ms</c> (OpenAI), or Retry-After in seconds or as a date (RFC 9110, 10.2.3).
/// </summary>
internal static class RetryDemand
{
    // The most that a date can be away; what is longer is as good as this.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36500);

    /// <summary>Reads an answer's headers.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="now">The time by our own clock, for an answer that does not tell the server's.</param>
    /// <returns>More than nothing; null where the server does not ask.</returns>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValues("retry-after-ms", out IEnumerable<string>? values)
            && Seconds(values.First()) is TimeSpan thousandfold)
        {
            return thousandfold / 1000;
        }

        if (!headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues texts))
        {
            return null;
        }

        string text = texts.First();
        return Seconds(text) ?? (headers.RetryAfter?.Date is DateTimeOffset date ? Positive(date - (headers.Date ?? now)) : null);
    }

    /// <summary>A number of seconds, also with a fraction; null where it is none, or not above 0.</summary>
    public static TimeSpan? Seconds(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds > 0
            ? Positive(seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest)
            : null;

    private static TimeSpan? Positive(TimeSpan time) => time > TimeSpan.Zero ? time : null;
}
