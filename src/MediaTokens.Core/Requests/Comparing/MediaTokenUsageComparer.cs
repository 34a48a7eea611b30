namespace MediaTokens.Requests.Comparing;

/// <summary>
/// Holds estimates against what vendors reported. A request whose media the vendor counts apart is judged at once; of the others,
/// those with the same model and text are judged together, since their text takes the same tokens in each.
/// </summary>
public sealed class MediaTokenUsageComparer
{
    private readonly List<ReportedUsage> _waiting = [];

    /// <summary>Takes one request.</summary>
    /// <returns>Its judgement where no other request can change it; null where it will be among <see cref="Results"/>.</returns>
    public MediaTokenUsage? Add(ReportedUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        if (UsageJudge.AtOnce(usage) is MediaTokenUsage result)
        {
            return result;
        }

        // The text may be another one each time, and a count at another media resolution must not decide on the text of bills.
        if (!usage.IsTextKnown || usage.IsCountOnly)
        {
            return UsageJudge.Alone(usage);
        }

        _waiting.Add(usage);
        return null;
    }

    /// <summary>The judgements of all requests that were not judged at once, in the order in which they were added.</summary>
    public IReadOnlyList<MediaTokenUsage> Results()
    {
        var results = new MediaTokenUsage[_waiting.Count];
        foreach (IGrouping<(string, string, string?, string?), int> group in Enumerable.Range(0, results.Length).GroupBy(index => KeyOf(_waiting[index])))
        {
            ReportedUsage[] usages = [.. group.Select(index => _waiting[index])];
            foreach ((int index, MediaTokenUsage result) in group.Zip(Judge(usages)))
            {
                results[index] = result;
            }
        }

        return results;
    }

    private static IEnumerable<MediaTokenUsage> Judge(ReportedUsage[] usages)
    {
        Remainder[] texts = [.. usages.Where(UsageJudge.CanBeText).Select(usage => new Remainder(usage.PromptTokens!.Value - usage.EstimatedTokens, usage.EstimatedTokens, usage.Items.Length))];
        TextSolution? solution = TextSolver.Solve(texts, TextBound.Least(usages[0]));
        return usages.Select(usage => solution is null && (texts.Length < 2 || !UsageJudge.CanBeText(usage))
            ? UsageJudge.Alone(usage)
            : UsageJudge.Among(usage, solution, usages.Length));
    }

    private static (string Vendor, string Model, string? Prompt, string? SystemPrompt) KeyOf(ReportedUsage usage) =>
        (usage.Vendor, usage.Model, usage.Prompt, usage.SystemPrompt);
}
