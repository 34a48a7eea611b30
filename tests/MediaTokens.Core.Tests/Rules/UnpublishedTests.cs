using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>A model whose rule nobody published is known, and every count of it says what is missing.</summary>
public sealed class UnpublishedTests
{
    [Theory]
    [InlineData("gpt-6.1-sol", "the guide's tables of image costs leave the model out")]
    [InlineData("gpt-5.3", "the guide's tables of image costs leave the model out")]
    [InlineData("gpt-5-codex", "the guide's tables of image costs leave the model out")]
    [InlineData("gpt-5.1-codex", "the guide's tables of image costs leave the model out")]
    [InlineData("gpt-6-sol", "the guide's tables of image costs leave the model out")]
    [InlineData("gpt-6-luna", "the guide's tables of image costs leave the model out")]
    [InlineData("gpt-6.1-terra", "is older than the model")]
    [InlineData("gpt-6.2-sol", "is older than the model")]
    [InlineData("gpt-6.2-astra", "is older than the model")]
    [InlineData("gpt-image-2.6-flare", "is older than the model")]
    [InlineData("gpt-image-1-mini", "high fidelity")]
    [InlineData("gpt-image-1.5", "high fidelity")]
    [InlineData("gpt-image-2", "high fidelity")]
    [InlineData("qwen3.6-plus", "how many pixels of this model make a token")]
    [InlineData("llama-4-maverick", "no page of a vendor")]
    public void A_count_says_what_is_missing(string model, string missing)
    {
        MediaException exception = Cost.Fails(MediaErrorId.RuleNotPublished, () => Cost.Of(model, 100, 100));
        Assert.StartsWith($"How {model} counts images is not published: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(missing, exception.Message, StringComparison.Ordinal);
        Assert.Matches("[^.][.]$", exception.Message);
    }

    [Fact]
    public void A_pattern_leaves_such_models_out_without_a_word()
    {
        SelectedModel[] models = [.. ModelCatalog.Default.Models.Where(row => row.Id.StartsWith("gpt-image-", StringComparison.Ordinal)).Select(row => new SelectedModel(row.Id, row) { IsFromPattern = true })];
        CostPlan plan = Assert.Single(CostPlans.Create(models, new(), (_, exception) => throw exception));
        Assert.Equal("gpt-image-1", plan.Model);
    }

    [Theory]
    [InlineData("claude-opus-5", MediaType.Pdf)]
    [InlineData("nova-lite", MediaType.Video)]
    [InlineData("nova-lite", MediaType.Pdf)]
    [InlineData("qwen3-vl-plus", MediaType.Video)]
    public void Media_that_the_vendor_takes_and_nobody_can_count_are_told_apart(string model, MediaType media) =>
        Assert.Contains(media, ModelCatalog.Default.Resolve(model).Family.Uncounted.Keys);

    [Fact]
    public void Values_are_known_from_the_day_of_their_source_on()
    {
        Cost.Fails(MediaErrorId.NotYetPublished, () => ModelCatalog.Load(null, new(2026, 9, 19)).Resolve("claude-opus-5"));
        Assert.Equal("anthropic-high-resolution", ModelCatalog.Load(null, new(2026, 9, 20)).Resolve("claude-opus-5").Family.Name);
    }
}
