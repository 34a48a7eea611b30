using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>The fields of a catalog row as texts, so that two rows can be compared field by field, however they are written.</summary>
internal static class RowFields
{
    private static readonly string[] Labels = ["above", "from"];

    /// <summary>Whether two rows say the same.</summary>
    public static bool AreSame(JsonElement left, JsonElement right) => Difference(left, right).Count == 0;

    /// <summary>The fields in which two rows differ, in the order of the later row; null where a row does not have the field.</summary>
    /// <param name="before">The earlier row; null where there is none.</param>
    /// <param name="after">The later row.</param>
    public static List<FieldChange> Difference(JsonElement? before, JsonElement after)
    {
        List<KeyValuePair<string, string>> old = before is JsonElement earlier ? Of(earlier) : [];
        List<KeyValuePair<string, string>> now = Of(after);
        Dictionary<string, string> oldValues = new(old, StringComparer.Ordinal);
        HashSet<string> names = [.. now.Select(field => field.Key)];
        return
        [
            .. now.Where(field => oldValues.GetValueOrDefault(field.Key) != field.Value)
                .Select(field => new FieldChange(field.Key, oldValues.GetValueOrDefault(field.Key), field.Value)),
            .. old.Where(field => !names.Contains(field.Key)).Select(field => new FieldChange(field.Key, field.Value, null)),
        ];
    }

    /// <summary>A field of text; null where the row does not have it.</summary>
    public static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<KeyValuePair<string, string>> Of(JsonElement row)
    {
        List<KeyValuePair<string, string>> fields = [];
        AddObject(row, "", fields);
        return fields;
    }

    private static void Add(string name, JsonElement value, List<KeyValuePair<string, string>> fields)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            AddObject(value, $"{name}.", fields);
        }
        else if (value.ValueKind != JsonValueKind.Array)
        {
            fields.Add(new(name, TextOf(value)));
        }
        else if (value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object))
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                AddItem(name, item, ++index, fields);
            }
        }
        else if (value.GetArrayLength() > 0)
        {
            fields.Add(new(name, string.Join(", ", value.EnumerateArray().Select(TextOf))));
        }
    }

    private static void AddObject(JsonElement row, string prefix, List<KeyValuePair<string, string>> fields, string? label = null)
    {
        foreach (JsonProperty property in row.EnumerateObject().Where(property => property.Name != label))
        {
            Add(prefix + property.Name, property.Value, fields);
        }
    }

    // A tier is known by its size and a profile by its day, so that a new one in front does not change all behind it.
    private static void AddItem(string name, JsonElement item, int index, List<KeyValuePair<string, string>> fields)
    {
        string? label = item.ValueKind == JsonValueKind.Object ? Array.Find(Labels, field => item.TryGetProperty(field, out _)) : null;
        if (label is null)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"), item, fields);
        }
        else
        {
            AddObject(item, $"{name}[{TextOf(item.GetProperty(label))}].", fields, label);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when ExactPrice.TryRead(value.GetRawText(), 0, out decimal number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}

/// <summary>A field in which two rows differ.</summary>
/// <param name="Field">Its name, with those of the objects around it before it.</param>
/// <param name="Before">What the earlier row says; null where it says nothing.</param>
/// <param name="After">What the later row says; null where it says nothing.</param>
internal sealed record FieldChange(string Field, string? Before, string? After);
