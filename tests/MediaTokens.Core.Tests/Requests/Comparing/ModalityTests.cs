using MediaTokens.Core.Tests.Rules;
using MediaTokens.Requests.Comparing;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Requests.Comparing;

/// <summary>Where the vendor counts by modality, nothing has to be solved, and nothing waits.</summary>
public sealed class ModalityTests
{
    [Fact]
    public void A_request_is_judged_at_once()
    {
        MediaTokenUsageComparer comparer = new();
        MediaTokenUsage? result = comparer.Add(Image(1100, 1100, 6));
        Assert.Equal(("Match", 1100L, 6L, 1106L, 0L), (result!.Verdict, result.MediaTokens, result.TextTokens, result.ReportedTokens, result.Difference));
        Assert.Equal("image 1100 reported - 1100 estimated = 0, besides 6 of text", result.Explanation);
        Assert.Empty(comparer.Results());
    }

    // Reported as gemini-3.1-flash-lite's for 720 x 960: 1064, a grid of 28 x 38, where the documentation says 1120.
    [Fact]
    public void Another_count_is_off()
    {
        MediaTokenUsage documented = Usages.Judge(Image(Estimate(CountBasis.Documented), 1064, 1));
        Assert.Equal(("Off", -56L), (documented.Verdict, documented.Difference));
        Assert.Equal("image 1064 reported - 1120 estimated = -56, besides 1 of text", documented.Explanation);
        Assert.Equal("Match", Usages.Judge(Image(Estimate(CountBasis.Billed), 1064, 1)).Verdict);
    }

    // Gemini 3 reports the pages of documents as images.
    [Theory]
    [InlineData(10_400, null, null, null, "Match")]
    [InlineData(null, null, null, 10_400, "Match")]
    [InlineData(null, 10_000, 400, null, "Match")]
    [InlineData(400, 9_000, 900, 100, "Match")]
    [InlineData(null, null, 10_400, null, "Match")]
    [InlineData(null, null, null, null, "Off")]
    public void All_modalities_but_text_are_media(int? image, int? video, int? audio, int? document, string verdict) => Assert.Equal(verdict, Usages.Judge(
        Image(10_400, image, 115) with { VideoTokens = video, AudioTokens = audio, DocumentTokens = document }).Verdict);

    [Fact]
    public void Text_that_is_not_told_is_the_rest()
    {
        MediaTokenUsage result = Usages.Judge(Image(1064, 1064, null) with { PromptTokens = 1070 });
        Assert.Equal(("Match", 6L), (result.Verdict, result.TextTokens));
    }

    [Fact]
    public void Sound_alone_is_no_count_by_modality()
    {
        MediaTokenUsage result = Usages.Judge(Usages.One(1105, 1118) with { AudioTokens = 0 });
        Assert.Equal(("TextOnly", 13L), (result.Verdict, result.TextTokens));
    }

    [Theory]
    [InlineData(1120, "Match")]
    [InlineData(280, "Unknown")]
    public void A_count_without_the_media_resolution_refutes_nothing(int estimated, string verdict)
    {
        MediaTokenUsage result = Usages.Judge(Image(estimated, 1120, 6) with { IsCountOnly = true });
        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(verdict == "Unknown", result.Explanation.Contains("countTokens takes no media resolution", StringComparison.Ordinal));
    }

    [Fact]
    public void A_count_without_modalities_or_media_resolution_refutes_nothing()
    {
        MediaTokenUsage result = Usages.Judge(Usages.One(1120, 270) with { IsCountOnly = true });
        Assert.Equal(("Unknown", -850L), (result.Verdict, result.Difference));
    }

    private static long Estimate(CountBasis basis) => Cost.Of("gemini-3.1-flash-lite", 720, 960, new CostSettings { Basis = basis }).Tokens;

    private static ReportedUsage Image(long estimated, long? image, long? text) => new()
    {
        Vendor = "Google",
        Model = "gemini-3.8-flash",
        Items = ["photo.jpg"],
        EstimatedTokens = estimated,
        Prompt = Usages.Prompt,
        PromptTokens = image + text,
        ImageTokens = image,
        TextTokens = text,
    };
}
