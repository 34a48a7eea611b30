namespace MediaTokens.Rules;

/// <summary>Which of a model's prices holds.</summary>
public enum PriceKind
{
    /// <summary>The price of an ordinary request.</summary>
    Standard,

    /// <summary>The price of input that the vendor has in its cache, read again.</summary>
    Cached,

    /// <summary>The price of a request that the vendor may answer within a day.</summary>
    Batch,
}
