using System.CommandLine;
using MediaTokens.Catalog;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The option that names a catalog file, the same for every command.</summary>
internal static class CatalogOption
{
    public static Option<string?> Create() => new("--catalog")
    {
        Description = $"A catalog file whose rows are added to those that ship, or replace them. [default: the file that {ModelCatalog.EnvironmentVariable} names]",
        HelpName = "FILE",
    };
}
