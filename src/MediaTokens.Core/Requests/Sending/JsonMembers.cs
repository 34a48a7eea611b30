using System.Text.Json;

namespace MediaTokens.Requests.Sending;

/// <summary>Looks into JSON whose shape is not certain: what is missing, or of another kind, is nothing.</summary>
internal static class JsonMembers
{
    /// <summary>A member of an object; undefined where there is none.</summary>
    /// <param name="element">Any value.</param>
    /// <param name="name">
    /// The member's name. Where it is missing, one that differs in case and underscores alone does: protobuf's JSON has
    /// both spellings, and the vendor's Python client saves the other one.
    /// </param>
    public static JsonElement At(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        if (element.TryGetProperty(name, out JsonElement value))
        {
            return value;
        }

        string bare = Bare(name);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (Bare(property.Name).Equals(bare, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return default;
    }

    /// <summary>The first of an array; undefined where there is none.</summary>
    public static JsonElement First(this JsonElement element) => element.Each().FirstOrDefault();

    /// <summary>All of an array; nothing where it is none.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>A member that is a text; null where it is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member that is a count, 0 to 2,147,483,647; null where it is none.</summary>
    public static long? Count(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out long count) && count is >= 0 and <= int.MaxValue ? count : null;

    /// <summary>Whether a member is true.</summary>
    public static bool Is(this JsonElement element, string name) => element.At(name).ValueKind == JsonValueKind.True;

    /// <summary>Whether a member is there, and of a kind.</summary>
    public static bool Has(this JsonElement element, string name, JsonValueKind kind) => element.At(name).ValueKind == kind;

    private static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
