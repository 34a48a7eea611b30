using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>What holds for every size on every family, at every setting and on either basis.</summary>
public sealed class SizePropertyTests
{
    // What Qwen looks at may be larger than the image, and its sides are multiples; nobody uploads a larger image for that.
    private static bool IsResizedToMultiples(Counters trial) => trial.Model.Family.Rule is QwenResizeRule;

    [Fact]
    public void Nothing_grows_and_no_count_rises() => ForAll((plan, _) =>
        plan.Target.Width <= plan.Source.Width && plan.Target.Height <= plan.Source.Height && plan.Target.ShortSide >= 1
        && plan.TargetCount.Tokens <= (plan.SourceCount?.Tokens ?? long.MaxValue));

    [Fact]
    public void The_counts_are_those_of_the_two_sizes() => ForAll((plan, trial) =>
        plan.TargetCount == trial.Counter.Count(plan.Target)
        && (plan.SourceCount is null ? trial.Counter.Tokens(plan.Source) is null : plan.SourceCount == trial.Counter.Count(plan.Source)));

    [Fact]
    public void The_service_has_nothing_left_to_do() => ForAll((plan, trial) =>
        plan.TargetCount.Scaled is not PixelSize scaled || scaled == plan.Target
        || (IsResizedToMultiples(trial) && (scaled.Width > plan.Target.Width || scaled.Height > plan.Target.Height || trial.Counter.Tokens(scaled) is null)));

    [Fact]
    public void The_target_of_a_target_is_itself() => Assert.All(Counters.All, trial =>
    {
        SizePlanner planner = Plans.Planner(trial);
        foreach (PixelSize size in Plans.Sizes)
        {
            SizePlan plan = planner.Plan(size), again = planner.Plan(plan.Target);
            Assert.True(plan.Target == again.Target, $"{plan.Explanation}; then {again.Explanation}");
        }
    });

    // A tile rule rounds each side once. A patch rule rounds at its maximum side and again, downwards, at its budget.
    [Fact]
    public void The_shape_is_kept_to_the_pixel() => ForAll((plan, trial) =>
    {
        double exact = (double)plan.Source.ShortSide * plan.Target.LongSide / plan.Source.LongSide;
        double most = trial.Model.Family.Rule.BilledBy == "patches" ? 1.5 : 0.5;
        return IsResizedToMultiples(trial) || (plan.Target.ShortSide == 1 ? exact < 2 : Math.Abs(plan.Target.ShortSide - exact) <= most);
    });

    [Fact]
    public void Turning_the_image_turns_the_plan() => Assert.All(Counters.All, trial =>
    {
        SizePlanner planner = Plans.Planner(trial);
        foreach (PixelSize size in Plans.Sizes)
        {
            PixelSize target = planner.Plan(size).Target, turned = planner.Plan(new(size.Height, size.Width)).Target;
            Assert.True((target.Width, target.Height) == (turned.Height, turned.Width), $"{size} on {trial}: {target}, turned {turned}");
        }
    });

    [Fact]
    public void The_explanation_is_one_line_with_the_model_the_sizes_and_the_tokens() => ForAll((plan, trial) =>
        plan.Explanation.StartsWith(plan.Source.ToString(), StringComparison.Ordinal)
        && plan.Explanation.Contains(plan.Target.ToString(), StringComparison.Ordinal)
        && plan.Explanation.Contains(trial.Model.Id, StringComparison.Ordinal)
        && plan.Explanation.Contains($"{plan.TargetCount.Tokens} ", StringComparison.Ordinal)
        && !plan.Explanation.Contains('\n', StringComparison.Ordinal)
        && plan.Explanation.Length < 220);

    [Fact]
    public void Threads_may_share_a_planner()
    {
        SizePlanner planner = Plans.Planner("gpt-4o", new(), new() { MaxTokens = 600, TrimTiles = true });
        PixelSize[] sizes = [.. Plans.Sizes.Where((_, index) => index % 5 == 0)];
        string[] alone = [.. sizes.Select(size => planner.Plan(size).Explanation)];
        string[] together = [.. sizes.AsParallel().AsOrdered().Select(size => planner.Plan(size).Explanation)];
        Assert.Equal(alone, together);
    }

    private static void ForAll(Func<SizePlan, Counters, bool> holds) => Assert.All(Counters.All, trial =>
    {
        SizePlanner planner = Plans.Planner(trial);
        foreach (PixelSize size in Plans.Sizes)
        {
            SizePlan plan = planner.Plan(size);
            Assert.True(holds(plan, trial), $"{trial}: {plan.Explanation}");
        }
    });
}
