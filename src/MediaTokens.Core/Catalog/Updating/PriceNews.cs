namespace MediaTokens.Catalog.Updating;

/// <summary>
/// What another project's prices say otherwise than the catalog, from today on. Of the past nothing is taken, and what such a
/// file does not tell (as genai-prices tells no price of batches) changes nothing by itself.
/// </summary>
internal static class PriceNews
{
    public static CatalogRows Of(IReadOnlyList<ModelPrice> prices, CatalogRows present, DateOnly today)
    {
        CatalogRows news = new();
        foreach (IGrouping<(string Model, ModelPlatform Platform), ModelPrice> group in prices.GroupBy(price => (price.Model, price.Platform)))
        {
            ModelPrice[] inOrder = [.. group.OrderBy(price => price.From)];
            int current = Array.FindLastIndex(inOrder, price => !(price.From > today));
            foreach (ModelPrice price in inOrder.Skip(Math.Max(current, 0)))
            {
                AddIfNew(price, present, today, news);
            }
        }

        return news;
    }

    private static void AddIfNew(ModelPrice price, CatalogRows present, DateOnly today, CatalogRows news)
    {
        DateOnly day = price.From > today ? price.From.Value : today;
        CatalogRows known = present.With(news);
        PriceRow? before = known.PriceOn(price.Model, price.Platform, day);
        if (before is not null && SaysNothingNew(price.Tiers, before.Price.Tiers))
        {
            return;
        }

        // A price that the catalog has from a later day than the file tells is corrected from today on.
        bool isCorrection = !(price.From > today) && before?.Price.From >= price.From;
        DateOnly from = isCorrection ? today : price.From ?? today;
        ModelPrice dated = price with { From = from };
        news.Prices[PriceKey.Of(dated)] = new(dated, CatalogJsonWriter.RowOf(dated));
    }

    private static bool SaysNothingNew(IReadOnlyList<PriceTier> told, IReadOnlyList<PriceTier> known) =>
        told.Count == known.Count && told.Zip(known).All(pair => SaysNothingNew(pair.First, pair.Second));

    private static bool SaysNothingNew(PriceTier told, PriceTier known) => told.Above == known.Above
        && IsKnown(told.Input, known.Input)
        && IsKnown(told.Cached, known.Cached)
        && IsKnown(told.Batch, known.Batch)
        && IsKnown(told.Audio, known.Audio)
        && IsKnown(told.CachedAudio, known.CachedAudio)
        && IsKnown(told.BatchAudio, known.BatchAudio);

    private static bool IsKnown(decimal? told, decimal? known) => told is null || told == known;
}
