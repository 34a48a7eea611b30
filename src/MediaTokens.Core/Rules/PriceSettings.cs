namespace MediaTokens.Rules;

/// <summary>How tokens become money.</summary>
public sealed record PriceSettings
{
    /// <summary>The currency in which the catalog's prices are.</summary>
    public const string CatalogCurrency = "USD";

    /// <summary>The highest exchange rate: beyond any currency, and far from what a decimal holds.</summary>
    public const decimal MaximumExchangeRate = 1_000_000;

    /// <summary>Which of a model's prices holds.</summary>
    public PriceKind Kind { get; init; }

    /// <summary>The currency of the cost, as its ISO 4217 code.</summary>
    public string Currency { get; init; } = CatalogCurrency;

    /// <summary>Units of <see cref="Currency"/> for one US dollar, above 0 and at most <see cref="MaximumExchangeRate"/>; 1 for US dollars.</summary>
    public decimal ExchangeRate { get; init; } = 1;

    /// <summary>
    /// The tokens of the whole prompt, which decide the price where it depends on them; null to let each item be a prompt of
    /// its own.
    /// </summary>
    public long? PromptTokens { get; init; }
}
