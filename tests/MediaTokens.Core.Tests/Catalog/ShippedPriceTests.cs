using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The prices that ship: each belongs to a model, holds on a day, and tells where it was read.</summary>
public sealed class ShippedPriceTests
{
    private static readonly IReadOnlyList<ModelPrice> Prices = ReadPrices();

    [Fact]
    public void Every_price_belongs_to_a_row()
    {
        HashSet<string> ids = [.. ModelCatalog.Load(null, DateOnly.MaxValue).Models.Select(row => row.Id)];
        string dead = string.Join(", ", Prices.Select(price => price.Model).Distinct().Where(model => !ids.Contains(model)));
        Assert.Equal("", dead);
    }

    [Fact]
    public void Every_shipped_model_of_OpenAI_and_Google_has_a_price_today()
    {
        IEnumerable<ModelRow> rows = ModelCatalog.Load(null, new(2026, 11, 21)).Models.Where(row => row.Family.Vendor is "OpenAI" or "Google" && row.Family.Rule.Name != "Unpublished");
        Assert.All(rows, row => Assert.True(row.PriceOn(ModelPlatform.Vendor) is not null, row.Id));
    }

    [Fact]
    public void Every_price_tells_its_first_day_and_its_source() => Assert.All(Prices, price =>
    {
        Assert.NotNull(price.From);
        Assert.StartsWith("https://", price.Provenance.SourceUri, StringComparison.Ordinal);
        Assert.Matches(@"^2026-\d\d-\d\d$", price.Provenance.Date);
        Assert.Equal(price.Provenance.Source is "simonw/llm-prices" or "pydantic/genai-prices", price.Provenance.Confidence == Confidence.Implementation);
    });

    [Fact]
    public void No_two_prices_of_a_model_on_a_platform_begin_on_the_same_day() => Assert.All(
        Prices.GroupBy(price => (price.Model, price.Platform, price.From)), group => Assert.Single(group));

    [Fact]
    public void A_cached_or_batch_price_is_never_above_the_ordinary_one() => Assert.All(Prices.SelectMany(price => price.Tiers), tier =>
        Assert.False(tier.Cached > tier.Input || tier.Batch > tier.Input || tier.CachedAudio > tier.Audio || tier.BatchAudio > tier.Audio));

    [Fact]
    public void A_batch_price_is_half_the_ordinary_one() => Assert.All(
        Prices.SelectMany(price => price.Tiers).Where(tier => tier.Batch is not null), tier => Assert.Equal((tier.Input / 2, tier.Audio / 2), (tier.Batch, tier.BatchAudio)));

    [Fact]
    public void A_larger_prompt_is_never_cheaper() => Assert.All(Prices, price => Assert.All(price.Tiers.Zip(price.Tiers.Skip(1)), pair =>
        Assert.False(pair.Second.Input < pair.First.Input || pair.Second.Cached < pair.First.Cached)));

    private static List<ModelPrice> ReadPrices()
    {
        using Stream stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream("prices.json")!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        CatalogTables tables = new();
        CatalogReader.Read(copy.ToArray(), "prices.json", tables);
        return tables.Prices;
    }
}
