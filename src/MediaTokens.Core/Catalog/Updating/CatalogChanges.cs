using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>Finds what a newer catalog's rows change, and keeps of those rows the ones that change anything.</summary>
internal static class CatalogChanges
{
    private const string Constants = "constants";

    // These the columns of a change tell already, so that they are listed where nothing else differs.
    private static readonly string[] Origin = ["from", "source", "sourceUri", "date", "confidence"];

    private static readonly string[] Identity = ["id", "model", "platform"];

    /// <summary>The changes; rows of the newer catalog that change nothing are taken out of it.</summary>
    /// <param name="present">The present catalog.</param>
    /// <param name="newer">The newer rows.</param>
    /// <param name="tables">Both together, as read.</param>
    public static List<MediaTokenCatalogChange> Between(PresentCatalog present, CatalogRows newer, CatalogTables tables)
    {
        List<MediaTokenCatalogChange> changes = [];
        foreach ((string name, JsonElement row) in newer.Families.ToArray())
        {
            JsonElement? before = present.Rows.Families.TryGetValue(name, out JsonElement old) ? old : null;
            List<FieldChange> fields = DescribeConstants(RowFields.Difference(before, row), present.Tables.Families.GetValueOrDefault(name), tables.Families[name]);
            Keep(newer.Families, name, changes, Make("Family", name, null, row, fields));
        }

        foreach ((string id, JsonElement row) in newer.Models.ToArray())
        {
            JsonElement? before = present.Rows.Models.TryGetValue(id, out JsonElement old) ? old : null;
            Keep(newer.Models, id, changes, Make("Model", id, null, row, RowFields.Difference(before, row)));
        }

        foreach ((PriceKey key, PriceRow row) in newer.Prices.ToArray())
        {
            PriceRow? before = present.Rows.Prices.GetValueOrDefault(key) ?? present.Rows.PriceOn(key.Model, key.Platform, key.From ?? DateOnly.MinValue);
            List<FieldChange> fields = RowFields.Difference(before?.Json, row.Json);
            Keep(newer.Prices, key, changes, Make("Price", row.Price.Model, key.Platform.ToString(), row.Json, fields));
        }

        return changes;
    }

    private static void Keep<TKey, TRow>(Dictionary<TKey, TRow> rows, TKey key, List<MediaTokenCatalogChange> changes, MediaTokenCatalogChange[] own)
        where TKey : notnull
    {
        changes.AddRange(own);
        if (own.Length == 0)
        {
            rows.Remove(key);
        }
    }

    private static MediaTokenCatalogChange[] Make(string kind, string name, string? platform, JsonElement row, List<FieldChange> fields)
    {
        fields.RemoveAll(field => Identity.Contains(field.Field, StringComparer.Ordinal));
        FieldChange[] shown = [.. fields.Where(field => !Origin.Contains(field.Field, StringComparer.Ordinal))];
        return [.. (shown.Length > 0 ? shown : [.. fields]).Select(field => new MediaTokenCatalogChange
        {
            Kind = kind,
            Name = name,
            Platform = platform,
            Change = field.Before is null ? "Added" : field.After is null ? "Removed" : "Changed",
            Field = field.Field,
            Before = field.Before,
            After = field.After,
            From = RowFields.Text(row, "from"),
            Source = RowFields.Text(row, "source"),
        })];
    }

    /// <summary>Puts the rule's own line in place of single constants, unless that line leaves out what differs.</summary>
    private static List<FieldChange> DescribeConstants(List<FieldChange> fields, ModelFamily? before, ModelFamily after)
    {
        int first = fields.FindIndex(IsConstant);
        string? earlier = before?.Rule.Describe();
        string now = after.Rule.Describe();
        if (first < 0 || earlier == now)
        {
            return fields;
        }

        fields[first] = new(Constants, earlier, now);
        fields.RemoveAll(IsConstant);
        return fields;
    }

    private static bool IsConstant(FieldChange field) => field.Field.StartsWith($"{Constants}.", StringComparison.Ordinal);
}
