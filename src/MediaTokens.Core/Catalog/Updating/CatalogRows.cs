using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>The rows of a catalog as they stand in its file, each of which was read without an error.</summary>
internal sealed class CatalogRows
{
    public Dictionary<string, JsonElement> Families { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, JsonElement> Models { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<PriceKey, PriceRow> Prices { get; } = [];

    /// <summary>The day or month that the catalog's head tells.</summary>
    public string Date { get; set; } = "";

    public bool IsEmpty => Families.Count + Models.Count + Prices.Count == 0;

    /// <summary>These rows with those of another on top.</summary>
    public CatalogRows With(CatalogRows later)
    {
        CatalogRows both = new() { Date = CatalogDate.IsOlder(later.Date, Date) ? Date : later.Date };
        foreach (CatalogRows rows in new[] { this, later })
        {
            Copy(rows.Families, both.Families);
            Copy(rows.Models, both.Models);
            Copy(rows.Prices, both.Prices);
        }

        return both;
    }

    /// <summary>These rows without those that another has alike.</summary>
    public CatalogRows Without(CatalogRows other)
    {
        CatalogRows rest = new() { Date = Date };
        Copy(Families.Where(row => !other.Families.TryGetValue(row.Key, out JsonElement same) || !RowFields.AreSame(row.Value, same)), rest.Families);
        Copy(Models.Where(row => !other.Models.TryGetValue(row.Key, out JsonElement same) || !RowFields.AreSame(row.Value, same)), rest.Models);
        Copy(Prices.Where(row => !other.Prices.TryGetValue(row.Key, out PriceRow? same) || !RowFields.AreSame(row.Value.Json, same.Json)), rest.Prices);
        return rest;
    }

    /// <summary>The price row that holds on a day on one platform; null where none is known.</summary>
    public PriceRow? PriceOn(string model, ModelPlatform platform, DateOnly day) => Prices
        .Where(row => row.Key.Platform == platform && row.Key.Model.Equals(model, StringComparison.OrdinalIgnoreCase) && row.Value.Price.HoldsOn(day))
        .OrderBy(row => row.Key.From)
        .LastOrDefault().Value;

    private static void Copy<TKey, TRow>(IEnumerable<KeyValuePair<TKey, TRow>> from, Dictionary<TKey, TRow> to)
        where TKey : notnull
    {
        foreach ((TKey key, TRow row) in from)
        {
            to[key] = row;
        }
    }
}

/// <summary>A price row.</summary>
/// <param name="Price">What it says.</param>
/// <param name="Json">How it stands in its file.</param>
internal sealed record PriceRow(ModelPrice Price, JsonElement Json);
