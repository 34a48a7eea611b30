using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>One entry of a price file of another project: of its many fields those are read that are asked for, and checked.</summary>
/// <param name="Json">The entry.</param>
/// <param name="File">The file's path or address, for messages.</param>
/// <param name="Place">The entry and the fields above it, for messages.</param>
internal readonly record struct ForeignEntry(JsonElement Json, string File, string Place)
{
    /// <summary>The same place as an object of its own.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: it is no object.</exception>
    public static ForeignEntry Object(JsonElement json, string file, string place) => json.ValueKind == JsonValueKind.Object
        ? new(json, file, place)
        : throw CatalogReader.Error(file, $"{place} must be an object.");

    public string? Text(string field) =>
        Json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A price, in USD per million tokens; null where the field is not there, or null.</summary>
    /// <param name="field">The field.</param>
    /// <param name="shift">6 where the field tells the price of one token.</param>
    public decimal? Price(string field, int shift) =>
        Json.TryGetProperty(field, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? PriceOf(value, field, shift) : null;

    public decimal PriceOf(JsonElement value, string field, int shift)
    {
        if (value.ValueKind == JsonValueKind.Number && ExactPrice.TryRead(value.GetRawText(), shift, out decimal price) && price is >= 0 and <= PriceReader.MostPerMillion)
        {
            return price;
        }

        string unit = shift == 0 ? "" : " per token";
        throw Error(field, string.Create(CultureInfo.InvariantCulture, $"must be a number from 0 to {PriceReader.MostPerMillion} USD per million tokens, not {value.GetRawText()}{unit}"));
    }

    public MediaException Error(string field, string problem) => CatalogReader.Error(File, $"{Place}: field '{field}' {problem}.");
}
