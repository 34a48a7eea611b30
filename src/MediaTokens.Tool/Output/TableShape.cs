namespace MediaTokens.Tool.Output;

/// <summary>Which columns a table of costs has.</summary>
/// <param name="HasBilled">Whether a model was chosen for which billed figures are known.</param>
/// <param name="HasShortNames">Whether a single folder was given, which then goes without saying.</param>
internal sealed record TableShape(bool HasBilled, bool HasShortNames)
{
    // As wide as a token count mostly is, for later rows than those that fix the widths.
    private const int TokensWidth = 6;

    public IReadOnlyList<Column> Columns =>
    [
        new("File"),
        new("Model"),
        new("Setting"),
        new("Tokens", true, TokensWidth),
        new("Cost", true, Money.AlignedWidth),
        .. HasBilled ? [new("Billed", true, TokensWidth)] : Array.Empty<Column>(),
        new("Working"),
    ];
}
