using System.Globalization;
using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>
/// Reads data.json of genai-prices (its data.schema.json): a list of providers, each with models, each with "prices" in USD per
/// million tokens. A price is a number, or { base, tiers: [ { start, price } ] }, where a prompt of more than "start" tokens pays
/// that price for all of it. Prices that changed are a list of { constraint, prices }, of which the last holds whose start_date is past.
/// </summary>
internal static class GenaiPrices
{
    public static void Read(JsonElement root, string file, DateOnly today, DateOnly? undatedFrom, PriceCandidates candidates)
    {
        foreach (JsonElement json in root.EnumerateArray())
        {
            if (json.ValueKind != JsonValueKind.Object || new ForeignEntry(json, file, "").Text("id") is not string id
                || !json.TryGetProperty("models", out JsonElement models) || models.ValueKind != JsonValueKind.Array)
            {
                candidates.PassOver();
                continue;
            }

            string date = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Provenance provenance = new($"genai-prices, data.json, {id}", FirstPage(json), date, Confidence.Implementation);
            foreach (JsonElement model in models.EnumerateArray())
            {
                ReadModel(model, id, new(json, file, $"provider '{id}'"), provenance, undatedFrom, candidates);
            }
        }
    }

    private static void ReadModel(JsonElement json, string provider, ForeignEntry parent, Provenance provenance, DateOnly? undatedFrom, PriceCandidates candidates)
    {
        if (json.ValueKind != JsonValueKind.Object || new ForeignEntry(json, parent.File, "").Text("id") is not string id)
        {
            candidates.PassOver();
        }
        else if (candidates.Target(id, provider) is PriceTarget target)
        {
            ForeignEntry entry = parent with { Json = json, Place = $"{parent.Place}, model '{id}'" };
            candidates.Offer(target, () => ReadPrices(entry, target, provenance, undatedFrom));
        }
    }

    private static List<ModelPrice>? ReadPrices(ForeignEntry entry, PriceTarget target, Provenance provenance, DateOnly? undatedFrom)
    {
        if (!entry.Json.TryGetProperty("prices", out JsonElement json))
        {
            throw entry.Error("prices", "is missing");
        }

        List<ModelPrice> prices = [];
        IEnumerable<(DateOnly?, ForeignEntry)> found = json.ValueKind == JsonValueKind.Array
            ? Conditional(entry, json)
            : [(null, Within(entry, json, "prices"))];
        foreach ((DateOnly? from, ForeignEntry at) in found)
        {
            if (GenaiTiers.Read(at) is IReadOnlyList<PriceTier> tiers)
            {
                prices.RemoveAll(price => price.From == from);
                prices.Add(new()
                {
                    Model = target.Row.Id,
                    Platform = target.Platform,
                    From = from,
                    Tiers = tiers,
                    Provenance = provenance with { Source = $"{provenance.Source}, {target.Key}" },
                    CatalogPath = entry.File,
                });
            }
        }

        bool isDated = prices.Exists(price => price.From is not null);
        return prices.Count == 0 ? null : isDated ? prices : [.. prices.Select(price => price with { From = undatedFrom })];
    }

    /// <summary>The prices of a list with the first day of each; one of hours of the day is left out, since the catalog knows days alone.</summary>
    private static IEnumerable<(DateOnly? From, ForeignEntry Prices)> Conditional(ForeignEntry entry, JsonElement list)
    {
        int index = 0;
        foreach (JsonElement json in list.EnumerateArray())
        {
            ForeignEntry item = Within(entry, json, string.Create(CultureInfo.InvariantCulture, $"prices {++index}"));
            JsonElement prices = json.TryGetProperty("prices", out JsonElement found) ? found : throw item.Error("prices", "is missing");
            if (!json.TryGetProperty("constraint", out JsonElement constraint) || constraint.ValueKind == JsonValueKind.Null)
            {
                yield return (null, Within(item, prices, "prices"));
            }
            else if (Within(item, constraint, "constraint").Json.TryGetProperty("start_date", out JsonElement day))
            {
                bool isDay = DateOnly.TryParseExact(day.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly from);
                yield return (isDay ? from : throw item.Error("start_date", $"must be a date as yyyy-MM-dd, not {day.GetRawText()}"), Within(item, prices, "prices"));
            }
        }
    }

    private static ForeignEntry Within(ForeignEntry entry, JsonElement json, string field) =>
        ForeignEntry.Object(json, entry.File, $"{entry.Place}, {field}");

    private static string? FirstPage(JsonElement provider) =>
        provider.TryGetProperty("pricing_urls", out JsonElement pages) && pages.ValueKind == JsonValueKind.Array && pages.GetArrayLength() > 0
        && pages[0].ValueKind == JsonValueKind.String && pages[0].GetString() is { Length: > 0 } page ? page : null;
}
