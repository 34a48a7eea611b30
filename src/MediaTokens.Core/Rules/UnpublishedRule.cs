namespace MediaTokens.Rules;

/// <summary>Stands for a rule that decides what an image costs but whose constants nobody published: every count is an error.</summary>
public sealed record UnpublishedRule : TokenRule
{
    /// <summary>What is missing, as the end of a sentence.</summary>
    public required string Missing { get; init; }

    /// <inheritdoc/>
    public override string Name => "Unpublished";

    /// <inheritdoc/>
    public override string BilledBy => "a rule that is not published";

    /// <inheritdoc/>
    public override string Describe() => $"Not published: {Missing}";

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings) => throw new MediaException(
        MediaErrorId.RuleNotPublished,
        $"How {model} counts images is not published: {Missing}.",
        "Choose another model or another day, or give the constants with a catalog file.");
}
