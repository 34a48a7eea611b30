namespace MediaTokens.Tool.CommandLine;

/// <summary>What one run of <c>compare</c> is asked for.</summary>
/// <param name="Count">What is counted, for which models, and how.</param>
/// <param name="Top">How many rows are shown, or models where they are spread; null for all.</param>
/// <param name="IsSpread">Whether the settings of each model are shown together.</param>
internal sealed record CompareRequest(CostRequest Count, int? Top, bool IsSpread)
{
    /// <summary>The rows to show of those that are ranked, in the order in which they are shown.</summary>
    public IReadOnlyList<MediaTokenComparison> Choose(IReadOnlyList<MediaTokenComparison> ranked)
    {
        int most = Top ?? int.MaxValue;
        return IsSpread
            ? [.. ranked.GroupBy(row => row.Model, StringComparer.OrdinalIgnoreCase).Take(most).SelectMany(rows => rows)]
            : [.. ranked.Take(most)];
    }
}
