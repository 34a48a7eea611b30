using MediaTokens.Requests.Comparing;
using Xunit;

namespace MediaTokens.Core.Tests.Requests.Comparing;

/// <summary>Responses as a job or a file of PowerShell leaves them, and bills that are known to differ from the documentation.</summary>
public sealed class SavedResponseTests
{
    [Fact]
    public void A_response_is_made_again_of_its_properties()
    {
        Dictionary<string, object?> values = new()
        {
            ["Vendor"] = "OpenAI",
            ["Model"] = "gpt-4o",
            ["Items"] = new object[] { "boardwalk.jpg" },
            ["EstimatedTokens"] = 1105,
            ["PromptTokens"] = "1118",
            ["Prompt"] = "What's in this image?",
            ["TextTokens"] = "",
            ["IsCountOnly"] = false,
        };
        ReportedUsage usage = SavedUsage.Restore(values.GetValueOrDefault);
        Assert.Equal(("OpenAI", "gpt-4o", 1105L, 1118L, null, false), (usage.Vendor, usage.Model, usage.EstimatedTokens, usage.PromptTokens, usage.TextTokens, usage.IsCountOnly));
        Assert.Equal(["boardwalk.jpg"], usage.Items);
        Assert.Null(new MediaTokenUsageComparer().Add(usage));
    }

    [Theory]
    [InlineData("Vendor", null)]
    [InlineData("EstimatedTokens", null)]
    [InlineData("EstimatedTokens", "many")]
    [InlineData("PromptTokens", "1.5")]
    public void What_is_no_response_is_refused(string name, object? value)
    {
        Dictionary<string, object?> values = new() { ["Vendor"] = "OpenAI", ["EstimatedTokens"] = 1105, ["PromptTokens"] = 1118 };
        values[name] = value;
        MediaException exception = Assert.Throws<MediaException>(() => SavedUsage.Restore(values.GetValueOrDefault));
        Assert.Equal(MediaErrorId.BadResponse, exception.Id);
    }

    // Gemini 3 documents 1,120 tokens for an image, and calls were billed 1,064 at 4:3.
    [Theory]
    [InlineData(1120, "Match", 0)]
    [InlineData(1064, "Match", 0)]
    [InlineData(1063, "Off", -57)]
    public void A_bill_matches_the_documentation_or_what_was_measured(long reported, string verdict, long difference)
    {
        MediaTokenUsage usage = new MediaTokenUsageComparer().Add(new()
        {
            Vendor = "Google",
            Model = "gemini-3-flash-preview",
            Items = ["photo.jpg"],
            EstimatedTokens = 1120,
            BilledTokens = 1064,
            PromptTokens = reported + 4,
            TextTokens = 4,
            ImageTokens = reported,
        })!;
        Assert.Equal((verdict, difference), (usage.Verdict, usage.Difference));
    }
}
