using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>The patch rule on the figures that the vendor publishes, and that real calls reported.</summary>
public sealed class OpenAIPatchVectorTests
{
    private static readonly string[] EarlierBudget = ["o4-mini", "gpt-4.1-nano", "gpt-5-mini", "gpt-5-nano"];

    [Theory]
    [InlineData("gpt-5.4", ImageDetail.High, 1024, 1024, 1229)] // OpenAI, Images and vision, Calculating costs, example
    [InlineData("gpt-5.4", ImageDetail.High, 2048, 2048, 3000)] // example
    [InlineData("gpt-6-astra", ImageDetail.High, 1024, 1024, 1229)] // example
    [InlineData("gpt-6-astra", ImageDetail.High, 2048, 2048, 3000)] // example
    [InlineData("gpt-6-astra", ImageDetail.High, 4096, 512, 2458)] // example
    [InlineData("gpt-5.6-sol", ImageDetail.Auto, 1920, 1080, 2448)] // the rest by the same page's formula
    [InlineData("gpt-5.6-sol", ImageDetail.Auto, 3840, 2160, 9792)]
    [InlineData("gpt-5.6-terra", ImageDetail.Auto, 4032, 3024, 14_364)]
    [InlineData("gpt-6-astra", ImageDetail.Auto, 4032, 3024, 14_364)]
    [InlineData("gpt-5.6-sol", ImageDetail.Auto, 4000, 2500, 11_850)] // a real turn of 11,930 with its text
    [InlineData("gpt-5.6-luna", ImageDetail.Original, 4800, 6400, 36_000)]
    [InlineData("gpt-5.5", ImageDetail.Auto, 4032, 3024, 11_868)]
    [InlineData("gpt-6-astra", ImageDetail.High, 2560, 1440, 2931)]
    [InlineData("gpt-6-astra", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("gpt-5.6-sol", ImageDetail.High, 2560, 1440, 2765)]
    [InlineData("gpt-5.5", ImageDetail.High, 2560, 1440, 2765)]
    [InlineData("gpt-5.4", ImageDetail.High, 2560, 1440, 2765)]
    [InlineData("gpt-5.6-sol", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("gpt-5.5", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("gpt-5.4", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("gpt-5.4", ImageDetail.Auto, 4032, 3024, 2942)] // auto is high on this family
    [InlineData("gpt-5.4", ImageDetail.Low, 4032, 3024, 3687)] // dearer than high
    [InlineData("gpt-5.6-sol", ImageDetail.Low, 1920, 1080, 173)] // 512 x 288, 144 patches
    [InlineData("gpt-4.1-mini", ImageDetail.Auto, 512, 512, 415)] // 469 on a real call with its text
    [InlineData("gpt-4.1-mini", ImageDetail.Auto, 1080, 1440, 2479)] // 2533 on a real call with the same text
    [InlineData("gpt-4.1-mini", ImageDetail.High, 1920, 1080, 3305)] // the current budget of 6,144 patches
    public void Costs_what_the_guide_says(string model, ImageDetail detail, int width, int height, long tokens) =>
        Assert.Equal(tokens, Cost.Of(model, width, height, detail).Tokens);

    [Theory]
    [InlineData(1024, 1024, 32, 32, 1024, 1024)] // OpenAI, Images and vision, Calculating costs, patch example 1
    [InlineData(1800, 2400, 33, 44, 1056, 1408)] // patch example 2: 1452 patches
    [InlineData(1600, 1600, 39, 39, 1248, 1248)] // measured: 1521 patches
    public void A_budget_of_1536_patches_shrinks_to_whole_patches(int width, int height, int columns, int rows, int scaledWidth, int scaledHeight) =>
        Assert.All(EarlierBudget, model =>
        {
            MediaTokenCost cost = Cost.Of(model, width, height, ImageDetail.High);
            Assert.Equal((columns, rows, columns * rows), (cost.Columns, cost.Rows, cost.Units));
            Assert.Equal((scaledWidth, scaledHeight), (cost.ScaledWidth!.Value, cost.ScaledHeight!.Value));
        });

    // Eight patches of 128 x 64: 14 at 1.72, 13 at 1.62, 20 at 2.46; consistent with the measured prompts.
    [Theory]
    [InlineData("o4-mini", 14)]
    [InlineData("gpt-4.1-mini", 13)]
    [InlineData("gpt-4.1-nano", 20)]
    [InlineData("gpt-5-mini", 10)]
    [InlineData("gpt-5-nano", 12)]
    [InlineData("gpt-5.2", 10)]
    public void Eight_patches_are_multiplied_and_rounded_up(string model, long tokens)
    {
        MediaTokenCost cost = Cost.Of(model, 128, 64, ImageDetail.High);
        Assert.Equal((8, tokens), (cost.Units, cost.Tokens));
    }

    [Theory]
    [InlineData("gpt-5-mini", 1844)] // 1,536 patches at 1.2: the most that an image costs on this model
    [InlineData("gpt-5-nano", 2304)]
    [InlineData("gpt-4.1-nano", 3779)]
    [InlineData("o4-mini", 2642)]
    public void A_full_budget_is_the_most_that_an_image_costs(string model, long tokens) =>
        Assert.Equal(tokens, Cost.Of(model, 1536, 1024, ImageDetail.High).Tokens);

    [Theory]
    [InlineData("gpt-6-astra", "Original")]
    [InlineData("gpt-5.6-sol", "Original")]
    [InlineData("gpt-5.6-terra", "Original")]
    [InlineData("gpt-5.6-luna", "Original")]
    [InlineData("gpt-5.5", "Original")]
    [InlineData("gpt-5.4", "High")]
    [InlineData("gpt-5.4-mini", "High")]
    [InlineData("gpt-5.4-nano", "High")]
    public void Auto_is_what_the_guide_says_for_the_family(string model, string setting)
    {
        MediaTokenCost auto = Cost.Of(model, 4032, 3024, ImageDetail.Auto);
        Assert.Equal((setting, setting), (auto.Detail, auto.Setting));
        Assert.Equal(auto, Cost.Of(model, 4032, 3024, (ImageDetail?)null));
        Assert.Equal(auto, Cost.Of(model, 4032, 3024, Enum.Parse<ImageDetail>(setting)));
    }

    [Theory]
    [InlineData("gpt-5.2")]
    [InlineData("gpt-4.1-mini")]
    public void Every_detail_counts_the_same_where_the_guide_says_so(string model)
    {
        long tokens = Cost.Of(model, 4032, 3024, ImageDetail.High).Tokens;
        Assert.Equal(tokens, Cost.Of(model, 4032, 3024, ImageDetail.Low).Tokens);
        Assert.Equal(tokens, Cost.Of(model, 4032, 3024, ImageDetail.Auto).Tokens);
    }

    [Theory]
    [InlineData("gpt-5.6-sol", ImageDetail.Low, 1920, 1080, "1920x1080 -> 512x288 -> 16x9 patches: 144 x 1.2 = 172.8, rounded up = 173")]
    [InlineData("gpt-5.6-sol", ImageDetail.Auto, 4800, 6400, "4800x6400 -> 150x200 patches: 30000 x 1.2 = 36000")]
    [InlineData("o4-mini", ImageDetail.High, 1800, 2400, "1800x2400 -> 1536x2048 -> 1056x1408 -> 33x44 patches: 1452 x 1.72 = 2497.44, rounded up = 2498 (5284 if the budget is 6144)")]
    public void The_explanation_shows_every_step(string model, ImageDetail detail, int width, int height, string working) =>
        Assert.Equal(working, Cost.Of(model, width, height, detail).Explanation);
}
