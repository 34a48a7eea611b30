using static System.FormattableString;

namespace MediaTokens.Requests.Comparing;

/// <summary>Judges one request: by what the vendor tells of the media, by itself, or by the text that others share.</summary>
internal static class UsageJudge
{
    /// <summary>The judgement that needs no other request; null where others may help.</summary>
    public static MediaTokenUsage? AtOnce(ReportedUsage usage)
    {
        if (usage.UncountedItems > 0 || usage.EstimatedTokens <= 0)
        {
            return Unknown(usage, usage.UncountedItems > 0
                ? Invariant($"{usage.UncountedItems} of {usage.Items.Length} items were not counted, as links are not read")
                : "nothing was estimated");
        }

        if (usage.IsByModality)
        {
            return ByModality(usage);
        }

        return usage.PromptTokens is null ? Unknown(usage, "the vendor reported no tokens") : null;
    }

    /// <summary>A request whose text no other has.</summary>
    public static MediaTokenUsage Alone(ReportedUsage usage)
    {
        long remainder = usage.PromptTokens!.Value - usage.EstimatedTokens;
        string working = Invariant($"{usage.PromptTokens} - {usage.EstimatedTokens} = {remainder}");
        return Objection(usage, remainder) is string objection
            ? Wrong(usage, remainder, null, $"{working}: {objection}")
            : Result(usage, UsageVerdict.TextOnly, remainder, $"{working}, which may all be text; one request alone cannot tell");
    }

    /// <summary>Whether a remainder can be text.</summary>
    public static bool CanBeText(ReportedUsage usage) => Objection(usage, usage.PromptTokens!.Value - usage.EstimatedTokens) is null;

    /// <summary>A request among others with the same text.</summary>
    /// <param name="usage">The request.</param>
    /// <param name="solution">The text on which they agree; null where no two do.</param>
    /// <param name="count">How many they are.</param>
    public static MediaTokenUsage Among(ReportedUsage usage, TextSolution? solution, int count)
    {
        if (solution is null)
        {
            return Disagreeing(usage, count);
        }

        long text = solution.Of(usage.Items.Length);
        long difference = usage.PromptTokens!.Value - usage.EstimatedTokens - text;
        string parts = solution.PerItem == 0 ? Invariant($"{text} of text")
            : Invariant($"{solution.Text} of text + {usage.Items.Length} x {solution.PerItem} for each item");
        string others = Invariant($"{solution.Agreeing} of {count} requests");
        if (difference != 0)
        {
            return Wrong(usage, difference, text, Invariant($"{usage.PromptTokens} - {usage.EstimatedTokens} - ({parts}) = {difference}; {others} agree on that text"));
        }

        string working = Invariant($"{usage.PromptTokens} - {usage.EstimatedTokens} = {parts}, as in {others}");
        return solution.IsProven
            ? Result(usage, UsageVerdict.Match, text, working)
            : Result(usage, UsageVerdict.TextOnly, text, $"{working}, whose estimates are the same, so that they cannot tell text from media");
    }

    private static MediaTokenUsage ByModality(ReportedUsage usage)
    {
        long? text = usage.TextTokens ?? usage.PromptTokens - usage.MediaTokens;

        // Where calls are known to be billed otherwise than documented, either is what was to be expected.
        bool isAsBilled = usage.MediaTokens == usage.BilledTokens && usage.BilledTokens != usage.EstimatedTokens;
        string expected = isAsBilled ? Invariant($"{usage.BilledTokens} as calls are billed (documented {usage.EstimatedTokens})") : Invariant($"{usage.EstimatedTokens} estimated");
        long difference = isAsBilled ? 0 : usage.MediaTokens - usage.EstimatedTokens;
        string told = Invariant($"{Modalities(usage)} reported - {expected} = {difference}, besides {text ?? 0} of text");
        UsageVerdict verdict = difference == 0 ? UsageVerdict.Match : usage.IsCountOnly ? UsageVerdict.Unknown : UsageVerdict.Off;
        return Describe(usage) with
        {
            MediaTokens = usage.MediaTokens,
            TextTokens = text,
            Difference = difference,
            Verdict = verdict.ToString(),
            Explanation = verdict == UsageVerdict.Unknown ? $"{told}; countTokens takes no media resolution" : told,
        };
    }

    private static string Modalities(ReportedUsage usage)
    {
        (string Name, long? Tokens)[] told = [("image", usage.ImageTokens), ("video", usage.VideoTokens), ("audio", usage.AudioTokens), ("document", usage.DocumentTokens)];
        string[] parts = [.. told.Where(part => part.Tokens is not null).Select(part => Invariant($"{part.Name} {part.Tokens}"))];
        return parts.Length == 0 ? "no media" : string.Join(" + ", parts);
    }

    private static string? Objection(ReportedUsage usage, long remainder) =>
        remainder < 0 ? "less than the media alone"
        : remainder < TextBound.Least(usage) ? "too little is left for the text"
        : remainder > TextBound.Most(usage) ? Invariant($"more than the text can be, which is {TextBound.Most(usage)} at most")
        : null;

    private static MediaTokenUsage Disagreeing(ReportedUsage usage, long count)
    {
        long remainder = usage.PromptTokens!.Value - usage.EstimatedTokens;
        return Wrong(usage, remainder, null, Invariant($"{usage.PromptTokens} - {usage.EstimatedTokens} = {remainder}; {count} requests with the same text agree on none"));
    }

    // countTokens takes no media resolution, so its count need not be of what was estimated.
    private static MediaTokenUsage Wrong(ReportedUsage usage, long difference, long? text, string explanation) => Describe(usage) with
    {
        MediaTokens = usage.PromptTokens - text,
        TextTokens = text,
        Difference = difference,
        Verdict = (usage.IsCountOnly ? UsageVerdict.Unknown : UsageVerdict.Off).ToString(),
        Explanation = usage.IsCountOnly ? $"{explanation}; countTokens takes no media resolution" : explanation,
    };

    private static MediaTokenUsage Result(ReportedUsage usage, UsageVerdict verdict, long text, string explanation) => Describe(usage) with
    {
        MediaTokens = usage.PromptTokens - text,
        TextTokens = text,
        Difference = 0,
        Verdict = verdict.ToString(),
        Explanation = explanation,
    };

    private static MediaTokenUsage Unknown(ReportedUsage usage, string explanation) => Describe(usage) with
    {
        TextTokens = usage.TextTokens,
        MediaTokens = usage.IsByModality ? usage.MediaTokens : null,
        Verdict = nameof(UsageVerdict.Unknown),
        Explanation = explanation,
    };

    private static MediaTokenUsage Describe(ReportedUsage usage) => new()
    {
        Items = usage.Items,
        Model = usage.Model,
        Vendor = usage.Vendor,
        EstimatedTokens = usage.EstimatedTokens,
        ReportedTokens = usage.PromptTokens ?? (usage.IsByModality ? usage.MediaTokens + usage.TextTokens : null),
        RequestId = usage.RequestId,
    };
}
