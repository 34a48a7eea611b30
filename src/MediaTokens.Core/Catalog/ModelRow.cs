namespace MediaTokens.Catalog;

/// <summary>One model of the catalog.</summary>
public sealed record ModelRow
{
    /// <summary>The vendor's id without a version date.</summary>
    public required string Id { get; init; }

    /// <summary>Other names under which the vendor offers the same model.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The family whose rule and limits hold.</summary>
    public required ModelFamily Family { get; init; }

    /// <summary>Where it is published that the model belongs to the family.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>The catalog file that the row comes from; null for the one that ships.</summary>
    public string? CatalogPath { get; init; }
}
