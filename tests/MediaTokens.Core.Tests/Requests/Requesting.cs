using System.Text.Json.Nodes;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Requests;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>Requests through the public surface.</summary>
internal static class Requesting
{
    public const string Gpt = "gpt-4o-mini";
    public const string Gemini3 = "gemini-3-pro-preview";
    public const string Gemini25 = "gemini-2.5-flash";
    public const string Boardwalk =
        "https://upload.wikimedia.org/wikipedia/commons/thumb/d/dd/Gfp-wisconsin-madison-the-nature-boardwalk.jpg/2560px-Gfp-wisconsin-madison-the-nature-boardwalk.jpg";

    public static VisionRequestBuilder Builder(string model, RequestOptions? options = null) => new(Optimizing.Model(model), options ?? new());

    /// <summary>The request of some files and links, each with the same setting.</summary>
    public static VisionRequest Of(string model, RequestOptions options, ImageDetail? detail, PartMediaResolution? part, params string[] sources)
    {
        VisionRequestBuilder builder = Builder(model, options);
        return builder.Build([.. sources.Select(source => Path.IsPathFullyQualified(source)
            ? builder.FromFile(source, detail, part, default)
            : builder.FromLink(source, detail, part))]);
    }

    public static VisionRequest Of(string model, string prompt, params string[] sources) => Of(model, new() { Prompt = prompt }, null, null, sources);

    public static VisionRequest Of(string model, RequestOptions options, params string[] sources) => Of(model, options, null, null, sources);

    public static string Base64(string path) => Convert.ToBase64String(File.ReadAllBytes(path));

    public static JsonNode Json(VisionRequest request) => JsonNode.Parse(request.ToJson())!;

    /// <summary>Asserts that the body is the same tree of JSON, whatever the order of its members.</summary>
    public static void Same(string expected, VisionRequest request) => Same(JsonNode.Parse(expected)!, request);

    public static void Same(JsonNode expected, VisionRequest request) =>
        Assert.True(JsonNode.DeepEquals(expected, Json(request)), $"Expected {expected.ToJsonString()}\n but was {request.ToJson()}");

    public static MediaException Refused(MediaErrorId id, Func<object> make)
    {
        MediaException exception = Assert.Throws<MediaException>(make);
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.RecommendedAction);
        return exception;
    }
}
