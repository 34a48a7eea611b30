using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>A little of the size is given up where that saves a row or a column of tiles.</summary>
public sealed class TrimTilesTests
{
    private static readonly IReadOnlyList<Counters> Tiled = [.. Counters.All.Where(trial => trial.Model.Family.Rule.HasTiles)];

    [Theory]
    [InlineData("2560x1669", 0.15, "1024x668", 765)]
    [InlineData("1178x768", 0.15, "1024x668", 765)]
    [InlineData("1669x2560", 0.15, "668x1024", 765)]
    [InlineData("2560x1669", 0.13, "1178x768", 1105)] // 1025 is the least long side
    [InlineData("2560x1669", 0.14, "1024x668", 765)]
    [InlineData("2560x1669", 0, "1178x768", 1105)]
    [InlineData("4000x3000", 0.15, "1024x768", 765)]
    [InlineData("4000x3000", 0.5, "512x384", 255)]
    [InlineData("4096x8192", 0.15, "768x1536", 1105)]
    [InlineData("600x560", 0.15, "512x478", 255)] // a row and a column
    [InlineData("640x512", 0.2, "512x410", 255)] // just a fifth
    public void A_row_or_a_column_is_saved(string source, double share, string target, long tokens)
    {
        SizePlan plan = Plans.Of("gpt-4o", source, ImageDetail.High, new() { TrimTiles = true, MaxShrink = share });
        Assert.Equal((target, tokens), (plan.Target.ToString(), plan.TargetCount.Tokens));
    }

    [Fact]
    public void The_explanation_names_the_tiles() => Assert.Equal(
        "2560x1669 -> 1024x668, trimmed to 2x2 tiles from 1178x768, the size gpt-4o at detail High looks at: 1105 tokens before, 765 after",
        Plans.Of("gpt-4o", "2560x1669", ImageDetail.High, new() { TrimTiles = true }).Explanation);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(0.15)]
    [InlineData(0.3)]
    [InlineData(0.99)]
    public void Trimming_gives_up_no_more_than_its_share_and_nothing_in_vain(double share) => Assert.All(Tiled, trial =>
    {
        SizePlanner plain = Plans.Planner(trial), trimming = Plans.Planner(trial, new() { TrimTiles = true, MaxShrink = share });
        foreach (PixelSize source in Plans.Sizes.Where((_, index) => index % 11 == 0))
        {
            SizePlan whole = plain.Plan(source), trimmed = trimming.Plan(source);
            // A tiny image may round to a square, which costs less at high fidelity.
            bool saves = trimmed.TargetCount.Tokens < whole.TargetCount.Tokens
                && (trial.Model.Family.Rule is OpenAIImageRule || trimmed.TargetCount.Columns < whole.TargetCount.Columns || trimmed.TargetCount.Rows < whole.TargetCount.Rows);
            bool isWithin = trimmed.Target.LongSide >= (1 - (decimal)share) * whole.Target.LongSide && trimmed.Target.LongSide <= whole.Target.LongSide;
            Assert.True(trimmed.Target == whole.Target || (saves && isWithin), $"{trial}: {trimmed.Explanation}");
        }
    });

    [Theory]
    [InlineData(500)]
    [InlineData(800)]
    public void Within_a_limit_on_the_tokens_nothing_is_given_up_in_vain_either(long most)
    {
        SizePlanner plain = Plans.Planner("gpt-4o", new(), new() { MaxTokens = most });
        SizePlanner trimming = Plans.Planner("gpt-4o", new(), new() { MaxTokens = most, TrimTiles = true });
        foreach (PixelSize source in Plans.Sizes.Where((_, index) => index % 3 == 0))
        {
            SizePlan whole = plain.Plan(source), trimmed = trimming.Plan(source);
            Assert.True(trimmed.Target == whole.Target || trimmed.TargetCount.Tokens < whole.TargetCount.Tokens, $"{whole.Explanation}; {trimmed.Explanation}");
        }
    }

    // Each long side within the share is tried in turn.
    [Fact]
    public void The_largest_of_the_cheapest_sizes_is_taken()
    {
        Counters trial = Tiled.First(trial => trial.Model.Family.Rule is OpenAITileRule && trial.Counter.Setting == "High");
        SizePlanner plain = Plans.Planner(trial), trimming = Plans.Planner(trial, new() { TrimTiles = true, MaxShrink = 0.25 });
        foreach (PixelSize source in Plans.Sizes.Where((_, index) => index % 7 == 0))
        {
            PixelSize whole = plain.Plan(source).Target;
            PixelSize best = Enumerable.Range(0, (whole.LongSide / 4) + 1)
                .Select(less => Plans.Shape(source, whole.LongSide - less))
                .Where(size => size.LongSide >= 1)
                .MinBy(size => trial.Counter.Count(size).Tokens);
            Assert.True(best == trimming.Plan(source).Target, $"{trimming.Plan(source).Explanation}, not {best}");
        }
    }

    [Fact]
    public void Low_detail_has_nothing_to_trim() => Assert.All(Tiled.Where(trial => !trial.Counter.SizeChangesTokens), trial =>
        Assert.All(Plans.Sizes.Take(500), size =>
            Assert.Equal(Plans.Planner(trial).Plan(size), Plans.Planner(trial, new() { TrimTiles = true, MaxShrink = 0.9 }).Plan(size))));

    [Theory]
    [InlineData("2560x1669", 1105, "1024x668", 765)]
    [InlineData("1200x580", 700, "1024x495", 425)]
    public void A_limit_on_the_tokens_goes_first(string source, long most, string target, long tokens)
    {
        SizePlan plan = Plans.Of("gpt-4o", source, ImageDetail.High, new() { MaxTokens = most, TrimTiles = true });
        Assert.Equal((target, tokens), (plan.Target.ToString(), plan.TargetCount.Tokens));
    }

    [Fact]
    public void Models_without_tiles_refuse_and_say_how_they_are_billed() => Assert.All(Counters.All.Except(Tiled), trial =>
    {
        MediaException exception = Cost.Fails(MediaErrorId.SettingNotSupported, () => Plans.Planner(trial, new() { TrimTiles = true }));
        string billed = trial.Model.Family.Rule switch
        {
            GeminiResolutionRule => "media resolution",
            AreaTableRule => "size",
            _ => "patches",
        };
        Assert.Equal($"{trial.Model.Id} has no tiles to trim: it is billed by {billed}.", exception.Message);
    });
}
