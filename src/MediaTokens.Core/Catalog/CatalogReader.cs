using System.Text.Json;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Catalog;

/// <summary>Reads a catalog's JSON; every field is checked, and a bad one is an error that names the row and the field.</summary>
internal static class CatalogReader
{
    private const int SchemaVersion = 1;

    /// <summary>Reads the rows of a catalog on top of those of another.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="catalog">The file's path, for messages; null for the catalog that ships.</param>
    /// <param name="families">The families so far; those of the catalog are added or replaced.</param>
    /// <param name="models">The models so far; those of the catalog are added or replaced.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>.</exception>
    public static void Read(ReadOnlyMemory<byte> utf8, string? catalog, Dictionary<string, ModelFamily> families, Dictionary<string, ModelRow> models)
    {
        string name = catalog ?? "models.json";
        using JsonDocument document = Parse(utf8, name);
        CatalogElement root = new(document.RootElement, name, "the catalog");
        root.Integer("schemaVersion", SchemaVersion, SchemaVersion);
        root.Date("date");
        CatalogElement? familyRows = root.OptionalObject("families");
        IEnumerable<CatalogElement> modelRows = root.Rows("models", NameRow);
        root.RefuseUnknownFields();
        foreach (string family in familyRows?.Names ?? [])
        {
            families[family] = ReadFamily(familyRows!.Object(family, $"family '{family}'"), family);
        }

        // A replaced family holds for the models that were there before, too.
        foreach ((string id, ModelRow row) in models.ToArray())
        {
            ModelFamily family = families[row.Family.Name];
            bool inherits = row.Provenance == row.Family.Provenance;
            models[id] = row with { Family = family, Provenance = inherits ? family.Provenance : row.Provenance };
        }

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (CatalogElement element in modelRows)
        {
            ModelRow row = ReadModel(element, families, catalog);
            if (!seen.Add(row.Id))
            {
                throw element.Error("id", $"'{row.Id}' is there twice");
            }

            models[row.Id] = row;
        }
    }

    public static MediaException Error(string catalog, string problem, Exception? cause = null) => new(
        MediaErrorId.InvalidCatalog,
        $"The catalog '{catalog}' cannot be used. {char.ToUpperInvariant(problem[0])}{problem[1..]}",
        "Mend the row, or leave the catalog out; about_MediaTokens shows the shape.",
        cause);

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string name)
    {
        try
        {
            return JsonDocument.Parse(utf8, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException exception)
        {
            throw Error(name, $"it is not JSON: {exception.Message}", exception);
        }
    }

    private static string NameRow(int index, JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? $"model '{id.GetString()}'"
            : $"model {index + 1}";

    private static ModelFamily ReadFamily(CatalogElement row, string name)
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
            Upload = rule.UsesDetail ? null : RuleReader.ReadUpload(row),
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
        };
        limits.RefuseUnknownFields();
        return read;
    }

    private static Dictionary<MediaType, string> ReadRecommended(CatalogElement? recommended) =>
        recommended?.Names.ToDictionary(name => recommended.ParseEnum<MediaType>(name, name), name => recommended.Enum<PartMediaResolution>(name).ToString()) ?? [];

    private static ModelRow ReadModel(CatalogElement row, Dictionary<string, ModelFamily> families, string? catalog)
    {
        string familyName = row.Text("family");
        if (!families.TryGetValue(familyName, out ModelFamily? family))
        {
            throw row.Error("family", $"names '{familyName}', which is no family of the catalog");
        }

        Provenance inherited = family.Provenance;
        string? source = row.OptionalText("source");
        ModelRow read = new()
        {
            Id = row.Text("id"),
            Aliases = row.TextList("aliases"),
            Family = family,
            Provenance = source is null
                ? inherited
                : new(source, row.OptionalText("sourceUri") ?? inherited.SourceUri, row.Date("date"), inherited.Confidence),
            CatalogPath = catalog,
        };
        row.RefuseUnknownFields();
        return read;
    }
}
