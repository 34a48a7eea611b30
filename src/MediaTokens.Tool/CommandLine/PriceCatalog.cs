using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Puts the prices of a file in place of those of the catalog.</summary>
internal static class PriceCatalog
{
    /// <summary>The catalog with the prices of a file: a catalog of ours, or a price list of LiteLLM or genai-prices.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="path">The file.</param>
    /// <param name="errors">Gets what is wrong with a price, which is then left out, and a warning where there is none at all.</param>
    /// <exception cref="MediaException">InvalidCatalog.</exception>
    public static ModelCatalog Apply(ModelCatalog catalog, string path, ErrorOutput errors)
    {
        // Prices of which the file tells no day hold on any: whoever names the file wants them.
        PriceFileContent content = PriceFile.Read(path, catalog, ModelCatalog.Today, undatedFrom: null, exception => errors.Write(path, exception));
        if (content.Prices.Count == 0)
        {
            errors.Warn(path, "It tells no price of a model of the catalog.");
        }

        return catalog.WithPrices(content.Prices);
    }
}
