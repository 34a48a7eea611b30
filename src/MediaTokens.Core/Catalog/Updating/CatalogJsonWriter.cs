using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>Writes rows as a catalog file.</summary>
internal static class CatalogJsonWriter
{
    // Nothing of it goes into a web page, and what it says is to be read.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole file.</summary>
    public static MemoryStream Write(CatalogRows rows)
    {
        MemoryStream file = new();
        using (Utf8JsonWriter json = new(file, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", CatalogReader.SchemaVersion);
            json.WriteString("date", rows.Date);
            json.WriteStartObject("families");
            foreach ((string name, JsonElement family) in rows.Families)
            {
                json.WritePropertyName(name);
                family.WriteTo(json);
            }

            json.WriteEndObject();
            WriteList(json, "models", rows.Models.Values);
            WriteList(json, "prices", rows.Prices.Values.Select(price => price.Json));
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
        return file;
    }

    /// <summary>A price as a row of a catalog file.</summary>
    public static JsonElement RowOf(ModelPrice price)
    {
        using MemoryStream row = new();
        using (Utf8JsonWriter json = new(row, Options))
        {
            json.WriteStartObject();
            json.WriteString("model", price.Model);
            WriteText(json, "platform", price.Platform == ModelPlatform.Vendor ? null : price.Platform.ToString());
            WriteText(json, "from", price.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            WriteText(json, "until", price.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            WritePrices(json, price.Tiers[0]);
            if (price.Tiers.Count > 1)
            {
                WriteTiers(json, price.Tiers.Skip(1));
            }

            json.WriteString("source", price.Provenance.Source);
            WriteText(json, "sourceUri", price.Provenance.SourceUri);
            json.WriteString("date", price.Provenance.Date);
            json.WriteString("confidence", price.Provenance.Confidence.ToString());
            WriteText(json, "note", price.Note);
            json.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(row.ToArray());
        return document.RootElement.Clone();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<JsonElement> rows)
    {
        json.WriteStartArray(name);
        foreach (JsonElement row in rows)
        {
            row.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static void WriteTiers(Utf8JsonWriter json, IEnumerable<PriceTier> tiers)
    {
        json.WriteStartArray("tiers");
        foreach (PriceTier tier in tiers)
        {
            json.WriteStartObject();
            json.WriteNumber("above", tier.Above);
            WritePrices(json, tier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePrices(Utf8JsonWriter json, PriceTier tier)
    {
        WriteNumber(json, "input", tier.Input);
        WriteNumber(json, "cached", tier.Cached);
        WriteNumber(json, "batch", tier.Batch);
        WriteNumber(json, "audio", tier.Audio);
        WriteNumber(json, "cachedAudio", tier.CachedAudio);
        WriteNumber(json, "batchAudio", tier.BatchAudio);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is decimal value)
        {
            json.WriteNumber(name, value);
        }
    }
}
