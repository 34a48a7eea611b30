using MediaTokens.Catalog;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Loads the catalog that a command line asks for.</summary>
internal static class Catalogs
{
    /// <summary>Loads the catalog, or writes why it cannot be used.</summary>
    public static bool TryLoad(string? path, ErrorOutput errors, out ModelCatalog catalog)
    {
        try
        {
            catalog = ModelCatalog.Load(path);
            return true;
        }
        catch (MediaException exception)
        {
            errors.Write(path ?? Environment.GetEnvironmentVariable(ModelCatalog.EnvironmentVariable) ?? "catalog", exception);
            catalog = ModelCatalog.Default;
            return false;
        }
    }
}
