using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Catalog;

/// <summary>
/// One JSON object of a catalog, read field by field. It knows its place, so that every error names the row and the
/// field, and which fields were asked for, so that a misspelt one is found.
/// </summary>
internal sealed class CatalogElement
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM"];

    private readonly JsonElement _json;
    private readonly string _catalog;
    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public CatalogElement(JsonElement json, string catalog, string place)
    {
        (_json, _catalog, Place) = (json, catalog, place);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Error("must be an object");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty property in json.EnumerateObject())
        {
            string name = property.Name;
            _names.Add(seen.Add(name) ? name : throw Error(name, "is there twice"));
        }
    }

    /// <summary>The row and the fields above this object, for messages.</summary>
    public string Place { get; }

    public IReadOnlyList<string> Names => _names;

    public string Text(string field) => OptionalText(field) ?? throw Missing(field);

    public string? OptionalText(string field)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return null;
        }

        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return string.IsNullOrWhiteSpace(text) ? throw Error(field, "must be a text that is not empty") : text;
    }

    public string Date(string field)
    {
        string date = Text(field);
        return DateOnly.TryParseExact(date, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? date
            : throw Error(field, $"must be a date as yyyy-MM or yyyy-MM-dd, not '{date}'");
    }

    /// <summary>A day; the first of a month that has none.</summary>
    public DateOnly? OptionalDay(string field)
    {
        if (!TryGet(field, out _))
        {
            return null;
        }

        return DateOnly.ParseExact(Date(field), DateFormats, CultureInfo.InvariantCulture);
    }

    public int Integer(string field, int least, int most) => OptionalInteger(field, least, most) ?? throw Missing(field);

    public int? OptionalInteger(string field, int least, int most) => (int?)OptionalLong(field, least, most);

    public long? OptionalLong(string field, long least, long most)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= least && number <= most
            ? number
            : throw Error(field, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}, not {value}"));
    }

    public decimal Decimal(string field, decimal least, decimal most) => OptionalDecimal(field, least, most) ?? throw Missing(field);

    public decimal? OptionalDecimal(string field, decimal least, decimal most)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && number >= least && number <= most
            ? number
            : throw Error(field, string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}, not {value}"));
    }

    public bool Boolean(string field) => OptionalBoolean(field) ?? throw Missing(field);

    public bool? OptionalBoolean(string field) => !TryGet(field, out JsonElement value) ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Error(field, $"must be true or false, not {value}");

    public T Enum<T>(string field)
        where T : struct, Enum => ParseEnum<T>(field, Text(field));

    /// <summary>A value of a closed set, as the name of a field or as the text in one.</summary>
    public T ParseEnum<T>(string field, string text)
        where T : struct, Enum => System.Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)
        ? System.Enum.Parse<T>(text)
        : throw Error(field, $"must be one of {string.Join(", ", System.Enum.GetNames<T>())}, not '{text}'");

    public IReadOnlyList<T> EnumList<T>(string field)
        where T : struct, Enum
    {
        IReadOnlyList<string> texts = TextList(field);
        return texts.Count > 0 ? [.. texts.Select(text => ParseEnum<T>(field, text))] : throw Missing(field);
    }

    public IReadOnlyList<string> TextList(string field)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return [];
        }

        bool isTexts = value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString()));
        return isTexts ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : throw Error(field, "must be a list of texts");
    }

    public CatalogElement Object(string field, string? place = null) =>
        TryGet(field, out JsonElement value) ? new(value, _catalog, place ?? $"{Place}, field '{field}'") : throw Missing(field);

    public CatalogElement? OptionalObject(string field)
    {
        _known.Add(field);
        return _json.TryGetProperty(field, out _) ? Object(field) : null;
    }

    public IEnumerable<CatalogElement> Rows(string field, Func<int, JsonElement, string> name) => LazyRows(field, name).Select(row => row());

    /// <summary>The rows of a list, each of which may turn out to be none when it is asked for.</summary>
    public IReadOnlyList<Func<CatalogElement>> LazyRows(string field, Func<int, JsonElement, string> name)
    {
        if (!TryGet(field, out JsonElement value))
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select((item, index) => (Func<CatalogElement>)(() => new(item, _catalog, name(index, item))))]
            : throw Error(field, "must be a list");
    }

    /// <summary>Throws when the object has a field that nobody asked for.</summary>
    public void RefuseUnknownFields()
    {
        if (Names.FirstOrDefault(name => !_known.Contains(name)) is string unknown)
        {
            throw Error(unknown, $"is not known here; the fields are {string.Join(", ", _known)}");
        }
    }

    public MediaException Error(string field, string problem) => Error($"field '{field}' {problem}");

    private MediaException Missing(string field) => Error(field, "is missing");

    private MediaException Error(string problem) => CatalogReader.Error(_catalog, $"{Place}: {problem}.");

    private bool TryGet(string field, out JsonElement value)
    {
        _known.Add(field);
        return _json.TryGetProperty(field, out value);
    }
}
