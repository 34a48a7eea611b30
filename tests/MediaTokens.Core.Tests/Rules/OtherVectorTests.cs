using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>The other vendors on published figures (D), on those of their own code (I), and on what follows from a page (F).</summary>
public sealed class OtherVectorTests
{
    [Theory]
    [InlineData("pixtral-12b", 64, 64, 20)] // I: 5 x 4
    [InlineData("pixtral-12b", 1024, 1024, 4160)] // I: 65 x 64
    [InlineData("pixtral-large", 1024, 1024, 4160)] // D: about 4096, without the ends of the rows
    [InlineData("mistral-small", 1024, 1024, 1406)] // I: 38 x 37
    [InlineData("mistral-medium", 1540, 1540, 3080)] // D: about 3025, without the ends of the rows
    [InlineData("mistral-small", 2000, 1000, 1568)] // F: 1540x770, (55 + 1) x 28
    [InlineData("mistral-small", 1000, 2000, 1595)] // F: (28 + 1) x 55
    public void Mistral_counts_squares_and_the_ends_of_rows(string model, int width, int height, long tokens)
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((tokens, "Implementation", false), (cost.Tokens, cost.Confidence, cost.IsEstimate));
    }

    [Theory]
    [InlineData(1436, 962, 1024, 686)] // D: Mistral, Vision, the example of Pixtral
    [InlineData(2048, 1025, 1024, 512)] // 512.5 rounds to even
    [InlineData(2048, 1027, 1024, 514)] // 513.5 does as well
    [InlineData(10_000, 1, 1024, 1)]
    public void Mistral_rounds_as_its_code_does(int width, int height, int scaledWidth, int scaledHeight)
    {
        MediaTokenCost cost = Cost.Of("pixtral-12b", width, height);
        Assert.Equal((scaledWidth, scaledHeight), (cost.ScaledWidth, cost.ScaledHeight));
        Assert.Contains("10000 pixels", Cost.Fails(MediaErrorId.LimitExceeded, () => Cost.Of("pixtral-12b", 10_001, 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024, 1024, 1792, 256, true)] // I: nine tiles, six are counted
    [InlineData(448, 448, 512, 256, true)] // D: the page begins at 256
    [InlineData(896, 448, 768, 768, false)] // I
    [InlineData(1344, 896, 1792, 1792, false)] // I: D, the page ends at 1,792
    [InlineData(20_000, 20_000, 1792, 256, true)]
    public void Grok_counts_tiles_and_one_more(int width, int height, long tokens, long least, bool isEstimate) => Assert.All(OtherTables.Grok, model =>
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((tokens, least, tokens, isEstimate, "Implementation"), (cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.IsEstimate, cost.Confidence));
    });

    // The page's answer to an image of 3:2 is 2503 image tokens on a model of 32 px, which is 61 x 41 and the markers, and an
    // older one 1247 on a model of 28 px, which is 43 x 29 without them.
    [Theory]
    [InlineData("qwen3-vl-plus", 1024, 1024, 1024)] // I
    [InlineData("qwen2.5-vl-72b-instruct", 1024, 1024, 1225)] // I: 35 x 35, since 37 x 37 is above 1280
    [InlineData("qwen3-vl-plus", 2560, 1714, 2501)] // D
    [InlineData("qwen2.5-vl-72b-instruct", 2560, 1714, 1247)] // D
    [InlineData("qwen3-vl-plus", 1, 1, 4)] // F: the least
    [InlineData("qvq-max", 56, 56, 4)] // F
    public void Qwen_counts_squares_and_two_markers(string model, int width, int height, long squares)
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((squares, squares + 2, squares + 2, true), (cost.Units, cost.Tokens, cost.MaxTokens, cost.IsEstimate));
        Assert.True(cost.MinTokens <= squares);
    }

    [Fact]
    public void Qwen_refuses_what_is_longer_than_200_times_its_short_side()
    {
        Assert.True(Cost.Of("qwen3-vl-plus", 2000, 10).Tokens > 0);
        MediaException refusal = Cost.Fails(MediaErrorId.LimitExceeded, () => Cost.Of("qwen3-vl-plus", 2001, 10));
        Assert.Equal("qwen3-vl-plus refuses 2001x10: the long side may be 200 times the short one at most.", refusal.Message);
        Assert.Equal("Cut the image to 2000 pixels or less on its long side, or into several.", refusal.RecommendedAction);
    }

    // Rounding to squares may keep 41 x 31 of them where the next larger image, of more than 1280, is cut to 41 x 30.
    [Theory]
    [InlineData(1160, 870, 1271, 1164, 873, 1230)]
    [InlineData(1328, 747, 1269, 1344, 756, 1222)]
    public void On_Qwen_a_larger_image_of_the_same_shape_can_cost_less(int width, int height, long squares, int largerWidth, int largerHeight, long fewer)
    {
        Assert.Equal(squares, Cost.Of("qwen2.5-vl-72b-instruct", width, height).Units);
        Assert.Equal(fewer, Cost.Of("qwen2.5-vl-72b-instruct", largerWidth, largerHeight).Units);
    }

    [Theory]
    [InlineData(559, 559, 1601, 1601, 1601)] // D
    [InlineData(561, 559, 3202, 1601, 3202)] // D: the table; 1601 by the formula
    [InlineData(559, 561, 3202, 1601, 3202)] // D
    [InlineData(1280, 720, 6404, 3202, 6404)] // D: the page's example; 3202 by the formula
    [InlineData(3840, 2160, 6404, 6404, 6404)] // D
    [InlineData(1024, 1024, 6404, 1601, 6404)] // D: the table; 1601 by the formula
    [InlineData(560, 560, 1601, 1601, 6404)] // the table leaves it out
    public void Together_counts_by_its_table_and_bounds_by_its_formula(int width, int height, long tokens, long least, long most) => Assert.All(OtherTables.Together, model =>
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((tokens, least, most, least < most), (cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.IsEstimate));
    });

    [Theory]
    [InlineData(900, 450, 800)] // D
    [InlineData(450, 900, 800)] // D
    [InlineData(900, 900, 1300)] // D
    [InlineData(1400, 900, 1800)] // D
    [InlineData(1800, 900, 2400)] // D
    [InlineData(1300, 1300, 2600)] // D
    [InlineData(800, 400, 800)] // D: enlarged to 900 x 450
    [InlineData(100, 100, 1300)] // F: enlarged to 900 x 900
    [InlineData(1280, 720, 1424)] // F: 1300 + 111600 x 500 / 450000
    public void Nova_is_estimated_by_its_table(int width, int height, long tokens) => Assert.All(OtherTables.Nova, model =>
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((tokens, true, "Estimate"), (cost.Tokens, cost.IsEstimate, cost.Confidence));
        Assert.InRange(tokens, cost.MinTokens, cost.MaxTokens);
        Assert.True(cost.Calculation.Length <= 45, cost.Calculation);
    });

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    [InlineData(40, 3)]
    public void On_Nova_a_larger_image_of_the_same_shape_never_costs_less(int width, int height)
    {
        long[] tokens = [.. Enumerable.Range(1, 8000 / width).Select(times => Cost.Of("nova-lite", width * times, height * times).Tokens)];
        Assert.Equal(tokens.Order(), tokens);
    }

    [Theory]
    [InlineData(1024, 1024, InputFidelity.Low, 194)] // F
    [InlineData(1536, 1024, InputFidelity.Low, 323)] // F
    [InlineData(1024, 1024, InputFidelity.High, 4354)] // F: 194 + 4160
    [InlineData(1536, 1024, InputFidelity.High, 6563)] // F: 323 + 6240
    [InlineData(1024, 1536, InputFidelity.High, 6563)] // F
    public void Gpt_image_1_counts_tiles_and_fidelity(int width, int height, InputFidelity fidelity, long tokens)
    {
        MediaTokenCost cost = Cost.Of("gpt-image-1", width, height, new CostSettings { InputFidelity = fidelity });
        Assert.Equal((tokens, fidelity.ToString(), "Documented"), (cost.Tokens, cost.InputFidelity, cost.Confidence));
        Assert.True(cost.Calculation.Length <= 45, cost.Calculation);
    }

    [Fact]
    public void Gpt_image_1_looks_at_low_fidelity_by_default() =>
        Assert.Equal("1536x1024 -> 768x512 -> 2x1 tiles: 65 + 2 x 129 = 323", Cost.Of("gpt-image-1", 1536, 1024).Explanation);
}
