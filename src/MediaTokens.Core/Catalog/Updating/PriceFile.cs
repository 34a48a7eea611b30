using System.Text.Json;

namespace MediaTokens.Catalog.Updating;

/// <summary>Reads prices from a catalog of this project, from LiteLLM's JSON, or from that of genai-prices.</summary>
public static class PriceFile
{
    /// <summary>Reads the prices of the catalog's models from a file.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="catalog">The catalog whose models are looked for.</param>
    /// <param name="today">The day on which the file is read: the date of prices that have none of their own.</param>
    /// <param name="undatedFrom">The first day of prices for which the file tells none; null where they always hold.</param>
    /// <param name="onBadRow">Gets what is wrong with a price, which is then left out.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: the file cannot be read, or has none of the three shapes.</exception>
    public static PriceFileContent Read(string path, ModelCatalog catalog, DateOnly today, DateOnly? undatedFrom, Action<MediaException> onBadRow)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(ModelCatalog.ReadFile(path), path, catalog, today, undatedFrom, onBadRow);
    }

    /// <summary>Reads the prices of the catalog's models from the bytes of a file.</summary>
    /// <param name="utf8">The JSON text, with or without a byte order mark.</param>
    /// <param name="name">The file's path or address, for messages.</param>
    /// <param name="catalog">The catalog whose models are looked for.</param>
    /// <param name="today">The day on which the file is read: the date of prices that have none of their own.</param>
    /// <param name="undatedFrom">The first day of prices for which the file tells none; null where they always hold.</param>
    /// <param name="onBadRow">Gets what is wrong with a price, which is then left out.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>: the file has none of the three shapes.</exception>
    public static PriceFileContent Read(
        ReadOnlyMemory<byte> utf8,
        string name,
        ModelCatalog catalog,
        DateOnly today,
        DateOnly? undatedFrom,
        Action<MediaException> onBadRow)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(onBadRow);
        using JsonDocument document = CatalogText.Parse(utf8, name);
        PriceFileShape shape = ShapeOf(document.RootElement, name);
        PriceCandidates candidates = new(catalog, onBadRow);
        switch (shape)
        {
            case PriceFileShape.LiteLLM:
                LiteLLMPrices.Read(document.RootElement, name, today, undatedFrom, candidates);
                break;
            case PriceFileShape.GenaiPrices:
                GenaiPrices.Read(document.RootElement, name, today, undatedFrom, candidates);
                break;
            default:
                return ReadOwn(document.RootElement, name, candidates);
        }

        return new(shape, candidates.Prices, candidates.PassedOver);
    }

    /// <summary>Tells the shapes apart.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidCatalog"/>.</exception>
    internal static PriceFileShape ShapeOf(JsonElement root, string name)
    {
        if (root.ValueKind == JsonValueKind.Object)
        {
            return root.TryGetProperty("schemaVersion", out _) ? PriceFileShape.MediaTokens
                : root.EnumerateObject().Any(entry => Has(entry.Value, "litellm_provider") || Has(entry.Value, LiteLLMPrices.InputField)) ? PriceFileShape.LiteLLM
                : throw NoShape(name);
        }

        bool isProviders = root.ValueKind == JsonValueKind.Array
            && root.EnumerateArray().Any(provider => Has(provider, "id") && Has(provider, "models"));
        return isProviders ? PriceFileShape.GenaiPrices : throw NoShape(name);
    }

    private static PriceFileContent ReadOwn(JsonElement root, string name, PriceCandidates candidates)
    {
        CatalogElement catalog = new(root, name, "the catalog");
        catalog.Integer("schemaVersion", CatalogReader.OldestSchema, CatalogReader.SchemaVersion);
        List<ModelPrice> prices = [];
        foreach (Func<CatalogElement> row in catalog.LazyRows("prices", CatalogReader.NamePrice))
        {
            candidates.Try(() =>
            {
                ModelPrice price = PriceReader.Read(row(), name);
                if (candidates.Find(price.Model) is ModelRow model)
                {
                    prices.Add(price with { Model = model.Id });
                }
            });
        }

        return new(PriceFileShape.MediaTokens, prices, candidates.PassedOver);
    }

    private static bool Has(JsonElement element, string field) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out _);

    private static MediaException NoShape(string name) => CatalogReader.Error(
        name,
        "it has none of the shapes that are known: a catalog of MediaTokens with a schemaVersion, LiteLLM's model_prices_and_context_window.json, or data.json of genai-prices");
}
