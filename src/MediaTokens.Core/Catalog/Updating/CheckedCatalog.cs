using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>Reads a catalog row by row: a bad row is reported and left out, together with what needs it.</summary>
internal sealed class CheckedCatalog
{
    private readonly string _name;
    private readonly CatalogTables _tables;
    private readonly Action<MediaException> _onBadRow;
    private readonly HashSet<string> _badFamilies = new(StringComparer.Ordinal);

    private CheckedCatalog(string name, CatalogTables tables, Action<MediaException> onBadRow) =>
        (_name, _tables, _onBadRow) = (name, tables, onBadRow);

    private CatalogRows Rows { get; } = new();

    /// <summary>Reads the rows of a catalog on top of others.</summary>
    /// <param name="root">The catalog, which must outlive the rows.</param>
    /// <param name="name">The file's path or address, for messages.</param>
    /// <param name="tables">The rows so far; the good ones of the catalog are added or replaced.</param>
    /// <param name="onBadRow">Gets what is wrong with a row.</param>
    /// <returns>The good rows.</returns>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: it is no catalog at all.</exception>
    public static CatalogRows Read(JsonElement root, string name, CatalogTables tables, Action<MediaException> onBadRow)
    {
        CheckedCatalog reader = new(name, tables, onBadRow);
        CatalogElement head = new(root, name, "the catalog");
        reader.Rows.Date = CatalogReader.ReadHead(head);
        foreach (string family in head.OptionalObject("families")?.Names ?? [])
        {
            reader.ReadFamily(root.GetProperty("families").GetProperty(family), family);
        }

        CatalogReader.Inherit(tables);
        reader.ReadAll(root, "models", CatalogReader.NameRow, reader.ReadModel);
        reader.ReadAll(root, "prices", CatalogReader.NamePrice, reader.ReadPrice);
        return reader.Rows;
    }

    private void ReadAll(JsonElement root, string field, Func<int, JsonElement, string> place, Action<JsonElement, CatalogElement> read)
    {
        int index = 0;
        foreach (JsonElement json in root.TryGetProperty(field, out JsonElement rows) ? rows.EnumerateArray() : default)
        {
            string at = place(index++, json);
            Try(() => read(json, new(json, _name, at)));
        }
    }

    private void ReadFamily(JsonElement json, string family)
    {
        _badFamilies.Add(family);
        Try(() =>
        {
            _tables.Families[family] = CatalogReader.ReadFamily(new(json, _name, $"family '{family}'"), family);
            Rows.Families.Add(family, json);
            _badFamilies.Remove(family);
        });
    }

    private void ReadModel(JsonElement json, CatalogElement row)
    {
        // A family of that name may be there from before, but it is not what this row was written for.
        string? spoilt = FamiliesOf(json).FirstOrDefault(_badFamilies.Contains);
        if (spoilt is not null)
        {
            throw row.Error("family", $"names '{spoilt}', whose own row is bad");
        }

        ModelEntry entry = CatalogReader.ReadModel(row, _tables.Families, _name);
        if (!Rows.Models.TryAdd(entry.Id, json))
        {
            throw row.Error("id", $"'{entry.Id}' is there twice");
        }

        _tables.Models[entry.Id] = entry;
    }

    private void ReadPrice(JsonElement json, CatalogElement row)
    {
        ModelPrice price = PriceReader.Read(row, _name);
        if (!_tables.Models.ContainsKey(price.Model))
        {
            throw row.Error("model", $"names '{price.Model}', which is no model of the catalog");
        }

        if (!Rows.Prices.TryAdd(PriceKey.Of(price), new(price, json)))
        {
            throw row.Error("from", "is that of another price of the same model and platform");
        }

        _tables.Prices.Add(price);
    }

    private static IEnumerable<string> FamiliesOf(JsonElement model)
    {
        IEnumerable<JsonElement> earlier = model.TryGetProperty("history", out JsonElement history) && history.ValueKind == JsonValueKind.Array
            ? history.EnumerateArray().Where(profile => profile.ValueKind == JsonValueKind.Object)
            : [];
        return earlier.Append(model).Select(profile => RowFields.Text(profile, "family")).OfType<string>();
    }

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (MediaException exception)
        {
            _onBadRow(exception);
        }
    }
}
