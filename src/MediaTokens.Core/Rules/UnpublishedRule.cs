namespace MediaTokens.Rules;

/// <summary>The rule of a model that takes images, and whose count nobody published: every count fails, and says what is missing.</summary>
public sealed record UnpublishedRule : TokenRule
{
    /// <summary>What is missing, as the end of a sentence.</summary>
    public required string Missing { get; init; }

    /// <inheritdoc/>
    public override string Name => "Unpublished";

    /// <inheritdoc/>
    public override string BilledBy => "a rule that is not published";

    /// <inheritdoc/>
    public override string Describe() => $"not published: {Missing}";

    /// <inheritdoc/>
    /// <exception cref="MediaException"><see cref="MediaErrorId.RuleNotPublished"/>, always.</exception>
    public override ImageCounter Bind(string model, CostSettings settings) => throw new MediaException(
        MediaErrorId.RuleNotPublished,
        $"How {model} counts images is not published: {Missing}.",
        "Choose another model, or add the rule with a catalog file where you know it; Get-MediaTokenModel shows what is known of each.");
}
