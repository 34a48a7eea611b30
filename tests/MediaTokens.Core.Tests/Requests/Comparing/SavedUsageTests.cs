using MediaTokens.Requests.Comparing;
using Xunit;

namespace MediaTokens.Core.Tests.Requests.Comparing;

/// <summary>Answers in files, of either vendor, and responses as they come.</summary>
public sealed class SavedUsageTests
{
    [Fact]
    public void A_saved_answer_is_compared_with_what_was_sent()
    {
        VisionRequest request = new()
        {
            Vendor = "OpenAI",
            Model = "gpt-4o",
            Prompt = Usages.Prompt,
            SystemPrompt = "Be brief.",
            Items = [new() { Path = Path.GetFullPath("boardwalk.jpg"), Bytes = 1, MediaType = "Image", Tokens = 1105 }],
            EstimatedTokens = 1105,
        };
        MediaTokenUsage result = Usages.Judge(ReportedUsage.FromJson(VendorShapes.ChatCompletion).For(request));
        Assert.Equal(("TextOnly", 1105L, 13L, 1118L), (result.Verdict, result.MediaTokens, result.TextTokens, result.ReportedTokens));
        Assert.Equal(("OpenAI", "gpt-4o", "boardwalk.jpg"), (result.Vendor, result.Model, result.Name));
    }

    [Fact]
    public void A_saved_answer_tells_its_own_model()
    {
        ReportedUsage usage = ReportedUsage.FromJson(VendorShapes.ChatCompletion) with { EstimatedTokens = 1105, Items = ["boardwalk.jpg"] };
        MediaTokenUsage result = Usages.Judge(usage);
        Assert.Equal(("TextOnly", "gpt-4o-mini-2024-07-18", 13L), (result.Verdict, result.Model, result.TextTokens));
        Assert.False(usage.IsTextKnown);
    }

    [Fact]
    public void The_text_of_saved_answers_is_not_taken_for_the_same()
    {
        MediaTokenUsageComparer comparer = new();
        ReportedUsage usage = ReportedUsage.FromJson(VendorShapes.ChatCompletion);
        Assert.Equal("TextOnly", comparer.Add(usage with { EstimatedTokens = 1105 })!.Verdict);
        Assert.Equal("TextOnly", comparer.Add(usage with { EstimatedTokens = 765 })!.Verdict);
        Assert.Empty(comparer.Results());
    }

    [Theory]
    [InlineData(VendorShapes.Response, 300, "TextOnly", 28)]
    [InlineData(VendorShapes.GenerateContent, 2189, "Match", 6)]
    [InlineData(VendorShapes.GenerateContent, 2240, "Off", 6)]
    [InlineData(VendorShapes.CountTokens, 1120, "Match", 6)]
    [InlineData(VendorShapes.CountTokens, 2240, "Unknown", 6)]
    public void Every_interface_is_read(string json, long estimated, string verdict, long text)
    {
        MediaTokenUsage result = Usages.Judge(ReportedUsage.FromJson(json) with { EstimatedTokens = estimated });
        Assert.Equal((verdict, text), (result.Verdict, result.TextTokens));
    }

    [Fact]
    public void Nothing_is_compared_with_no_estimate() =>
        Assert.Equal("Unknown", Usages.Judge(ReportedUsage.FromJson(VendorShapes.GenerateContent)).Verdict);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"usage\":{\"prompt_tokens\":1118}}")]
    public void Other_texts_are_refused(string json) =>
        Assert.Equal(MediaErrorId.BadResponse, Assert.Throws<MediaException>(() => ReportedUsage.FromJson(json)).Id);

    [Fact]
    public void A_response_is_compared_as_it_comes()
    {
        VisionResponse response = new()
        {
            Vendor = "OpenAI", Model = "gpt-4o", Items = ["a.png", "b.png"], EstimatedTokens = 850, PromptTokens = 863,
            Prompt = Usages.Prompt, SystemPrompt = "Be brief.", RequestId = "req-1",
        };
        ReportedUsage usage = ReportedUsage.Of(response);
        Assert.Equal((Usages.Prompt, "Be brief.", true, "req-1"), (usage.Prompt, usage.SystemPrompt, usage.IsTextKnown, usage.RequestId));
        MediaTokenUsage result = Usages.Judge(usage);
        Assert.Equal(("TextOnly", 13L, "a.png and 1 more"), (result.Verdict, result.TextTokens, result.Name));
        Assert.Equal("Unknown", Usages.Judge(ReportedUsage.Of(response with { UncountedItems = 1 })).Verdict);
    }

    [Fact]
    public void A_link_that_was_not_read_is_left_out()
    {
        VisionRequest request = new()
        {
            Vendor = "OpenAI",
            Model = "gpt-4o",
            Items = [new() { Path = "/a.png", MediaType = "Image", Tokens = 85 }, new() { Uri = "https://example.org/b.png", MediaType = "Image" }],
            EstimatedTokens = 85,
        };
        ReportedUsage usage = ReportedUsage.FromJson(VendorShapes.ChatCompletion).For(request);
        Assert.Equal(1, usage.UncountedItems);
        Assert.Equal(1, new VisionResponse().To(request).UncountedItems);
        Assert.Equal("Unknown", Usages.Judge(usage).Verdict);
    }
}
