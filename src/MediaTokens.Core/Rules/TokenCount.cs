using MediaTokens.Catalog;

namespace MediaTokens.Rules;

/// <summary>A count with its working.</summary>
public sealed record TokenCount
{
    /// <summary>The size to which the service scales the image, in pixels; null where the vendor does not say.</summary>
    public PixelSize? Scaled { get; init; }

    /// <summary>Columns of tiles, patches or crops.</summary>
    public int Columns { get; init; }

    /// <summary>Rows of tiles, patches or crops.</summary>
    public int Rows { get; init; }

    /// <summary>Tiles, patches, crops or images that are counted.</summary>
    public long Units { get; init; }

    /// <summary>Tokens for each unit; a multiplier such as 1.2 in the patch rule.</summary>
    public decimal TokensPerUnit { get; init; }

    /// <summary>Tokens that come on top of the units.</summary>
    public long BaseTokens { get; init; }

    /// <summary>Tokens on the basis asked for.</summary>
    public required long Tokens { get; init; }

    /// <summary>Tokens by the vendor's documentation.</summary>
    public required long DocumentedTokens { get; init; }

    /// <summary>Tokens as measured on real calls; null where the row has no measurement for this setting.</summary>
    public long? BilledTokens { get; init; }

    /// <summary>The least that this image may cost, in tokens.</summary>
    public required long MinTokens { get; init; }

    /// <summary>The most that this image may cost, in tokens.</summary>
    public required long MaxTokens { get; init; }

    /// <summary>Whether the vendor itself only approximates, or leaves open what decides.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>How sure this count is, where it is less sure than its catalog row; null where the row says it.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>The basis that <see cref="Tokens"/> is on.</summary>
    public CountBasis Basis { get; init; }

    /// <summary>The last step of the working, without the result, for a table's column.</summary>
    public required string Calculation { get; init; }

    /// <summary>One line of working.</summary>
    public required string Explanation { get; init; }
}
