namespace MediaTokens;

/// <summary>One field of one row that a newer catalog says otherwise than the present one.</summary>
public sealed record MediaTokenCatalogChange
{
    /// <summary>What the row is of: Family, Model or Price.</summary>
    public required string Kind { get; init; }

    /// <summary>The family's name, or the model's id.</summary>
    public required string Name { get; init; }

    /// <summary>Where the price holds; null for a family and a model.</summary>
    public string? Platform { get; init; }

    /// <summary>Added where the present catalog tells nothing, Removed where the newer one tells nothing, otherwise Changed.</summary>
    public required string Change { get; init; }

    /// <summary>The field, as the catalog file names it: input, constants, aliases, limits.maximumBytes.</summary>
    public required string Field { get; init; }

    /// <summary>What the present catalog tells; prices in USD per million tokens. Null where it tells nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What the newer catalog tells. Null where it tells nothing.</summary>
    public string? After { get; init; }

    /// <summary>The first day for which the row holds, as yyyy-MM-dd or yyyy-MM; null where it always held.</summary>
    public string? From { get; init; }

    /// <summary>Where the row comes from; null for a model that has the source of its family.</summary>
    public string? Source { get; init; }
}
