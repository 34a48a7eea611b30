using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>What tokens cost: by the day, the size of the prompt, the kind of price, the platform and the currency.</summary>
public sealed class PriceTests
{
    private const string Now = "2026-11-21";

    [Theory]
    [InlineData(Now, "gpt-4o", PriceKind.Standard, 765, "2.5", "0.0019125")]
    [InlineData(Now, "gpt-4o", PriceKind.Cached, 765, "1.25", "0.00095625")]
    [InlineData(Now, "gpt-4o", PriceKind.Batch, 765, "1.25", "0.00095625")]
    [InlineData(Now, "gpt-5.6-sol", PriceKind.Standard, 1229, "4", "0.004916")]
    [InlineData("2026-08-28", "gpt-5.6-sol", PriceKind.Standard, 1229, "4", "0.004916")]
    [InlineData("2026-09-27", "gpt-5.6-sol", PriceKind.Cached, 1229, "0.4", "0.0004916")]
    [InlineData("2026-12-31", "gemini-3.8-flash", PriceKind.Standard, 1120, "0.75", "0.00084")]
    [InlineData("2027-01-01", "gemini-3.8-flash", PriceKind.Standard, 1120, "1.5", "0.00168")]
    [InlineData("2027-01-01", "gemini-3.7-flash", PriceKind.Cached, 1120, "0.15", "0.000168")]
    [InlineData("2027-01-01", "gemini-3.6-flash", PriceKind.Batch, 1120, "0.75", "0.00084")]
    [InlineData("2025-06-09", "o3", PriceKind.Standard, 675, "10", "0.00675")]
    [InlineData("2025-06-10", "o3", PriceKind.Standard, 675, "2", "0.00135")]
    public void An_image_costs_the_price_of_the_day(string day, string model, PriceKind kind, long tokens, string perMillion, string cost)
    {
        MediaTokenCost counted = Of(day, model, new() { Kind = kind });
        Assert.Equal((tokens, Money(perMillion), Money(cost)), (counted.Tokens, counted.PricePerMillion!.Value, counted.Cost!.Value));
        Assert.Equal(("USD", kind.ToString(), day), (counted.Currency, counted.Price, counted.AsOf));
        Assert.NotNull(counted.PriceSource);
    }

    [Theory]
    [InlineData("gpt-6-astra", 272_000, "10")]
    [InlineData("gpt-6-astra", 272_001, "20")]
    [InlineData("gpt-5.6-sol", 272_001, "8")]
    [InlineData("gpt-5.5", 272_001, "10")]
    [InlineData("gemini-3.1-pro-preview", 200_000, "2")]
    [InlineData("gemini-3.1-pro-preview", 200_001, "4")]
    [InlineData("gemini-2.5-pro", 200_001, "2.5")]
    [InlineData("gpt-4.1-mini", 1_000_000, "0.4")]
    public void The_size_of_the_prompt_decides_the_price_of_all_of_it(string model, long prompt, string perMillion) =>
        Assert.Equal(Money(perMillion), Of(Now, model, new() { PromptTokens = prompt }).PricePerMillion);

    [Fact]
    public void A_tier_whose_price_is_not_known_is_no_price()
    {
        MediaTokenCost cost = Of(Now, "gpt-5.6-sol", new() { Kind = PriceKind.Cached, PromptTokens = 272_001 });
        Assert.Equal((null, null, null, null), (cost.Cost, cost.MinCost, cost.MaxCost, cost.PricePerMillion));
        Assert.Equal("No cached price of gpt-5.6-sol is known for prompts of more than 272000 tokens.", cost.CostNote);
    }

    [Theory]
    [InlineData("gpt-4o", "2026-03-01", PriceKind.Standard, "No price of gpt-4o is known for 2026-03-01.")]
    [InlineData("gemini-2.0-flash-lite", Now, PriceKind.Cached, "No cached price of gemini-2.0-flash-lite is known.")]
    [InlineData("o1-pro", Now, PriceKind.Cached, "No cached price of o1-pro is known.")]
    public void Where_no_price_is_known_there_is_no_cost_but_a_reason(string model, string day, PriceKind kind, string note)
    {
        MediaTokenCost cost = Of(day, model, new() { Kind = kind });
        Assert.Equal((null, note), (cost.Cost, cost.CostNote));
        Assert.True(cost.Tokens > 0);
    }

    // 60 frames of 256 at 0.30 a million, and 60 s of 32 of sound at 1.00.
    [Theory]
    [InlineData(PriceKind.Standard, true, "0.006528")]
    [InlineData(PriceKind.Standard, false, "0.004608")]
    [InlineData(PriceKind.Cached, true, "0.0006528")]
    [InlineData(PriceKind.Batch, true, "0.003264")]
    public void Sound_has_its_own_price(PriceKind kind, bool hasAudio, string cost) => Assert.Equal(
        Money(cost), Cost.Plan("gemini-2.5-flash", new() { Price = new() { Kind = kind } }, On(Now)).Count(VideoCountTests.Item(60, hasAudio)).Cost);

    [Fact]
    public void Sound_without_a_price_of_its_own_costs_what_other_input_does()
    {
        MediaTokenCost cost = Cost.Plan("gemini-3.5-flash", new(), On(Now)).Count(VideoCountTests.Item(60, hasAudio: true));
        Assert.Equal(cost.Tokens * 1.5m / 1_000_000, cost.Cost);
    }

    [Fact]
    public void The_bounds_cost_money_too()
    {
        MediaTokenCost cost = Cost.Plan("gemini-2.5-pro", new(), On(Now)).Count(MediaItem.FromSize(1024, 1024));
        Assert.Equal((0.00032m, 0.00128m, 0.00288m), (cost.MinCost, cost.Cost, cost.MaxCost));
    }

    [Fact]
    public void Another_currency_is_the_price_times_the_rate()
    {
        MediaTokenCost cost = Of(Now, "gpt-4o", new() { Currency = "EUR", ExchangeRate = 0.8m });
        Assert.Equal(("EUR", 2m, 0.00153m), (cost.Currency, cost.PricePerMillion, cost.Cost));
    }

    [Fact]
    public void The_note_of_a_price_is_told()
    {
        Assert.Contains("sources differ", Of(Now, "o3", new()).CostNote, StringComparison.Ordinal);
        Assert.Contains("2027-01-01", Of(Now, "gemini-3.8-flash", new()).CostNote, StringComparison.Ordinal);
        Assert.Null(Of(Now, "gpt-4o", new()).CostNote);
    }

    [Fact]
    public void A_deployment_costs_the_vendors_price_and_says_so()
    {
        SelectedModel deployed = SelectedModel.Resolve(On(Now), "eyes-of-sales", "gpt-4o");
        MediaTokenCost cost = Assert.Single(CostPlans.Create([deployed], new(), (_, exception) => throw exception)).Count(MediaItem.FromSize(1024, 1024));
        Assert.Equal((0.0019125m, "The price is the vendor's own; that of Azure may be another."), (cost.Cost, cost.CostNote));
    }

    [Fact]
    public void A_platform_with_a_price_of_its_own_has_that()
    {
        ModelRow row = On(Now).Resolve("gpt-5.4");
        Assert.Equal((2.75m, 2.5m, 2.5m), (Input(ModelPlatform.Bedrock), Input(ModelPlatform.Vendor), Input(ModelPlatform.OpenRouter)));

        decimal Input(ModelPlatform platform) => row.PriceOn(platform)!.Tiers[0].Input!.Value;
    }

    private static MediaTokenCost Of(string day, string model, PriceSettings price) =>
        Cost.Plan(model, new() { Detail = model.StartsWith("gemini", StringComparison.Ordinal) ? null : ImageDetail.High, Price = price }, On(day))
            .Count(MediaItem.FromSize(1024, 1024));

    private static ModelCatalog On(string day) => ModelCatalog.Load(null, DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static decimal Money(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
