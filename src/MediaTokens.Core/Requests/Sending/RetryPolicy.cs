namespace MediaTokens.Requests.Sending;

/// <summary>How often to send again, and how long to wait before.</summary>
/// <param name="maximumRetryCount">How often, at most.</param>
/// <param name="random">Numbers from 0 to below 1, which spread clients that were refused at once.</param>
internal sealed class RetryPolicy(int maximumRetryCount, Func<double> random)
{
    /// <summary>The longest that is waited because a server asks for it.</summary>
    public static readonly TimeSpan LongestDemand = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // 1 s doubled this often is beyond the longest wait.
    private const int MostDoublings = 6;

    /// <summary>Whether a status is one that another attempt may mend.</summary>
    public static bool MayMend(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>Whether to send again after that many attempts.</summary>
    /// <param name="attempts">The attempts so far.</param>
    /// <param name="demand">How long the server asks to wait; null where it does not.</param>
    public bool Allows(int attempts, TimeSpan? demand) => attempts <= maximumRetryCount && !IsTooLong(demand);

    /// <summary>Whether a server asks to wait too long.</summary>
    public static bool IsTooLong(TimeSpan? demand) => demand > LongestDemand;

    /// <summary>
    /// How long to wait: what the server asks, and up to a tenth more; otherwise 1 s, 2 s, 4 s and so on up to 60 s, of which
    /// up to a half is left out.
    /// </summary>
    /// <param name="attempts">The attempts so far, 1 or more.</param>
    /// <param name="demand">How long the server asks to wait; null where it does not.</param>
    public TimeSpan WaitAfter(int attempts, TimeSpan? demand)
    {
        if (demand is TimeSpan asked)
        {
            return asked * (1 + (random() / 10));
        }

        TimeSpan full = FirstWait * (1 << Math.Min(attempts - 1, MostDoublings));
        return (full < LongestWait ? full : LongestWait) * (1 - (random() / 2));
    }
}
