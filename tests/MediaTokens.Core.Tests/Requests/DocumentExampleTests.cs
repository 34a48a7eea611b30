using System.Text.Json.Nodes;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Requests;
using MediaTokens.Rules;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>
/// The examples of both vendors' documents, member by member. What differs on purpose: OpenAI's <c>max_tokens</c> is sent as
/// <c>max_completion_tokens</c>, and Gemini's contents say their role.
/// </summary>
public sealed class DocumentExampleTests
{
    private static readonly string File = TestMedia.FullPath("boardwalk.jpg");

    [Fact]
    public void OpenAI_an_image_by_link() => Same(
        $$$"""
        {"model":"gpt-4o-mini","messages":[{"role":"user","content":[
          {"type":"text","text":"What’s in this image?"},
          {"type":"image_url","image_url":{"url":"{{{Boardwalk}}}"}}]}],"max_completion_tokens":300}
        """,
        Of(Gpt, new RequestOptions { Prompt = "What’s in this image?", MaxOutputTokens = 300 }, Boardwalk));

    [Fact]
    public void OpenAI_an_image_of_a_file() => Same(
        $$$"""
        {"model":"gpt-4o-mini","messages":[{"role":"user","content":[
          {"type":"text","text":"What’s in this image?"},
          {"type":"image_url","image_url":{"url":"data:image/jpeg;base64,{{{Base64(File)}}}"}}]}],"max_completion_tokens":300}
        """,
        Of(Gpt, new RequestOptions { Prompt = "What’s in this image?", MaxOutputTokens = 300 }, File));

    [Fact]
    public void OpenAI_several_images() => Same(
        $$$"""
        {"model":"gpt-4o-mini","messages":[{"role":"user","content":[
          {"type":"text","text":"What are in these images? Is there any difference between them?"},
          {"type":"image_url","image_url":{"url":"{{{Boardwalk}}}"}},
          {"type":"image_url","image_url":{"url":"{{{Boardwalk}}}"}}]}],"max_completion_tokens":300}
        """,
        Of(Gpt, new RequestOptions { Prompt = "What are in these images? Is there any difference between them?", MaxOutputTokens = 300 }, Boardwalk, Boardwalk));

    [Theory]
    [InlineData(ImageDetail.High, "high")]
    [InlineData(ImageDetail.Low, "low")]
    [InlineData(ImageDetail.Auto, "auto")]
    public void OpenAI_high_and_low_fidelity(ImageDetail detail, string word) => Same(
        $$$"""
        {"model":"gpt-4o-mini","messages":[{"role":"user","content":[
          {"type":"text","text":"What’s in this image?"},
          {"type":"image_url","image_url":{"url":"{{{Boardwalk}}}","detail":"{{{word}}}"}}]}],"max_completion_tokens":300}
        """,
        Of(Gpt, new RequestOptions { Prompt = "What’s in this image?", MaxOutputTokens = 300 }, detail, null, Boardwalk));

    [Fact]
    public void Gemini_a_media_resolution_of_one_part()
    {
        VisionRequest request = Of(Gemini3, new() { Prompt = "Describe these images:", ApiVersion = "v1alpha" }, null, PartMediaResolution.High, File);
        Assert.Equal("https://generativelanguage.googleapis.com/v1alpha/models/gemini-3-pro-preview:generateContent", request.Uri);
        Same(
            $$$"""
            {"contents":[{"role":"user","parts":[
              {"text":"Describe these images:"},
              {"inline_data":{"mime_type":"image/jpeg","data":"{{{Base64(File)}}}"},"media_resolution":{"level":"MEDIA_RESOLUTION_HIGH"}}]}]}
            """,
            request);
    }

    [Fact]
    public void Gemini_a_media_resolution_of_the_whole_request()
    {
        VisionRequest request = Of(Gemini25, new RequestOptions { Prompt = "Describe this image:", MediaResolution = PartMediaResolution.High }, File);
        Assert.Equal("https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent", request.Uri);
        JsonObject body = Json(request).AsObject();
        Assert.Equal("""{"media_resolution":"MEDIA_RESOLUTION_HIGH"}""", body["generation_config"]!.ToJsonString());
        Assert.Null(body["contents"]![0]!["parts"]![1]!["media_resolution"]);
    }

    [Theory]
    [InlineData(PartMediaResolution.Low, "MEDIA_RESOLUTION_LOW")]
    [InlineData(PartMediaResolution.Medium, "MEDIA_RESOLUTION_MEDIUM")]
    [InlineData(PartMediaResolution.High, "MEDIA_RESOLUTION_HIGH")]
    [InlineData(PartMediaResolution.UltraHigh, "MEDIA_RESOLUTION_ULTRA_HIGH")]
    public void Gemini_the_levels_of_parts(PartMediaResolution part, string level) => Assert.Equal(
        level,
        (string?)Json(Of(Gemini3, new(), null, part, File))["contents"]![0]!["parts"]![0]!["media_resolution"]!["level"]);

    [Fact]
    public void Gemini_levels_are_mixed_in_one_request()
    {
        VisionRequestBuilder builder = Builder(Gemini3, new() { MediaResolution = PartMediaResolution.Medium });
        VisionRequest request = builder.Build([
            builder.FromFile(File, null, PartMediaResolution.UltraHigh, default),
            builder.FromFile(File, null, PartMediaResolution.Low, default),
            builder.FromFile(File, null, null, default)]);
        Assert.Equal([2240L, 280L, 560L], request.Items.Select(item => item.Tokens!.Value));
        Assert.Equal(["UltraHigh", "Low", null], request.Items.Select(item => item.MediaResolution));
        Assert.Equal((3080, "Medium"), (request.EstimatedTokens, request.MediaResolution));
    }

    [Fact]
    public void The_documents_image_is_estimated_by_the_documents_rule()
    {
        VisionRequestBuilder builder = Builder("gpt-4o");
        VisionRequest request = builder.Build([
            builder.FromFile(File, ImageDetail.High, null, default), builder.FromFile(File, ImageDetail.Low, null, default)]);
        Assert.Equal([1105L, 85L], request.Items.Select(item => item.Tokens!.Value));
        Assert.Equal(1190, request.EstimatedTokens);
        Assert.Empty(request.Warnings);
    }
}
