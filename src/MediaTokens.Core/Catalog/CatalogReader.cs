using System.Text.Json;
using MediaTokens.Catalog.Updating;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Catalog;

/// <summary>Reads a catalog's JSON; every field is checked, and a bad one is an error that names the row and the field.</summary>
internal static class CatalogReader
{
    // Version 1 knew no prices and no history; what it says is said in the same way.
    internal const int OldestSchema = 1;
    internal const int SchemaVersion = 2;

    /// <summary>Reads the rows of a catalog on top of those of another.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="catalog">The file's path, for messages; null for the catalog that ships.</param>
    /// <param name="tables">The rows so far; those of the catalog are added or replaced.</param>
    /// <param name="notBefore">The date before which a catalog is passed over; null to read any.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>.</exception>
    public static void Read(ReadOnlyMemory<byte> utf8, string? catalog, CatalogTables tables, string? notBefore = null)
    {
        string name = catalog ?? "models.json";
        using JsonDocument document = CatalogText.Parse(utf8, name);
        CatalogElement root = new(document.RootElement, name, "the catalog");
        string date = ReadHead(root);
        if (notBefore is not null && CatalogDate.IsOlder(date, notBefore))
        {
            return;
        }

        tables.Date ??= date;
        CatalogElement? families = root.OptionalObject("families");
        foreach (string family in families?.Names ?? [])
        {
            tables.Families[family] = ReadFamily(families!.Object(family, $"family '{family}'"), family);
        }

        Inherit(tables);
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (CatalogElement element in root.Rows("models", NameRow))
        {
            AddModel(element, tables, catalog, seen);
        }

        tables.Prices.AddRange(root.Rows("prices", NamePrice).Select(element => PriceReader.Read(element, catalog)));
    }

    /// <summary>Checks that a catalog is one, before its rows are read.</summary>
    /// <returns>Its date.</returns>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>.</exception>
    public static string ReadHead(CatalogElement root)
    {
        root.OptionalText("$schema");
        root.Integer("schemaVersion", OldestSchema, SchemaVersion);
        string date = root.Date("date");
        root.OptionalObject("families");
        root.LazyRows("models", NameRow);
        root.LazyRows("prices", NamePrice);
        root.RefuseUnknownFields();
        return date;
    }

    public static MediaException Error(string catalog, string problem, Exception? cause = null) => new(
        MediaErrorId.InvalidCatalog,
        $"The catalog '{catalog}': {problem}",
        catalog == UpdatedCatalog.Path
            ? "Take a catalog that is sound with Update-MediaTokenCatalog, which keeps the sound rows of this one, or delete the file."
            : "Mend the row, or leave the catalog out; about_MediaTokens shows the shape.",
        cause);

    /// <summary>A replaced family holds for the models that were there before, too.</summary>
    internal static void Inherit(CatalogTables tables)
    {
        foreach ((string id, ModelEntry entry) in tables.Models.ToArray())
        {
            tables.Models[id] = entry with
            {
                History = [.. entry.History.Select(profile => profile with
                {
                    Family = tables.Families[profile.Family.Name],
                    Provenance = profile.Provenance == profile.Family.Provenance ? tables.Families[profile.Family.Name].Provenance : profile.Provenance,
                })],
            };
        }
    }

    private static void AddModel(CatalogElement element, CatalogTables tables, string? catalog, HashSet<string> seen)
    {
        ModelEntry entry = ReadModel(element, tables.Families, catalog);
        tables.Models[entry.Id] = seen.Add(entry.Id) ? entry : throw element.Error("id", $"'{entry.Id}' is there twice");
    }

    internal static string NameRow(int index, JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? $"model '{id.GetString()}'"
            : $"model {index + 1}";

    internal static string NamePrice(int index, JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("model", out JsonElement model) && model.ValueKind == JsonValueKind.String
            ? $"price {index + 1}, of '{model.GetString()}'"
            : $"price {index + 1}";

    internal static ModelFamily ReadFamily(CatalogElement row, string name)
    {
        string vendor = row.Text("vendor");
        TokenRule rule = RuleReader.Read(row);
        ModelFamily family = new()
        {
            Name = name,
            Vendor = vendor,
            Rule = rule,
            Media = row.EnumList<MediaType>("media"),
            Formats = row.EnumList<MediaFormat>("formats"),
            Limits = ReadLimits(row.OptionalObject("limits")),
            Recommended = ReadRecommended(row.OptionalObject("recommended")),
            RecommendedUpload = row.OptionalText("recommendedUpload"),
            Uncounted = ReadUncounted(row.OptionalObject("uncounted")),
            Upload = rule.UsesResolution ? RuleReader.ReadUpload(row) : null,
            Provenance = new(row.Text("source"), row.OptionalText("sourceUri"), row.Date("date"), row.Enum<Confidence>("confidence")),
            Note = row.OptionalText("note"),
        };
        row.RefuseUnknownFields();
        return family;
    }

    private static MediaLimits ReadLimits(CatalogElement? limits)
    {
        if (limits is null)
        {
            return new();
        }

        MediaLimits read = new()
        {
            MaximumBytes = limits.OptionalLong("maximumBytes", 1, long.MaxValue),
            Animated = limits.OptionalBoolean("animated"),
            MaximumPdfBytes = limits.OptionalLong("maximumPdfBytes", 1, long.MaxValue),
            MaximumPdfPages = limits.OptionalInteger("maximumPdfPages", 1, int.MaxValue),
            MaximumVideoBytes = limits.OptionalLong("maximumVideoBytes", 1, long.MaxValue),
            ContextWindow = limits.OptionalLong("contextWindow", 1, long.MaxValue),
            MaximumImages = limits.OptionalInteger("maximumImages", 1, int.MaxValue),
            PlatformBytes = ReadPlatformBytes(limits.OptionalObject("platformBytes")),
        };
        limits.RefuseUnknownFields();
        return read;
    }

    private static Dictionary<ModelPlatform, long> ReadPlatformBytes(CatalogElement? platforms) =>
        platforms?.Names.ToDictionary(name => platforms.ParseEnum<ModelPlatform>(name, name), name => platforms.OptionalLong(name, 1, long.MaxValue)!.Value) ?? [];

    private static Dictionary<MediaType, string> ReadUncounted(CatalogElement? uncounted) =>
        uncounted?.Names.ToDictionary(name => uncounted.ParseEnum<MediaType>(name, name), name => uncounted.Text(name)) ?? [];

    private static Dictionary<MediaType, string> ReadRecommended(CatalogElement? recommended) =>
        recommended?.Names.ToDictionary(name => recommended.ParseEnum<MediaType>(name, name), name => recommended.Enum<PartMediaResolution>(name).ToString()) ?? [];

    internal static ModelEntry ReadModel(CatalogElement row, Dictionary<string, ModelFamily> families, string? catalog)
    {
        string id = row.Text("id");
        IReadOnlyList<string> aliases = row.TextList("aliases");
        ModelShutdown? shutdown = ReadShutdown(row.OptionalObject("shutdown"));
        ModelProfile current = ReadProfile(row, families);
        List<ModelProfile> history = [];
        foreach (CatalogElement element in row.Rows("history", (index, _) => $"{row.Place}, history {index + 1}"))
        {
            history.Add(ReadProfile(element, families));
            element.RefuseUnknownFields();
        }

        row.RefuseUnknownFields();
        history.Add(current);
        bool isInOrder = history.Zip(history.Skip(1)).All(pair => (pair.First.From ?? DateOnly.MinValue) < pair.Second.From);
        return isInOrder ? new(id, aliases, history, catalog, shutdown) : throw row.Error("history", "must have profiles from the oldest to the newest, each from an earlier day than the next, and the row's own last");
    }

    private static ModelShutdown? ReadShutdown(CatalogElement? shutdown)
    {
        if (shutdown is null)
        {
            return null;
        }

        ModelShutdown read = new(shutdown.OptionalDay("date") ?? throw shutdown.Error("date", "is missing"), shutdown.Text("source"));
        shutdown.RefuseUnknownFields();
        return read;
    }

    private static ModelProfile ReadProfile(CatalogElement row, Dictionary<string, ModelFamily> families)
    {
        string familyName = row.Text("family");
        if (!families.TryGetValue(familyName, out ModelFamily? family))
        {
            throw row.Error("family", $"names '{familyName}', which is no family of the catalog");
        }

        Provenance inherited = family.Provenance;
        Provenance provenance = row.OptionalText("source") is string source
            ? new(source, row.OptionalText("sourceUri") ?? inherited.SourceUri, row.Date("date"), inherited.Confidence)
            : inherited;
        return new(family, row.OptionalDay("from"), provenance);
    }
}
