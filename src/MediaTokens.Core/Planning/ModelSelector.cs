using MediaTokens.Catalog;

namespace MediaTokens.Planning;

/// <summary>Turns the model names and patterns that a user gives into catalog rows.</summary>
public static class ModelSelector
{
    /// <summary>The model that is counted for where none is asked for.</summary>
    public const string DefaultModel = "gpt-4o";

    /// <summary>The rows that the names stand for, in the order of the names, each once.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="names">Ids, aliases, dated ids, or patterns.</param>
    /// <param name="toPattern">Gives the test for an id when a name is a pattern, otherwise null: each shell has its own wildcards.</param>
    /// <param name="onError">Gets a name that fits no row, and the error.</param>
    /// <param name="includeShutDown">Whether a pattern stands for models too that are shut down; where it fits no other, it always does.</param>
    /// <param name="baseModel">The model that the names' deployments run; null where the names are ids.</param>
    public static IReadOnlyList<SelectedModel> Select(
        ModelCatalog catalog,
        IEnumerable<string> names,
        Func<string, Func<string, bool>?> toPattern,
        Action<string, MediaException> onError,
        string? baseModel = null,
        bool includeShutDown = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(toPattern);
        ArgumentNullException.ThrowIfNull(onError);
        Dictionary<string, SelectedModel> selected = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            try
            {
                IEnumerable<SelectedModel> found = baseModel is null && toPattern(name) is Func<string, bool> isMatch
                    ? Match(catalog, name, isMatch, includeShutDown)
                    : [SelectedModel.Resolve(catalog, name, baseModel)];
                foreach (SelectedModel model in found)
                {
                    selected.TryAdd(model.Name, model);
                }
            }
            catch (MediaException exception)
            {
                onError(name, exception);
            }
        }

        return [.. selected.Values];
    }

    private static IEnumerable<SelectedModel> Match(ModelCatalog catalog, string name, Func<string, bool> isMatch, bool includeShutDown)
    {
        IReadOnlyList<ModelRow> rows = catalog.Match(name, isMatch);
        bool includesAll = includeShutDown || rows.All(row => row.IsShutDown);
        return rows.Where(row => includesAll || !row.IsShutDown).Select(row => new SelectedModel(row.Id, row) { IsFromPattern = true });
    }
}
