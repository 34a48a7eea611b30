using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Claude on the figures that the vendor publishes (D), that real calls reported (M), and that follow from the page (F).</summary>
public sealed class AnthropicVectorTests
{
    [Theory]
    [InlineData(200, 200, 64, 64)] // D
    [InlineData(1000, 1000, 1296, 1296)] // D
    [InlineData(1092, 1092, 1521, 1521)] // D
    [InlineData(1920, 1080, 1560, 2691)] // D, M
    [InlineData(2000, 1500, 1564, 3888)] // D
    [InlineData(3840, 2160, 1560, 4784)] // D
    [InlineData(1075, 1520, 1551, 2145)] // D
    [InlineData(256, 256, 100, 100)] // M
    [InlineData(512, 512, 361, 361)] // M
    [InlineData(768, 768, 784, 784)] // M
    [InlineData(1024, 1024, 1369, 1369)] // M
    [InlineData(1280, 720, 1196, 1196)] // M
    [InlineData(4032, 3024, 1564, 4740)] // F
    [InlineData(1, 1, 1, 1)] // F
    [InlineData(8000, 1, 56, 92)] // F: the longest edge alone
    public void A_size_costs_what_the_page_says(int width, int height, long standard, long high)
    {
        Assert.All(OtherTables.ClaudeStandard, model => Assert.Equal(standard, Cost.Of(model, width, height).Tokens));
        Assert.All(OtherTables.ClaudeHigh, model => Assert.Equal(high, Cost.Of(model, width, height).Tokens));
    }

    [Theory]
    [InlineData("claude-haiku-4-5", 1920, 1080, 1456, 819)] // D
    [InlineData("claude-haiku-4-5", 2000, 1500, 1269, 952)] // D: the table; the page's code gives 1270x952
    [InlineData("claude-haiku-4-5", 1075, 1520, 924, 1307)] // D
    [InlineData("claude-opus-5", 3840, 2160, 2576, 1449)] // D
    [InlineData("claude-opus-5", 4032, 3024, 2212, 1659)] // M
    [InlineData("claude-opus-5", 2576, 1000, 2576, 1000)]
    public void The_service_looks_at_the_size_that_the_page_gives(string model, int width, int height, int scaledWidth, int scaledHeight)
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((scaledWidth, scaledHeight), (cost.ScaledWidth, cost.ScaledHeight));
    }

    [Theory]
    [InlineData("claude-opus-5", 1092, 1092, "39x39 patches: 1521", "1092x1092 -> 39x39 patches: 1521")]
    [InlineData("claude-haiku-4-5", 1920, 1080, "1456x819 -> 52x30 patches: 1560", "1920x1080 -> 1456x819 -> 52x30 patches: 1560")]
    public void The_working_is_shown(string model, int width, int height, string calculation, string explanation)
    {
        MediaTokenCost cost = Cost.Of(model, width, height);
        Assert.Equal((calculation, explanation, "AnthropicPatch", "Documented"), (cost.Calculation, cost.Explanation, cost.Rule, cost.Confidence));
        Assert.True(cost.Calculation.Length <= 45, cost.Calculation);
    }

    // The short side of 1456 px is 812.5 px: 813 rounded away from zero, which begins a 30th row, and 812 rounded to even.
    [Theory]
    [InlineData(1792, 1000, 1560, 1508, 1560)]
    [InlineData(1000, 1792, 1560, 1508, 1560)]
    [InlineData(1644, 1270, 1496, 1496, 1530)] // 952.5 px at 1233, where a 35th row would be too much
    [InlineData(2186, 2185, 1521, 1521, 1560)]
    public void Half_a_pixel_that_decides_a_row_is_an_estimate_that_holds_both(int width, int height, long tokens, long least, long most)
    {
        MediaTokenCost cost = Cost.Of("claude-haiku-4-5", width, height);
        Assert.Equal((tokens, least, most, true), (cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.IsEstimate));
        Assert.EndsWith(" if half pixels round to even)", cost.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_that_halve_pixels_are_counted_as_restated() => Trial.Compare(
        [.. Trial.Others.Where(trial => trial.Model is "claude-haiku-4-5" or "claude-opus-5")],
        new long[] { 1644, 1792, 2016, 2186, 2240, 3136 }.SelectMany(width => Enumerable.Range(1, (int)width).Select(height => (width, (long)height))));

    [Theory]
    [InlineData(8001, 6000, 1, "claude-opus-5 refuses 8001x6000: the limit is 8000 pixels a side.", "Shrink the image to 8000x5999 or less.")]
    [InlineData(6000, 8001, 20, "claude-opus-5 refuses 6000x8001: the limit is 8000 pixels a side.", "Shrink the image to 5999x8000 or less.")]
    [InlineData(2001, 1000, 21, "claude-opus-5 refuses 2001x1000: in a request of more than 20 images the limit is 2000 pixels a side.", "Shrink the image to 2000x999 or less, or send at most 20 images in a request.")]
    [InlineData(9000, 9000, 21, "claude-opus-5 refuses 9000x9000: the limit is 2000 pixels a side.", "Shrink the image to 2000x2000 or less.")]
    public void A_larger_image_is_refused_with_the_limit_and_the_size_that_passes(int width, int height, int images, string message, string action)
    {
        CostSettings settings = new() { ImagesPerRequest = images };
        MediaException refusal = Cost.Fails(MediaErrorId.LimitExceeded, () => Cost.Of("claude-opus-5", width, height, settings));
        Assert.Equal((message, action), (refusal.Message, refusal.RecommendedAction));
        string[] passes = action.Split(' ')[4].Split('x');
        Assert.True(Cost.Of("claude-opus-5", long.Parse(passes[0], null), long.Parse(passes[1], null), settings).Tokens > 0);
    }

    [Theory]
    [InlineData(8000, 8000, 20)]
    [InlineData(2000, 2000, 21)]
    public void An_image_at_the_limit_is_counted(int width, int height, int images) =>
        Assert.InRange(Cost.Of("claude-opus-5", width, height, new CostSettings { ImagesPerRequest = images }).Tokens, 4700, 4784);

    // Of one shape in whole pixels a larger image never costs less: what fits is counted as it is, and what does not comes to
    // the largest that fits.
    [Theory]
    [InlineData(4, 3)]
    [InlineData(16, 9)]
    [InlineData(1, 1)]
    [InlineData(7, 64)]
    [InlineData(500, 3)]
    public void A_larger_image_of_the_same_shape_never_costs_less(int width, int height)
    {
        foreach (string model in new[] { "claude-haiku-4-5", "claude-opus-5" })
        {
            long before = 0;
            for (int times = 1; times * Math.Max(width, height) <= 8000; times++)
            {
                long tokens = Cost.Of(model, width * times, height * times).Tokens;
                Assert.True(tokens >= before, $"{width * times}x{height * times} on {model}: {tokens} after {before}");
                before = tokens;
            }
        }
    }
}
