using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>The tile rule on the figures that the vendor publishes, and that real calls reported.</summary>
public sealed class OpenAITileVectorTests
{
    private static readonly string[] Models = ["gpt-4o", "gpt-4.1", "gpt-4.5-preview", "gpt-4-turbo", "gpt-4-vision-preview"];

    [Theory]
    [InlineData(1024, 1024, 765, 4)] // OpenAI, Vision guide, Low or high fidelity, example 1
    [InlineData(2048, 4096, 1105, 6)] // example 2
    [InlineData(2560, 1669, 1105, 6)] // the notebook's own image; 1118 prompt tokens with 13 of text
    [InlineData(512, 512, 255, 1)] // OpenAI, Images and vision, Calculating costs: never enlarged
    [InlineData(256, 256, 255, 1)]
    [InlineData(1, 1, 255, 1)]
    public void High_on_85_and_170_costs_what_the_guide_says(int width, int height, long tokens, long tiles) =>
        Assert.All(Models, model =>
        {
            MediaTokenCost cost = Cost.Of(model, width, height, ImageDetail.High);
            Assert.Equal((tokens, tiles, 85, 170m, false), (cost.Tokens, cost.Units, cost.BaseTokens, cost.TokensPerUnit, cost.IsEstimate));
        });

    [Theory]
    [InlineData(4096, 8192)] // OpenAI, Vision guide, Low or high fidelity, example 3
    [InlineData(2560, 1669)] // "In low fidelity: Regardless of input size, low detail images are a fixed cost of 85 tokens"
    [InlineData(1, 1)]
    public void Low_is_85_whatever_the_size(int width, int height) =>
        Assert.Equal(85, Cost.Of("gpt-4o", width, height, ImageDetail.Low).Tokens);

    [Theory]
    [InlineData("gpt-4o-mini", 1024, 1024, 25_501)] // 2833 + 4 x 5667
    [InlineData("gpt-4o-mini", 2048, 768, 48_169)] // 2833 + 8 x 5667: the most tiles that any image has
    [InlineData("gpt-4o-mini", 2560, 1669, 36_835)] // 2833 + 6 x 5667
    [InlineData("gpt-5", 1024, 1024, 630)]
    [InlineData("gpt-5", 1920, 1080, 910)]
    [InlineData("gpt-5.1", 1024, 1024, 630)]
    [InlineData("gpt-5.1", 1920, 1080, 910)]
    [InlineData("gpt-5-chat-latest", 1024, 1024, 630)]
    [InlineData("o3", 1024, 1024, 675)]
    [InlineData("o3", 1920, 1080, 975)]
    [InlineData("o1", 1024, 1024, 675)]
    [InlineData("o1-pro", 1920, 1080, 975)]
    [InlineData("computer-use-preview", 1024, 1024, 581)] // 65 + 4 x 129
    public void High_costs_base_and_tiles_of_the_models_row(string model, int width, int height, long tokens) =>
        Assert.Equal(tokens, Cost.Of(model, width, height, ImageDetail.High).Tokens);

    [Theory]
    [InlineData("gpt-4o", 85)]
    [InlineData("gpt-4o-mini", 2833)]
    [InlineData("gpt-5.1", 70)]
    [InlineData("o1", 75)]
    [InlineData("computer-use-preview", 65)]
    public void Low_is_the_base_of_the_models_row(string model, long tokens) =>
        Assert.Equal(tokens, Cost.Of(model, 5000, 3000, ImageDetail.Low).Tokens);

    // One 128 x 64 image and a five-word prompt on real calls: what is left after the image is the text.
    [Theory]
    [InlineData("gpt-4o", 97, 267)]
    [InlineData("gpt-4.1", 97, 267)]
    [InlineData("gpt-4.5-preview", 97, 267)]
    [InlineData("gpt-4-turbo", 97, 267)]
    [InlineData("gpt-4o-mini", 2845, 8512)]
    [InlineData("o3", 86, 236)]
    [InlineData("gpt-4.1-mini", 26, 26)]
    [InlineData("o4-mini", 26, 26)]
    [InlineData("gpt-4.1-nano", 33, 33)]
    public void Measured_prompts_are_the_count_and_a_short_text(string model, long low, long high)
    {
        Assert.InRange(low - Cost.Of(model, 128, 64, ImageDetail.Low).Tokens, 11, 13);
        Assert.InRange(high - Cost.Of(model, 128, 64, ImageDetail.High).Tokens, 11, 13);
    }

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("gpt-4o-mini")]
    [InlineData("gpt-5")]
    [InlineData("o3")]
    public void Auto_is_high_where_the_guide_says_so(string model)
    {
        MediaTokenCost auto = Cost.Of(model, 1024, 1024, ImageDetail.Auto);
        Assert.Equal(Cost.Of(model, 1024, 1024, ImageDetail.High), auto);
        Assert.Equal(auto, Cost.Of(model, 1024, 1024, (ImageDetail?)null));
        Assert.Equal(("High", "High", false), (auto.Detail, auto.Setting, auto.IsEstimate));
    }

    [Theory]
    [InlineData("gpt-4-turbo", 85, 765)]
    [InlineData("gpt-4-vision-preview", 85, 765)]
    [InlineData("gpt-4.5-preview", 85, 765)]
    [InlineData("computer-use-preview", 65, 581)]
    public void Auto_is_between_low_and_high_where_the_vendor_does_not_say(string model, long low, long high)
    {
        MediaTokenCost auto = Cost.Of(model, 1024, 1024, ImageDetail.Auto);
        Assert.Equal((high, low, high, true), (auto.Tokens, auto.MinTokens, auto.MaxTokens, auto.IsEstimate));
        Assert.False(Cost.Of(model, 1024, 1024, ImageDetail.High).IsEstimate);
        Assert.False(Cost.Of(model, 1024, 1024, ImageDetail.Low).IsEstimate);
    }

    // OpenAI, Images and vision, Calculating costs: "round down the other dimension" gives 1536 px, three tiles; the
    // fraction that is left, 1536.375, covers a fourth.
    [Fact]
    public void A_fraction_of_a_pixel_beyond_a_tile_is_an_estimate_between_both_readings()
    {
        MediaTokenCost cost = Cost.Of("gpt-4o", 2048, 4097, ImageDetail.High);
        Assert.Equal((1445, 1105, 1445, true), (cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.IsEstimate));
        MediaTokenCost wide = Cost.Of("gpt-4o", 1800, 901, ImageDetail.High);
        Assert.Equal((1105, 1105, false), (wide.Tokens, wide.MinTokens, wide.IsEstimate)); // 1534.3 x 768
        MediaTokenCost split = Cost.Of("gpt-4o", 1025, 769, ImageDetail.High);
        Assert.Equal((765, 765, false), (split.Tokens, split.MinTokens, split.IsEstimate)); // 1023.7 x 768
        MediaTokenCost above = Cost.Of("gpt-4o", 1027, 770, ImageDetail.High);
        Assert.Equal((1105, 765, 1105, true), (above.Tokens, above.MinTokens, above.MaxTokens, above.IsEstimate)); // 1024.3 x 768
    }

    [Theory]
    [InlineData(2560, 1669, "2560x1669 -> 2048x1335 -> 1178x768 -> 3x2 tiles: 85 + 6 x 170 = 1105")]
    [InlineData(1024, 1024, "1024x1024 -> 768x768 -> 2x2 tiles: 85 + 4 x 170 = 765")]
    [InlineData(2048, 4096, "2048x4096 -> 1024x2048 -> 768x1536 -> 2x3 tiles: 85 + 6 x 170 = 1105")]
    [InlineData(512, 512, "512x512 -> 1x1 tiles: 85 + 1 x 170 = 255")]
    public void The_explanation_is_the_guides_own_working(int width, int height, string working) =>
        Assert.Equal(working, Cost.Of("gpt-4o", width, height, ImageDetail.High).Explanation);

    [Fact]
    public void The_explanation_names_the_side_that_a_lower_count_rounds_down()
    {
        Assert.EndsWith("(765 if the longer side is rounded down)", Cost.Of("gpt-4o", 1027, 770, ImageDetail.High).Explanation, StringComparison.Ordinal);
        Assert.EndsWith("(765 if the shorter side is rounded down)", Cost.Of("gpt-4o", 513, 2049, ImageDetail.High).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_explanation_of_low_says_that_the_size_does_not_matter()
    {
        string working = Cost.Of("gpt-4o", 4096, 8192, ImageDetail.Low).Explanation;
        Assert.StartsWith("4096x8192", working, StringComparison.Ordinal);
        Assert.EndsWith(": 85", working, StringComparison.Ordinal);
    }
}
