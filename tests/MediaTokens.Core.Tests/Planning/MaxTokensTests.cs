using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>The largest size of the same shape that costs at most so many tokens.</summary>
public sealed class MaxTokensTests
{
    [Theory]
    [InlineData("gpt-4o", "4000x3000", 765, "1024x768", 765)]
    [InlineData("gpt-4o", "4000x3000", 764, "683x512", 425)]
    [InlineData("gpt-4o", "4000x3000", 425, "683x512", 425)]
    [InlineData("gpt-4o", "4000x3000", 424, "512x384", 255)]
    [InlineData("gpt-4o", "2560x1669", 1000, "1024x668", 765)]
    [InlineData("gpt-4o", "600x400", 300, "512x341", 255)]
    [InlineData("gpt-5.6-sol", "20000x15000", 1200, "1152x864", 1167)] // 36 x 27 patches
    public void The_largest_size_within_is_planned(string model, string source, long most, string target, long tokens)
    {
        SizePlan plan = Plans.Of(model, source, null, new() { MaxTokens = most });
        Assert.Equal((target, tokens), (plan.Target.ToString(), plan.TargetCount.Tokens));
    }

    // The tokens of a size are counted through the public surface, and each long side is tried in turn.
    [Fact]
    public void No_larger_size_of_the_shape_costs_as_little() => Assert.All(Counters.All.Where(trial => trial.Counter.SizeChangesTokens), trial =>
    {
        Random random = new(20_261_123);
        CostPlan cost = Cost.Plan(trial.Model.Id, trial.Settings);
        for (int i = 0; i < 12; i++)
        {
            PixelSize source = new(random.Next(1, 1 << random.Next(4, 12)), random.Next(1, 1 << random.Next(4, 12)));
            if (trial.Counter.Tokens(source) is null)
            {
                continue;
            }

            MediaTokenCost[] costs = [.. Enumerable.Range(0, source.LongSide).Select(less => Count(cost, Plans.Shape(source, source.LongSide - less)))];
            long least = costs.Min(size => size.Tokens), own = costs[0].Tokens;
            foreach (long most in new[] { own, own - 1, least, random.NextInt64(least, own + 1), random.NextInt64(least, own + 1) }.Where(most => most >= least))
            {
                MediaTokenCost largest = costs.First(size => size.Tokens <= most);
                bool grows = largest.ScaledWidth is null || largest.ScaledWidth > largest.Width || largest.ScaledHeight > largest.Height;
                PixelSize expected = grows ? new(largest.Width!.Value, largest.Height!.Value) : new(largest.ScaledWidth!.Value, largest.ScaledHeight!.Value);
                SizePlan plan = Plans.Planner(trial, new() { MaxTokens = most }).Plan(source);
                Assert.True(expected == plan.Target && plan.TargetCount.Tokens <= most, $"{trial}, at most {most}: {plan.Explanation}, not {expected}");
            }

            TooLow(trial, source, least, costs.First(size => size.Tokens == least).Size);
        }
    });

    [Fact]
    public void Large_sources_keep_to_the_limit_and_are_planned_once() => Assert.All(Counters.All.Where(trial => trial.Counter.SizeChangesTokens), trial =>
    {
        foreach (long most in new long[] { 300, 900, 20_000 })
        {
            SizePlanner planner = Plans.Planner(trial, new() { MaxTokens = most });
            foreach (PixelSize source in Plans.Sizes.Where((_, index) => index % 61 == 0))
            {
                try
                {
                    SizePlan plan = planner.Plan(source);
                    Assert.True(plan.TargetCount.Tokens <= most && plan.Target.Width <= source.Width && plan.Target.Height <= source.Height, plan.Explanation);
                    Assert.True(plan.Target == planner.Plan(plan.Target).Target, $"{trial}: {plan.Explanation}");
                }
                catch (MediaException exception) when (exception.Id == MediaErrorId.MaxTokensTooLow)
                {
                    Assert.True(trial.Counter.Tokens(new(1, 1)) > most, $"{source} on {trial}: {exception.Message}");
                }
            }
        }
    });

    // A header may tell such a size; to try each of its long sides takes half a minute and more.
    [Theory]
    [InlineData("gpt-4o", "2147483647x1", 300, "512x1")]
    [InlineData("gemini-2.5-pro", "1x2147483647", 600, "1x512")]
    [InlineData("gpt-5.6-sol", "2147483647x2147483647", 1200, "992x992")]
    public void A_size_beyond_all_rules_is_planned_like_any_other(string model, string source, long most, string target)
    {
        SizePlanner planner = Plans.Planner(model, new(), new() { MaxTokens = most });
        Assert.Equal(target, planner.Plan(Plans.Size(source)).Target.ToString());
    }

    [Fact]
    public void An_image_that_costs_no_more_is_planned_as_without_a_limit() => Assert.All(Counters.All, trial =>
    {
        SizePlanner free = Plans.Planner(trial);
        foreach (PixelSize source in Plans.Sizes.Where((_, index) => index % 61 == 0))
        {
            SizePlan plan = free.Plan(source);
            if (plan.SourceCount is TokenCount count)
            {
                Assert.Equal(plan, Plans.Planner(trial, new() { MaxTokens = count.Tokens }).Plan(source));
            }
        }
    });

    [Fact]
    public void A_size_that_changes_nothing_is_no_way_to_fewer_tokens() => Assert.All(Counters.All.Where(trial => !trial.Counter.SizeChangesTokens), trial =>
    {
        PixelSize source = new(1600, 900);
        TooLow(trial, source, trial.Counter.Count(source).Tokens, "at any size of its shape");
    });

    [Theory]
    [InlineData(254)]
    [InlineData(0)]
    [InlineData(-1)]
    public void The_least_is_named(long most)
    {
        MediaException exception = Cost.Fails(MediaErrorId.MaxTokensTooLow, () => Plans.Of("gpt-4o", "4000x3000", null, new() { MaxTokens = most }));
        Assert.Equal($"An image of 4000x3000 costs at least 255 tokens on gpt-4o at detail High, at 512x384; {most} cannot be met.", exception.Message);
        Assert.Equal("Allow 255 tokens or more, or choose a lower setting or another model.", exception.RecommendedAction);
    }

    private static void TooLow(Counters trial, PixelSize source, long least, string where)
    {
        MediaException exception = Cost.Fails(MediaErrorId.MaxTokensTooLow, () => Plans.Planner(trial, new() { MaxTokens = least - 1 }).Plan(source));
        Assert.Contains($" {least} tokens on {trial.Model.Id}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(where, exception.Message, StringComparison.Ordinal);
        Assert.Contains($" {least} tokens", exception.RecommendedAction, StringComparison.Ordinal);
    }

    private static MediaTokenCost Count(CostPlan plan, PixelSize size) => plan.Count(MediaItem.FromSize(size.Width, size.Height));
}
