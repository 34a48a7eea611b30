using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using MediaTokens.Catalog;

namespace MediaTokens.Completion;

/// <summary>Completes model names from the catalog, the user's own rows among them.</summary>
public sealed class ModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? "").Trim('\'', '"');
        WildcardPattern pattern = new(typed + "*", WildcardOptions.IgnoreCase);
        return Load(fakeBoundParameters?["CatalogPath"] as string).Models
            .Where(row => pattern.IsMatch(row.Id))
            .Select(row => new CompletionResult(row.Id, row.Id, CompletionResultType.ParameterValue, $"{row.Family.Vendor}: {row.Family.Rule.Describe()}"));
    }

    private static ModelCatalog Load(string? path)
    {
        try
        {
            return ModelCatalog.Load(path is null ? null : Resolve(path));
        }
        catch (MediaException)
        {
            // Completion has nowhere to report a bad catalog; the command itself will.
            return ModelCatalog.Default;
        }
    }

    // A completer has no session of its own to ask. What cannot be resolved stays as it is, and loading it fails.
    private static string Resolve(string path)
    {
        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddCommand("Convert-Path").AddParameter("LiteralPath", path).AddParameter("ErrorAction", ActionPreference.Ignore)
            .Invoke<string>().FirstOrDefault() ?? path;
    }
}
