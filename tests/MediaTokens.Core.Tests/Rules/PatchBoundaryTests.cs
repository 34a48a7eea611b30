using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>One pixel to either side of every place where the patch rule changes its mind.</summary>
public sealed class PatchBoundaryTests
{
    [Fact]
    public void Multiples_of_a_patch_and_every_limit() => Trial.Compare(
        Trial.OpenAI, Sizes.AroundPairs([1, 32, 64, 96, 480, 512, 544, 1024, 1568, 1600, 2016, 2048, 2080, 4096, 6000, 6016, 65_535]));

    [Theory]
    [InlineData(1536, "o4-mini", "High")]
    [InlineData(2500, "gpt-6-astra", "High")]
    [InlineData(2500, "gpt-5.6-sol", "High")]
    [InlineData(6144, "gpt-5.2", "Low")]
    [InlineData(6144, "gpt-5.4", "Low")]
    [InlineData(10_000, "gpt-5.5", "Original")]
    public void Sizes_that_just_fill_the_budget(int budget, string model, string setting)
    {
        IReadOnlyList<Trial> trials = [.. Trial.Of(model).Where(trial => trial.Setting == setting)];
        Assert.Single(trials);
        IEnumerable<int> columns = Enumerable.Range(1, budget).Where(count => count <= 120 || count % 37 == 0 || budget % count == 0);
        Trial.Compare(trials, columns.SelectMany(count => Sizes.Around(32L * count, 32L * (budget / count))));
    }

    // At the maximum side the other side comes to a whole patch, or to a patch and a half pixel, where rounding decides.
    [Theory]
    [InlineData(512, "gpt-5.6-sol", "Low")]
    [InlineData(2048, "gpt-5.2", "High")]
    [InlineData(2048, "o4-mini", "High")]
    [InlineData(6000, "gpt-5.5", "Original")]
    [InlineData(65_535, "gpt-5.6-sol", "Original")]
    [InlineData(65_535, "gpt-6-astra", "High")]
    public void Sizes_that_the_maximum_side_brings_to_the_edge_of_a_patch(int side, string model, string setting)
    {
        IReadOnlyList<Trial> trials = [.. Trial.Of(model).Where(trial => trial.Setting == setting)];
        long[] longSides = [side - 1L, side, side + 1L, side + 2L, side + (side / 3L), 2L * side, (2L * side) + 1, (3L * side) + 1, 1000L * side];
        IEnumerable<(long, long)> edges = longSides.SelectMany(longSide => Enumerable.Range(1, side / 32).Where(rows => rows <= 64 || rows % 31 == 0)
            .SelectMany(rows => Sizes.Around(longSide, longSide * 32 * rows / side).Concat(Sizes.Around(longSide, longSide * ((64L * rows) + 1) / (2L * side)))));
        Trial.Compare(trials, edges);
    }

    // OpenAI, Images and vision, Calculating costs: how the maximum side rounds is not published. 4096 x 2881 comes to
    // 2048 x 1440.5: the nearest pixel starts a 46th row, rounding down does not.
    [Fact]
    public void Rounding_at_the_maximum_side_is_an_estimate_where_it_decides()
    {
        MediaTokenCost open = Cost.Of("gpt-5.2", 4096, 2881, ImageDetail.High);
        Assert.Equal((64, 46, 3533, 3456, 3533, true), (open.Columns, open.Rows, open.Tokens, open.MinTokens, open.MaxTokens, open.IsEstimate));
        MediaTokenCost settled = Cost.Of("gpt-5.2", 4096, 2880, ImageDetail.High);
        Assert.Equal((3456, 3456, 3456, false), (settled.Tokens, settled.MinTokens, settled.MaxTokens, settled.IsEstimate));
    }

    [Fact]
    public void Patches_only_grow_with_a_side_while_nothing_is_scaled()
    {
        for (int height = 1; height <= 2048; height += 61)
        {
            long before = 0;
            for (int width = 1; width <= 2048; width += 3)
            {
                long tokens = Cost.Of("gpt-5.2", width, height).Tokens;
                Assert.True(tokens >= before, $"{width}x{height} on gpt-5.2 at High: {tokens} after {before}");
                before = tokens;
            }
        }
    }

    [Fact]
    public void Low_of_a_512_px_model_is_never_more_than_256_patches() => Assert.All(
        Sizes.Huge(32, 2_000), size => Assert.InRange(Cost.Of("gpt-5.6-sol", size.Width, size.Height, ImageDetail.Low).Units, 1, 256));
}
