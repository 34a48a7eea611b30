using MediaTokens.Requests.Comparing;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Requests.Comparing;

/// <summary>Requests with the same model and text have the same text, so that a wrong estimate stands out.</summary>
public sealed class ManyUsagesTests
{
    // token-rules.md, measured: one image of 128 x 64 and five words, at low and at high.
    [Theory]
    [InlineData("gpt-4o", 97, 267, 12)]
    [InlineData("gpt-4.1", 97, 267, 12)]
    [InlineData("gpt-4o-mini", 2845, 8512, 12)]
    [InlineData("o3", 86, 236, 11)]
    public void Measured_bills_match_the_catalog(string model, long low, long high, long text)
    {
        MediaTokenUsage[] results = Usages.Compare(Usages.Of(model, 128, 64, ImageDetail.Low, low), Usages.Of(model, 128, 64, ImageDetail.High, high));
        Assert.Equal(["Match", "Match"], Usages.Verdicts(results));
        Assert.All(results, result => Assert.Equal((text, 0L), (result.TextTokens, result.Difference)));
        Assert.All(results, result => Assert.Equal(result.EstimatedTokens, result.MediaTokens));
        Assert.EndsWith(" of text, as in 2 of 2 requests", results[0].Explanation, StringComparison.Ordinal);
    }

    // token-survey.md, section 6: 469 and 2533 tokens reported of gpt-4.1-mini, whose images cost 415 and 2479.
    [Fact]
    public void A_long_prompt_is_found_too()
    {
        MediaTokenUsage[] results = Usages.Compare(Usages.One(415, 469), Usages.One(2479, 2533));
        Assert.All(results, result => Assert.Equal(("Match", 54L), (result.Verdict, result.TextTokens)));
    }

    // gpt-4o-mini by the constants of gpt-4o, a mistake that many counters make.
    [Fact]
    public void A_wrong_row_stands_out_by_its_model()
    {
        MediaTokenUsage[] results = Usages.Compare(
            Usages.One(85, 97),
            Usages.One(85, 2845) with { Model = "gpt-4o-mini" },
            Usages.One(255, 267),
            Usages.One(255, 8512) with { Model = "gpt-4o-mini" });
        Assert.Equal(["Match", "Off", "Match", "Off"], Usages.Verdicts(results));
        Assert.Equal(["gpt-4o", "gpt-4o-mini", "gpt-4o", "gpt-4o-mini"], results.Select(result => result.Model));
    }

    [Fact]
    public void A_row_that_is_a_little_wrong_stands_out_too()
    {
        // A multiplier of 1.2 in place of 1.1, and 12 of text: the smallest image alone leaves a little for it.
        MediaTokenUsage[] results = Usages.Compare(Usages.One(120, 122), Usages.One(240, 232), Usages.One(360, 342), Usages.One(480, 452));
        Assert.Equal(["TextOnly", "Off", "Off", "Off"], Usages.Verdicts(results));
    }

    [Fact]
    public void Plausible_remainders_that_differ_are_off_all()
    {
        MediaTokenUsage[] results = Usages.Compare(Usages.One(100, 110), Usages.One(200, 220), Usages.One(300, 330));
        Assert.Equal(["Off", "Off", "Off"], Usages.Verdicts(results));
        Assert.Equal("110 - 100 = 10; 3 requests with the same text agree on none", results[0].Explanation);
        Assert.All(results, result => Assert.Null(result.TextTokens));
    }

    [Fact]
    public void One_wrong_estimate_does_not_move_the_text()
    {
        MediaTokenUsage[] results = Usages.Compare(
            Usages.One(85, 98), Usages.One(255, 268), Usages.One(765, 5000), Usages.One(1105, 1118), Usages.One(425, 430));
        Assert.Equal(["Match", "Match", "Off", "Match", "Off"], Usages.Verdicts(results));
        Assert.Equal([0L, 0L, 4222L, 0L, -8L], results.Select(result => result.Difference!.Value));
        Assert.Equal("5000 - 765 - (13 of text) = 4222; 3 of 5 requests agree on that text", results[2].Explanation);
        Assert.Equal((13L, 4987L), (results[2].TextTokens!.Value, results[2].MediaTokens!.Value));
    }

    [Fact]
    public void The_same_file_again_proves_nothing()
    {
        MediaTokenUsage[] results = Usages.Compare(Usages.One(1105, 1118), Usages.One(1105, 1118), Usages.One(1105, 1118));
        Assert.All(results, result => Assert.Equal(("TextOnly", 13L), (result.Verdict, result.TextTokens)));
    }

    [Fact]
    public void Many_times_the_same_file_do_not_outvote_different_ones()
    {
        // The row is wrong at one size, which is sent most.
        ReportedUsage[] wrong = [.. Enumerable.Repeat(Usages.One(765, 800), 10)];
        MediaTokenUsage[] results = Usages.Compare([.. wrong, Usages.One(85, 98), Usages.One(255, 268), Usages.One(1105, 1118)]);
        Assert.Equal([.. Enumerable.Repeat("Off", 10), "Match", "Match", "Match"], Usages.Verdicts(results));
        Assert.All(results[..10], result => Assert.Equal(22, result.Difference));
    }

    [Fact]
    public void The_only_one_that_can_be_right_is_not_refuted_by_the_others()
    {
        MediaTokenUsage[] results = Usages.Compare(Usages.One(1105, 1118), Usages.One(1105, 900));
        Assert.Equal(["TextOnly", "Off"], Usages.Verdicts(results));
    }

    [Fact]
    public void Requests_with_other_text_are_judged_apart()
    {
        MediaTokenUsage[] results = Usages.Compare(
            Usages.One(85, 98),
            Usages.One(85, 105) with { Prompt = "Describe it." },
            Usages.One(85, 115) with { SystemPrompt = "Be brief." },
            Usages.One(255, 275) with { Prompt = "Describe it." },
            Usages.One(255, 268),
            Usages.One(255, 285) with { SystemPrompt = "Be brief." });
        Assert.Equal([13L, 20L, 30L, 20L, 13L, 30L], results.Select(result => result.TextTokens!.Value));
        Assert.All(results, result => Assert.Equal("Match", result.Verdict));
    }

    [Fact]
    public void A_few_tokens_for_each_item_are_part_of_the_text()
    {
        MediaTokenUsage[] results = Usages.Compare(
            Usages.One(85, 98), Usages.One(765, 778), Usages.Many(2, 850, 866), Usages.Many(3, 1870, 1889), Usages.Many(3, 425, 999));
        Assert.Equal(["Match", "Match", "Match", "Match", "Off"], Usages.Verdicts(results));
        Assert.Equal([13L, 13L, 16L, 19L, 19L], results.Select(result => result.TextTokens!.Value));
        Assert.Equal("1889 - 1870 = 10 of text + 3 x 3 for each item, as in 4 of 5 requests", results[3].Explanation);
    }

    [Fact]
    public void A_base_that_is_wrong_for_each_item_is_not_taken_for_text()
    {
        // Low detail at 80 in place of 85: what is missing is 5 for each image, and nothing else differs.
        MediaTokenUsage[] results = Usages.Compare(Usages.One(80, 98), Usages.Many(2, 160, 183), Usages.Many(3, 240, 268), Usages.Many(4, 320, 353));
        Assert.DoesNotContain("Match", Usages.Verdicts(results));
    }

    [Fact]
    public void Different_numbers_of_items_agree_on_the_same_text()
    {
        MediaTokenUsage[] results = Usages.Compare(Usages.One(85, 98), Usages.Many(2, 170, 183), Usages.Many(5, 425, 438));
        Assert.All(results, result => Assert.Equal(("Match", 13L), (result.Verdict, result.TextTokens)));
    }

    [Fact]
    public void Results_come_in_the_order_of_the_requests_and_grow()
    {
        MediaTokenUsageComparer comparer = new();
        comparer.Add(Usages.One(85, 98) with { RequestId = "a" });
        Assert.Equal("TextOnly", Assert.Single(comparer.Results()).Verdict);
        comparer.Add(Usages.One(255, 268) with { RequestId = "b", Model = "gpt-4.1" });
        comparer.Add(Usages.One(255, 268) with { RequestId = "c" });
        Assert.Equal(["a", "b", "c"], comparer.Results().Select(result => result.RequestId!));
        Assert.Equal(["Match", "TextOnly", "Match"], Usages.Verdicts(comparer.Results()));
    }

    [Fact]
    public void Seeded_bills_are_solved_whatever_is_wrong_among_them()
    {
        Random random = new(20_261_121);
        for (int trial = 0; trial < 300; trial++)
        {
            (int text, int perItem) = (random.Next(5, 40), random.Next(0, 4));
            List<ReportedUsage> usages = [];
            List<bool> isRight = [];
            for (int i = 0; i < 30; i++)
            {
                int items = random.Next(1, 5);
                long estimated = random.Next(85, 5000);
                isRight.Add(i < 12 || random.Next(2) == 0);
                long error = isRight[^1] ? 0 : random.Next(500, 3000) * (random.Next(2) == 0 ? 1 : -1);
                usages.Add(Usages.Many(items, estimated, estimated + text + (perItem * items) + error));
            }

            MediaTokenUsage[] results = Usages.Compare([.. usages]);
            Assert.Equal(isRight.Select(right => right ? "Match" : "Off"), Usages.Verdicts(results));
        }
    }
}
