namespace MediaTokens.Catalog;

/// <summary>The rows of one or more catalogs, before a day is chosen; those that are read later replace those of the same name.</summary>
internal sealed class CatalogTables
{
    public Dictionary<string, ModelFamily> Families { get; } = [];

    public Dictionary<string, ModelEntry> Models { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<ModelPrice> Prices { get; } = [];

    /// <summary>The date of the catalog that was read first; null before one was.</summary>
    public string? Date { get; set; }

    public CatalogTables Copy()
    {
        CatalogTables copy = new() { Date = Date };
        foreach ((string name, ModelFamily family) in Families)
        {
            copy.Families.Add(name, family);
        }

        foreach ((string id, ModelEntry entry) in Models)
        {
            copy.Models.Add(id, entry);
        }

        copy.Prices.AddRange(Prices);
        return copy;
    }

    /// <summary>The models of which values are known on a day, in the order of the catalog.</summary>
    public IEnumerable<ModelRow> At(DateOnly day)
    {
        ILookup<string, ModelPrice> prices = Prices.ToLookup(price => price.Model, StringComparer.OrdinalIgnoreCase);
        foreach (ModelEntry entry in Models.Values)
        {
            if (entry.History.LastOrDefault(profile => !(profile.From > day)) is ModelProfile profile)
            {
                yield return new()
                {
                    Id = entry.Id,
                    Aliases = entry.Aliases,
                    Profile = profile,
                    History = entry.History,
                    Prices = [.. prices[entry.Id]],
                    AsOf = day,
                    Shutdown = entry.Shutdown,
                    CatalogPath = entry.CatalogPath,
                };
            }
        }
    }
}

/// <summary>One model with all that was ever published of it.</summary>
/// <param name="Id">The vendor's id without a version date.</param>
/// <param name="Aliases">Other names of the same model.</param>
/// <param name="History">Its profiles, from the oldest to the newest.</param>
/// <param name="CatalogPath">The catalog file that the row comes from; null for the one that ships.</param>
/// <param name="Shutdown">When the vendor shuts the model down; null where nothing is announced.</param>
internal sealed record ModelEntry(string Id, IReadOnlyList<string> Aliases, IReadOnlyList<ModelProfile> History, string? CatalogPath, ModelShutdown? Shutdown);
