using MediaTokens.Catalog;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Loads the catalog that a command line asks for.</summary>
internal static class Catalogs
{
    /// <summary>Loads the catalog, or writes why it cannot be used.</summary>
    public static bool TryLoad(CatalogRequest request, ErrorOutput errors, out ModelCatalog catalog)
    {
        string subject = request.Path ?? Environment.GetEnvironmentVariable(ModelCatalog.EnvironmentVariable) ?? "catalog";
        try
        {
            catalog = ModelCatalog.Load(request.Path, request.AsOf);
            if (request.PricePath is string prices)
            {
                subject = prices;
                catalog = PriceCatalog.Apply(catalog, prices, errors);
            }

            return true;
        }
        catch (MediaException exception)
        {
            errors.Write(subject, exception);
            catalog = ModelCatalog.Default;
            return false;
        }
    }
}
