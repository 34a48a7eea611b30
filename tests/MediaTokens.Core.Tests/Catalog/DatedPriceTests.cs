using System.Globalization;
using MediaTokens.Catalog;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog;

/// <summary>The prices of the vendors' pages on the days on which they changed, in USD per million tokens.</summary>
public sealed class DatedPriceTests
{
    [Theory]
    [InlineData("claude-sonnet-5-5", "2026-10-06", 1, "2 0.2 1")]
    [InlineData("claude-sonnet-5-5", "2026-10-07", 1, "2 0.1 1")]
    [InlineData("claude-haiku-5-5", "2026-10-07", 100_000, "0.1 0.01 0.05")]
    [InlineData("claude-haiku-5-5", "2026-10-07", 100_001, "0.5 0.05 0.25")]
    [InlineData("claude-fable-5-2", "2026-11-09", 1, "8 - 4")]
    [InlineData("claude-mythos-5-2", "2026-11-09", 1, "8 - 4")]
    [InlineData("claude-fable-5-1", "2026-11-09", 1, "10 0.25 5")]
    [InlineData("claude-fable-5", "2026-11-09", 1, "10 1 5")]
    public void Anthropic_takes(string model, string day, long prompt, string price) => Assert.Equal(price, PriceOf(model, day, prompt));

    [Theory]
    [InlineData("gpt-6.2-sol", "2026-11-17", 272_000, "2 0.1 1")]
    [InlineData("gpt-6.2-sol", "2026-11-17", 272_001, "4 0.2 2")]
    [InlineData("gpt-6.1-terra", "2026-10-26", 272_000, "1 0.05 0.5")]
    [InlineData("gpt-6.1-terra", "2026-10-26", 272_001, "2 0.1 1")]
    [InlineData("gpt-6-sol", "2026-11-21", 272_001, "4 0.4 2")]
    [InlineData("gpt-6-luna", "2026-11-21", 272_001, "0.2 0.02 0.1")]
    [InlineData("gpt-6.1-sol", "2026-11-21", 272_000, "2 0.1 1")]
    [InlineData("gpt-6.1-sol", "2026-11-21", 272_001, "- - -")]
    [InlineData("gpt-5.6-sol", "2026-11-21", 272_001, "8 - 4")]
    [InlineData("gpt-5.6", "2026-11-21", 1, "4 0.4 2")]
    [InlineData("gpt-image-2.5-flare", "2026-11-21", 1, "8 2 -")]
    [InlineData("gpt-image-2.6-sunburst", "2026-11-21", 1, "8 2 -")]
    public void OpenAI_takes(string model, string day, long prompt, string price) => Assert.Equal(price, PriceOf(model, day, prompt));

    [Theory]
    [InlineData("claude-haiku-5-5", "2026-10-06")]
    [InlineData("gpt-6.2-sol", "2026-11-16")]
    [InlineData("claude-fable-5-2", "2026-11-08")]
    [InlineData("gemini-3.6-flash", "2026-07-20")]
    [InlineData("gemini-3.5-flash-lite", "2026-07-20")]
    public void Before_a_model_came_out_nothing_of_it_is_known(string model, string day) =>
        Assert.Equal(MediaErrorId.NotYetPublished, Assert.Throws<MediaException>(() => PriceOf(model, day, 1)).Id);

    [Theory]
    [InlineData("gemini-2.0-flash", "2026-06-01")]
    [InlineData("gpt-4-turbo", "2026-10-23")]
    [InlineData("claude-sonnet-4", "2026-06-15")]
    [InlineData("gpt-5-mini", "2026-12-11")]
    [InlineData("gpt-image-1.5", "2026-12-01")]
    public void A_model_tells_the_day_on_which_it_is_shut_down(string model, string day) =>
        Assert.Equal(day, MediaTokenModel.FromRow(ModelCatalog.Load(null, new(2026, 11, 21)).Resolve(model)).Shutdown);

    [Theory]
    [InlineData("gemini-3.6-flash")]
    [InlineData("gemini-3.5-flash-lite")]
    public void A_model_is_known_from_the_day_of_its_release(string model) =>
        Assert.Equal(model, ModelCatalog.Load(null, new(2026, 7, 21)).Resolve(model).Id);

    private static string PriceOf(string model, string day, long prompt)
    {
        ModelRow row = ModelCatalog.Load(null, DateOnly.Parse(day, CultureInfo.InvariantCulture)).Resolve(model);
        PriceTier tier = row.PriceOn(ModelPlatform.Vendor)!.TierFor(prompt);
        return string.Join(' ', new[] { tier.Input, tier.Cached, tier.Batch }.Select(price => price?.ToString(CultureInfo.InvariantCulture) ?? "-"));
    }
}
