namespace MediaTokens;

/// <summary>One field of one row that a newer catalog says otherwise than the present one.</summary>
public sealed record MediaTokenCatalogChange
{
    /// <summary>What the row is of: Family, Model or Price.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>The family's name, or the model's id.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Where the price holds; null for a family and a model.</summary>
    public string? Platform { get; internal init; }

    /// <summary>Added where the present catalog tells nothing, Removed where the newer one tells nothing, otherwise Changed.</summary>
    public string Change { get; internal init; } = "";

    /// <summary>The field, as the catalog file names it: input, constants, aliases, limits.maximumBytes.</summary>
    public string Field { get; internal init; } = "";

    /// <summary>What the present catalog tells; prices in USD per million tokens. Null where it tells nothing.</summary>
    public string? Before { get; internal init; }

    /// <summary>What the newer catalog tells. Null where it tells nothing.</summary>
    public string? After { get; internal init; }

    /// <summary>The first day for which the row holds, as yyyy-MM-dd or yyyy-MM; null where it always held.</summary>
    public string? From { get; internal init; }

    /// <summary>Where the row comes from; null for a model that has the source of its family.</summary>
    public string? Source { get; internal init; }
}
