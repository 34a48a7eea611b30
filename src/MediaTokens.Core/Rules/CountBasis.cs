namespace MediaTokens.Rules;

/// <summary>Whose figure <c>Tokens</c> is.</summary>
public enum CountBasis
{
    /// <summary>What the vendor's documentation says.</summary>
    Documented,

    /// <summary>What real calls were billed, where the catalog row calls that confirmed; elsewhere the documented figure.</summary>
    Billed,
}
