using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Catalog.Updating;
using MediaTokens.Errors;

namespace MediaTokens.Commands;

/// <summary>What the cmdlets that read the catalog have in common.</summary>
internal static class CatalogReading
{
    /// <summary>The catalog, with the file at <paramref name="path"/> on top; a bad one ends the command, since nothing could be counted.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="path">The file; null for the one that the environment names, if any.</param>
    /// <param name="asOf">The day whose values hold; null for today.</param>
    public static ModelCatalog LoadCatalog(this PSCmdlet cmdlet, string? path, DateTime? asOf = null)
    {
        try
        {
            return ModelCatalog.Load(
                path is null ? null : cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path),
                asOf is DateTime day ? DateOnly.FromDateTime(day) : null);
        }
        catch (MediaException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.Create(exception, path ?? Environment.GetEnvironmentVariable(ModelCatalog.EnvironmentVariable)));
            throw;
        }
    }

    /// <summary>The catalog with the prices of a file in place of its own; a bad price is left out with an error.</summary>
    public static ModelCatalog AddPrices(this PSCmdlet cmdlet, ModelCatalog catalog, string path)
    {
        string file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
        try
        {
            PriceFileContent content = PriceFile.Read(
                file, catalog, ModelCatalog.Today, undatedFrom: null, exception => cmdlet.WriteError(ErrorRecords.Create(exception, file)));
            return catalog.WithPrices(content.Prices);
        }
        catch (MediaException exception)
        {
            cmdlet.ThrowTerminatingError(ErrorRecords.Create(exception, file));
            throw;
        }
    }

    /// <summary>The test for an id when a name is a PowerShell wildcard pattern, otherwise null; a pattern that is none is a name.</summary>
    public static Func<string, bool>? ToPattern(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return null;
        }

        WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
        try
        {
            // A pattern is looked at when it is first used.
            _ = pattern.IsMatch("");
            return pattern.IsMatch;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
