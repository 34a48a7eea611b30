using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>
/// JSON Schema, draft 2020-12, as far as the catalog's schema uses it. No validator that is free of fees can be restored
/// everywhere; a keyword that is not here is an error, so that nothing is passed over.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "then", "else"];

    /// <summary>The first thing that is wrong with a value, with its place; null where nothing is.</summary>
    public string? FirstError(JsonElement value) => Errors(root, value, "#").FirstOrDefault();

    private IEnumerable<string> Errors(JsonElement schema, JsonElement value, string place)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.GetBoolean() ? [] : [$"{place} must not be there"];
        }

        return schema.EnumerateObject().Where(keyword => !Annotations.Contains(keyword.Name)).SelectMany(keyword => Apply(schema, keyword, value, place));
    }

    private IEnumerable<string> Apply(JsonElement schema, JsonProperty keyword, JsonElement value, string place)
    {
        JsonElement rule = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Errors(Definition(rule.GetString()!), value, place),
            "allOf" => rule.EnumerateArray().SelectMany(each => Errors(each, value, place)),
            "not" => Says(Errors(rule, value, place).Any(), place, "must not be so"),
            "if" => Branch(schema, Errors(rule, value, place).Any() ? "else" : "then", value, place),
            "type" => Says(IsOfType(value, rule.GetString()!), place, $"must be of type {rule}"),
            "enum" => Says(rule.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)), place, "must be one of the values"),
            "const" => Says(JsonElement.DeepEquals(rule, value), place, $"must be {rule}"),
            "pattern" => Says(value.ValueKind != JsonValueKind.String || Matches(value.GetString()!, rule.GetString()!), place, $"must match {rule}"),
            "minimum" => Says(value.ValueKind != JsonValueKind.Number || Number(value) >= Number(rule), place, $"must be at least {rule}"),
            "maximum" => Says(value.ValueKind != JsonValueKind.Number || Number(value) <= Number(rule), place, $"must be at most {rule}"),
            "minItems" => Says(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(), place, "has too few items"),
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, index) => Errors(rule, item, $"{place}/{index}")),
            _ => value.ValueKind == JsonValueKind.Object ? OfObject(schema, keyword, value, place) : [],
        };
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonProperty keyword, JsonElement value, string place)
    {
        JsonElement rule = keyword.Value;
        return keyword.Name switch
        {
            "required" => rule.EnumerateArray().SelectMany(name => Says(value.TryGetProperty(name.GetString()!, out _), $"{place}/{name}", "is missing")),
            "properties" => value.EnumerateObject().SelectMany(field => rule.TryGetProperty(field.Name, out JsonElement known) ? Errors(known, field.Value, $"{place}/{field.Name}") : []),
            "additionalProperties" => value.EnumerateObject()
                .Where(field => !(schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(field.Name, out _)))
                .SelectMany(field => Errors(rule, field.Value, $"{place}/{field.Name}")),
            "propertyNames" => value.EnumerateObject().SelectMany(field => Errors(rule, JsonSerializer.SerializeToElement(field.Name), $"{place}/{field.Name}")),
            "dependentRequired" => rule.EnumerateObject().Where(field => value.TryGetProperty(field.Name, out _)).SelectMany(field =>
                field.Value.EnumerateArray().SelectMany(name => Says(value.TryGetProperty(name.GetString()!, out _), $"{place}/{name}", $"goes with {field.Name}"))),
            "minProperties" => Says(value.EnumerateObject().Count() >= rule.GetInt32(), place, "has too few fields"),
            "maxProperties" => Says(value.EnumerateObject().Count() <= rule.GetInt32(), place, "has too many fields"),
            _ => throw new NotSupportedException(keyword.Name),
        };
    }

    private IEnumerable<string> Branch(JsonElement schema, string name, JsonElement value, string place) =>
        schema.TryGetProperty(name, out JsonElement branch) ? Errors(branch, value, place) : [];

    private JsonElement Definition(string reference) => root.GetProperty("$defs").GetProperty(reference["#/$defs/".Length..]);

    private static IEnumerable<string> Says(bool holds, string place, string problem) => holds ? [] : [$"{place} {problem}"];

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && Number(value) % 1 == 0,
        _ => throw new NotSupportedException(type),
    };

    // A number beyond a decimal is beyond every bound of the schema.
    private static decimal Number(JsonElement value) => value.TryGetDecimal(out decimal number) ? number : decimal.MaxValue;

    // The patterns are those of JavaScript, whose $ is the very end.
    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant);
}
