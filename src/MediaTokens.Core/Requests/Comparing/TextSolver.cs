namespace MediaTokens.Requests.Comparing;

/// <summary>
/// Finds the constant text of requests that have the same prompt: remainder = text, or text + items x a small constant,
/// whichever explains the most. Wrong estimates do not move it, as an average or a least-squares line would be moved.
/// </summary>
/// <remarks>
/// What counts is on how many different estimates a text agrees: a file that is sent again leaves the same remainder,
/// right or wrong. A constant for each item is believed only where it explains two more, and where no wrong base of every
/// estimate could look the same.
/// </remarks>
internal static class TextSolver
{
    private const int EvidenceForPerItem = 2;

    /// <summary>The text on which most agree; null where no two do.</summary>
    /// <param name="remainders">Of requests with the same model and text.</param>
    /// <param name="least">The fewest tokens that the text can have.</param>
    public static TextSolution? Solve(IReadOnlyList<Remainder> remainders, long least)
    {
        TextSolution? best = Best(remainders, 0, least);
        int needed = (best?.Estimates ?? 0) + EvidenceForPerItem;
        if (remainders.DistinctBy(remainder => remainder.Items).Skip(1).Any())
        {
            for (int perItem = 1; perItem <= TextBound.MostPerItem; perItem++)
            {
                if (Best(remainders, perItem, least) is { IsProven: true } solution && solution.Estimates >= needed)
                {
                    (best, needed) = (solution, solution.Estimates + 1);
                }
            }
        }

        return best is { Agreeing: >= 2 } ? best : null;
    }

    private static TextSolution? Best(IReadOnlyList<Remainder> remainders, int perItem, long least) => remainders
        .GroupBy(remainder => remainder.Tokens - ((long)perItem * remainder.Items))
        .Where(group => group.Key >= least)
        .Select(group => Describe(group.Key, perItem, [.. group]))
        .OrderByDescending(solution => solution.Estimates)
        .ThenByDescending(solution => solution.Agreeing)
        .ThenBy(solution => solution.Text)
        .FirstOrDefault();

    private static TextSolution Describe(long text, int perItem, Remainder[] agreeing)
    {
        Remainder[] different = [.. agreeing.DistinctBy(remainder => (remainder.Estimated, remainder.Items))];
        int estimates = different.DistinctBy(remainder => remainder.Estimated).Count();
        bool isProven = perItem == 0 ? estimates > 1 : !IsLine(different);
        return new(text, perItem, agreeing.Length, estimates, isProven);
    }

    /// <summary>Whether all estimates are base + items x constant: then that constant may hide what each item takes besides.</summary>
    private static bool IsLine(Remainder[] points)
    {
        Remainder first = points[0];
        Remainder other = Array.Find(points, point => point.Items != first.Items);
        return other.Items == 0 || Array.TrueForAll(points, point =>
            (point.Estimated - first.Estimated) * (other.Items - first.Items) == (other.Estimated - first.Estimated) * (point.Items - first.Items));
    }
}
