using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>Where the edge of the catalog would cost more than the source, another size is taken.</summary>
public sealed class SizeGuardTests
{
    // The grid of my-grid follows the shape; an edge of so few pixels rounds the shape into another grid.
    private const string Grid = """{ "method": "Grid", "isConfirmed": true, "source": "My bill", "date": "2026-10", "evidence": "One call" }""";

    private static readonly string Billed = CatalogFile.With("families/my-levels/billed", Grid);

    [Fact]
    public void No_count_rises_at_any_edge()
    {
        List<SizePlan> below = [], kept = [];
        foreach (int edge in new[] { 7, 20, 60, 200, 1000 })
        {
            using CatalogFile file = new(Billed.Replace("\"Unspecified\":1000", $"\"Unspecified\":{edge}", StringComparison.Ordinal));
            foreach (CountBasis basis in Enum.GetValues<CountBasis>())
            {
                SizePlanner planner = Plans.Planner("my-level-model", new() { Basis = basis }, catalog: file.Load());
                foreach (PixelSize size in Plans.Sizes)
                {
                    SizePlan plan = planner.Plan(size);
                    Assert.True(plan.TargetCount.Tokens <= plan.SourceCount!.Tokens, plan.Explanation);
                    Assert.Equal(plan.Target, planner.Plan(plan.Target).Target);
                    if (size.LongSide > edge && plan.Target.LongSide != edge)
                    {
                        (plan.Target == size ? kept : below).Add(plan);
                    }
                }
            }
        }

        Assert.NotEmpty(below);
        Assert.All(below, plan => Assert.Matches(@"^\d+x\d+ -> \d+x\d+, the largest below \d+x\d+ that costs no more on my-level-model ", plan.Explanation));
        Assert.NotEmpty(kept);
        Assert.All(kept, plan => Assert.Matches(@"^\d+x\d+ stays, since \d+x\d+ would cost more on my-level-model ", plan.Explanation));
    }
}
