using MediaTokens.Catalog;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Puts the prices of a file in place of those of the catalog.</summary>
internal static class PriceCatalog
{
    /// <summary>The catalog with the prices of a file.</summary>
    /// <exception cref="MediaException">InvalidCatalog.</exception>
    public static ModelCatalog Apply(ModelCatalog catalog, string path) =>
        catalog.WithPrices([.. ModelCatalog.Load(path, catalog.AsOf).Models.SelectMany(row => row.Prices).Where(price => price.CatalogPath == path)]);
}
