using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>One pixel to either side of every place where the grid or the crops change.</summary>
public sealed class GeminiBoundaryTests
{
    private static readonly int[] Budgets = [280, 560, 1120, 2240];

    // A column more where width : height = n^2 : budget.
    [Fact]
    public void Shapes_whose_grid_gets_a_column_more()
    {
        IReadOnlyList<Trial> trials = Trial.Of("gemini-3.8-flash");
        IEnumerable<(long, long)> edges = Budgets.SelectMany(budget => Enumerable.Range(1, budget).Where(n => n <= 90 || n % 29 == 0)
            .SelectMany(n => new[] { (long)budget, 2L * budget, 997 }.SelectMany(height => Sizes.Around((long)n * n * height / budget, height))));
        Trial.Compare(trials, edges);
    }

    [Fact]
    public void Crops_around_384_px_and_the_clamps_of_the_crop_unit()
    {
        IReadOnlyList<Trial> trials = Trial.Of("gemini-2.5-flash");
        Trial.Compare(trials, Sizes.AroundPairs([1, 255, 256, 383, 384, 385, 386, 512, 768, 1151, 1152, 1153, 1536, 2304, 3072]));
        IEnumerable<(long, long)> edges = Enumerable.Range(1, 466).Select(i => 3 * i)
            .SelectMany(shortSide => Enumerable.Range(1, 9).SelectMany(crops => Sizes.Around(Math.Clamp(shortSide * 2L / 3, 256, 768) * crops, shortSide)));
        Trial.Compare(trials, edges);
    }

    [Fact]
    public void The_size_in_pixels_never_matters_on_gemini_3() => Assert.All(Sizes.Random(3, 2_000), size =>
    {
        MediaTokenCost once = Cost.Of("gemini-3-flash-preview", size.Width, size.Height, new CostSettings { Basis = CountBasis.Billed });
        MediaTokenCost large = Cost.Of("gemini-3-flash-preview", size.Width * 1_000, size.Height * 1_000, new CostSettings { Basis = CountBasis.Billed });
        Assert.Equal((once.Columns, once.Rows, once.Tokens), (large.Columns, large.Rows, large.Tokens));
    });

    [Fact]
    public void The_bill_is_never_above_the_tables_number() => Assert.All(Sizes.Huge(33, 3_000), size =>
    {
        MediaTokenCost cost = Cost.Of("gemini-3.6-flash", size.Width, size.Height, new CostSettings());
        Assert.InRange(cost.BilledTokens!.Value, 1, cost.DocumentedTokens);
    });
}
