using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Errors;

namespace MediaTokens.Commands;

/// <summary>What the cmdlets that read the catalog have in common.</summary>
internal static class CatalogReading
{
    /// <summary>The catalog, with the file at <paramref name="path"/> on top; a bad one ends the command, since nothing could be counted.</summary>
    public static ModelCatalog LoadCatalog(this PSCmdlet cmdlet, string? path)
    {
        try
        {
            return ModelCatalog.Load(path is null ? null : cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        }
        catch (MediaException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.Create(exception, path ?? Environment.GetEnvironmentVariable(ModelCatalog.EnvironmentVariable)));
            throw;
        }
    }

    /// <summary>The test for an id when a name is a PowerShell wildcard pattern, otherwise null.</summary>
    public static Func<string, bool>? ToPattern(string name) => WildcardPattern.ContainsWildcardCharacters(name)
        ? new WildcardPattern(name, WildcardOptions.IgnoreCase).IsMatch
        : null;
}
