using System.Collections;
using System.Globalization;
using System.Reflection;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Requests;
using MediaTokens.Rules;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>A request that went through a job is the request that it was.</summary>
public sealed class SavedRequestTests
{
    private static readonly VisionRequest[] Requests =
    [
        Of(
            Gemini3,
            new()
            {
                Prompt = "What?",
                SystemPrompt = "Be brief.",
                MaxOutputTokens = 7,
                ApiVersion = "v1alpha",
                MediaResolution = PartMediaResolution.Low,
                Video = new() { FramesPerSecond = 0.5m, StartTime = TimeSpan.FromMilliseconds(250), EndTime = TimeSpan.FromSeconds(1) },
            },
            null,
            PartMediaResolution.High,
            TestMedia.FullPath("video/rate-60.mp4"),
            TestMedia.FullPath("receipt.png"),
            "https://example.com/a"),
        Of("gpt-4o", new() { Api = OpenAIApi.Responses, Role = "assistant" }, ImageDetail.Low, null, "https://example.com/a.png"),
    ];

    public static TheoryData<int, bool> Ways => new() { { 0, false }, { 0, true }, { 1, false }, { 1, true } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_property_comes_back(int index, bool asTexts)
    {
        VisionRequest request = Requests[index];
        VisionRequest restored = SavedRequest.Restore(name => Bag(request, asTexts)[name]);
        Assert.Equal(request.ToJson(), restored.ToJson());
        Assert.Equal(request.Items, restored.Items);
        Assert.Equal(request.Warnings, restored.Warnings);
        Assert.Equal(request with { Items = [], Warnings = [] }, restored with { Items = [], Warnings = [] });
    }

    [Fact]
    public void Items_may_be_whole()
    {
        Hashtable bag = Bag(Requests[0], asTexts: false);
        bag["Items"] = Requests[0].Items;
        Assert.Equal(Requests[0].ToJson(), SavedRequest.Restore(name => bag[name]).ToJson());
    }

    [Theory]
    [InlineData("Uri", null, "Uri")]
    [InlineData("Role", "", "Role")]
    [InlineData("MaxOutputTokens", "many", "MaxOutputTokens")]
    [InlineData("EstimatedTokens", 1e30, "EstimatedTokens")]
    [InlineData("Items", "MediaTokens.VisionRequestItem", "Items")]
    public void What_is_no_whole_request_is_refused(string name, object? value, string told)
    {
        Hashtable bag = Bag(Requests[0], asTexts: false);
        bag[name] = value;
        Assert.Contains(told, Refused(MediaErrorId.BadRequest, () => SavedRequest.Restore(key => bag[key])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Path", null)]
    [InlineData("Bytes", null)]
    [InlineData("StartTime", "soon")]
    public void What_is_no_whole_item_is_refused(string name, object? value)
    {
        Hashtable bag = Bag(Requests[0], asTexts: false);
        ((Hashtable)((ArrayList)bag["Items"]!)[0]!)[name] = value;
        Refused(MediaErrorId.BadRequest, () => SavedRequest.Restore(key => bag[key]));
    }

    // As remoting leaves an object: a bag of values, lists for arrays, bags within for objects.
    private static Hashtable Bag(object value, bool asTexts)
    {
        Hashtable bag = [];
        foreach (PropertyInfo property in value.GetType().GetProperties())
        {
            bag[property.Name] = Left(property.GetValue(value), asTexts);
        }

        return bag;
    }

    private static object? Left(object? value, bool asTexts) => value switch
    {
        null or string => value,
        VisionRequestItem item => Bag(item, asTexts),
        IEnumerable list => new ArrayList(list.Cast<object>().Select(item => Left(item, asTexts)).ToArray()),
        _ => asTexts ? Convert.ToString(value, CultureInfo.InvariantCulture) : value,
    };
}
