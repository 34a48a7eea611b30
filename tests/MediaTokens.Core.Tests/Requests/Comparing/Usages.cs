using MediaTokens.Core.Tests.Rules;
using MediaTokens.Requests.Comparing;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Requests.Comparing;

/// <summary>Usages to compare, and what comes of them.</summary>
internal static class Usages
{
    public const string Prompt = "What\u2019s in this image?";

    /// <summary>One image and what was reported for all of it.</summary>
    public static ReportedUsage One(long estimated, long? reported) => Many(1, estimated, reported);

    /// <summary>Some images and what was reported for all of it.</summary>
    public static ReportedUsage Many(int items, long estimated, long? reported) => new()
    {
        Vendor = "OpenAI",
        Model = "gpt-4o",
        Items = [.. Enumerable.Range(1, items).Select(item => $"{item}.png")],
        EstimatedTokens = estimated,
        Prompt = Prompt,
        PromptTokens = reported,
    };

    /// <summary>One image by the catalog's own row.</summary>
    public static ReportedUsage Of(string model, int width, int height, ImageDetail? detail, long reported) =>
        One(Cost.Of(model, width, height, detail).Tokens, reported) with { Model = model };

    /// <summary>The judgements of some usages, of which none can be judged at once.</summary>
    public static MediaTokenUsage[] Compare(params ReportedUsage[] usages)
    {
        MediaTokenUsageComparer comparer = new();
        Assert.All(usages, usage => Assert.Null(comparer.Add(usage)));
        MediaTokenUsage[] results = [.. comparer.Results()];
        Assert.Equal(usages.Length, results.Length);
        Assert.All(results, result => Assert.NotEmpty(result.Explanation));
        return results;
    }

    /// <summary>The judgement of one usage, whether it is given at once or not.</summary>
    public static MediaTokenUsage Judge(ReportedUsage usage)
    {
        MediaTokenUsageComparer comparer = new();
        return comparer.Add(usage) ?? Assert.Single(comparer.Results());
    }

    public static string[] Verdicts(IEnumerable<MediaTokenUsage> results) => [.. results.Select(result => result.Verdict)];
}
