using MediaTokens.Requests.Comparing;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Requests.Comparing;

/// <summary>What one request tells by itself.</summary>
public sealed class OneUsageTests
{
    // OpenAI, "Vision (Understanding Images)", Low or high fidelity: the image 1105, all 1118.
    [Fact]
    public void The_founding_documents_request_has_13_tokens_of_text()
    {
        MediaTokenUsage result = Usages.Judge(Usages.Of("gpt-4o", 2560, 1669, ImageDetail.High, 1118) with { RequestId = "chatcmpl-1" });
        Assert.Equal((1105L, 1105L, 13L, 1118L, 0L), (result.EstimatedTokens, result.MediaTokens, result.TextTokens, result.ReportedTokens, result.Difference));
        Assert.Equal(("TextOnly", "OpenAI", "gpt-4o", "1.png", "chatcmpl-1"), (result.Verdict, result.Vendor, result.Model, result.Name, result.RequestId));
        Assert.Equal("1118 - 1105 = 13, which may all be text; one request alone cannot tell", result.Explanation);
    }

    // The document's code names gpt-4o-mini, whose row cannot be meant: its 36,835 tokens are more than was reported.
    [Fact]
    public void The_founding_documents_model_name_stands_out()
    {
        MediaTokenUsage result = Usages.Judge(Usages.Of("gpt-4o-mini", 2560, 1669, ImageDetail.High, 1118));
        Assert.Equal(("Off", 36_835L, -35_717L), (result.Verdict, result.EstimatedTokens, result.Difference));
        Assert.Null(result.TextTokens);
        Assert.Null(result.MediaTokens);
        Assert.Equal("1118 - 36835 = -35717: less than the media alone", result.Explanation);
    }

    // The prompt has 23 bytes in UTF-8; 32 around the message and 32 around the image.
    [Theory]
    [InlineData(-1, "Off", "less than the media alone")]
    [InlineData(0, "Off", "too little is left for the text")]
    [InlineData(1, "TextOnly", "may all be text")]
    [InlineData(87, "TextOnly", "may all be text")]
    [InlineData(88, "Off", "more than the text can be, which is 87 at most")]
    public void The_rest_is_text_where_it_can_be(long rest, string verdict, string why)
    {
        MediaTokenUsage result = Usages.Judge(Usages.One(1105, 1105 + rest));
        Assert.Equal(verdict, result.Verdict);
        Assert.Contains(why, result.Explanation, StringComparison.Ordinal);
        Assert.Equal(verdict == "Off" ? null : rest, result.TextTokens);
        Assert.Equal(verdict == "Off" ? rest : 0, result.Difference);
    }

    [Theory]
    [InlineData(null, null, 2, 0, "TextOnly")]
    [InlineData(null, null, 2, 96, "TextOnly")]
    [InlineData(null, null, 2, 97, "Off")]
    [InlineData("Why?", "Be brief.", 1, 1, "Off")]
    [InlineData("Why?", "Be brief.", 1, 2, "TextOnly")]
    [InlineData("Why?", "Be brief.", 1, 109, "TextOnly")]
    [InlineData("Why?", "Be brief.", 1, 110, "Off")]
    [InlineData("\u00e9\u4e16", "", 1, 69, "TextOnly")]
    [InlineData("\u00e9\u4e16", "", 1, 70, "Off")]
    public void The_bound_grows_with_text_messages_and_items(string? prompt, string? system, int items, long rest, string verdict) =>
        Assert.Equal(verdict, Usages.Judge(Usages.Many(items, 85, 85 + rest) with { Prompt = prompt, SystemPrompt = system }).Verdict);

    [Theory]
    [InlineData(-1, "Off")]
    [InlineData(0, "TextOnly")]
    [InlineData(1_000_000, "TextOnly")]
    public void Text_that_is_not_known_has_no_bound(long rest, string verdict) =>
        Assert.Equal(verdict, Usages.Judge(Usages.One(1105, 1105 + rest) with { Prompt = null, IsTextKnown = false }).Verdict);

    [Fact]
    public void Nothing_reported_is_not_compared()
    {
        MediaTokenUsage result = Usages.Judge(Usages.One(1105, null));
        Assert.Equal(("Unknown", null, null), (result.Verdict, result.ReportedTokens, result.Difference));
        Assert.Equal("the vendor reported no tokens", result.Explanation);
    }

    [Fact]
    public void Media_that_were_not_all_counted_are_not_compared()
    {
        MediaTokenUsage result = Usages.Judge(Usages.Many(3, 85, 280) with { UncountedItems = 2, ImageTokens = 200 });
        Assert.Equal("Unknown", result.Verdict);
        Assert.Equal("2 of 3 items were not counted, as links are not read", result.Explanation);
        Assert.Equal("Unknown", Usages.Judge(Usages.One(0, 280)).Verdict);
    }

    [Fact]
    public void Several_items_are_named_by_the_first() => Assert.Equal(
        ("1.png", "1.png and 1 more", "1.png and 2 more", ""),
        (Name(1), Name(2), Name(3), Name(0)));

    private static string Name(int items) => Usages.Judge(Usages.Many(items, 85, 98)).Name;
}
