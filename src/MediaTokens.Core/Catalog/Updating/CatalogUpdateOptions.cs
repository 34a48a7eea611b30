namespace MediaTokens.Catalog.Updating;

/// <summary>How a catalog is updated.</summary>
public sealed record CatalogUpdateOptions
{
    /// <summary>The file that is updated.</summary>
    public string Target { get; init; } = UpdatedCatalog.Path;

    /// <summary>The day from which prices hold that tell none themselves; the vendors' days, as far as they tell.</summary>
    public DateOnly Today { get; init; } = ModelCatalog.Today;

    /// <summary>Whether a catalog may be taken that is older than the present one.</summary>
    public bool Force { get; init; }
}
