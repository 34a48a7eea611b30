namespace MediaTokens.Catalog;

/// <summary>Reads one price row of a catalog.</summary>
internal static class PriceReader
{
    /// <summary>The most that a million tokens can cost, in USD: above it, somebody took a price for another unit's.</summary>
    public const decimal MostPerMillion = 10_000;

    public static ModelPrice Read(CatalogElement row, string? catalog)
    {
        List<PriceTier> tiers = [ReadTier(row, 0)];
        foreach (CatalogElement tier in row.Rows("tiers", (index, _) => $"{row.Place}, tier {index + 1}"))
        {
            long least = tiers[^1].Above + 1;
            tiers.Add(ReadTier(tier, tier.OptionalLong("above", least, long.MaxValue) ?? throw tier.Error("above", "is missing")));
            tier.RefuseUnknownFields();
        }

        ModelPrice read = new()
        {
            Model = row.Text("model"),
            Platform = row.OptionalText("platform") is null ? ModelPlatform.Vendor : row.Enum<ModelPlatform>("platform"),
            From = row.OptionalDay("from"),
            Until = row.OptionalDay("until"),
            Tiers = tiers,
            Provenance = new(row.Text("source"), row.OptionalText("sourceUri"), row.Date("date"), row.Enum<Confidence>("confidence")),
            Note = row.OptionalText("note"),
            CatalogPath = catalog,
        };
        row.RefuseUnknownFields();
        return read.Until < read.From ? throw row.Error("until", "must not lie before 'from'") : read;
    }

    private static PriceTier ReadTier(CatalogElement tier, long above)
    {
        decimal? Price(string field) => tier.OptionalDecimal(field, 0, MostPerMillion);
        return new(above, Price("input"), Price("cached"), Price("batch"), Price("audio"), Price("cachedAudio"), Price("batchAudio"));
    }
}
