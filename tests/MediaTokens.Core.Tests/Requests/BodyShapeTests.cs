using System.Text.Json.Nodes;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Requests;
using MediaTokens.Rules;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>What bodies say besides the documents' examples.</summary>
public sealed class BodyShapeTests
{
    private const string Link = "https://example.com/a.png";

    private static readonly string Icon = TestMedia.FullPath("icon.gif");
    private static readonly string Receipt = TestMedia.FullPath("receipt.png");
    private static readonly string Video = TestMedia.FullPath("video/rate-60.mp4");
    private static readonly string Document = TestMedia.FullPath("pdf/hand-blank.pdf");

    [Fact]
    public void Chat_completions_are_told_beforehand_in_a_message_of_their_own() => Same(
        $$$"""
        {"model":"gpt-4o","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[
          {"type":"image_url","image_url":{"url":"{{{Link}}}"}}]}]}
        """,
        Of("gpt-4o", new RequestOptions { SystemPrompt = "Be brief." }, Link));

    [Fact]
    public void Responses_hold_the_same_under_other_names()
    {
        VisionRequest request = Of(
            "gpt-4o",
            new() { Api = OpenAIApi.Responses, Prompt = "What?", SystemPrompt = "Be brief.", MaxOutputTokens = 16 },
            ImageDetail.Low,
            null,
            Link,
            Icon);
        Assert.Equal(("Responses", "https://api.openai.com/v1/responses"), (request.Api, request.Uri));
        Same(
            $$$"""
            {"model":"gpt-4o","instructions":"Be brief.","max_output_tokens":16,"input":[{"type":"message","role":"user","content":[
              {"type":"input_text","text":"What?"},
              {"type":"input_image","image_url":"{{{Link}}}","detail":"low"},
              {"type":"input_image","image_url":"data:image/gif;base64,{{{Base64(Icon)}}}","detail":"low"}]}]}
            """,
            request);
    }

    [Fact]
    public void Gemini_is_told_beforehand_apart_and_gets_links_as_files() => Same(
        $$$"""
        {"system_instruction":{"parts":[{"text":"Be brief."}]},"contents":[{"role":"model","parts":[
          {"text":"What?"},{"file_data":{"mime_type":"image/png","file_uri":"{{{Link}}}"}}]}],
          "generation_config":{"media_resolution":"MEDIA_RESOLUTION_LOW","max_output_tokens":7}}
        """,
        Of(Gemini3, new RequestOptions { Prompt = "What?", SystemPrompt = "Be brief.", Role = "Model", MaxOutputTokens = 7, MediaResolution = PartMediaResolution.Low }, Link));

    [Fact]
    public void A_clip_of_a_video_says_what_is_sent_of_it()
    {
        VideoSettings video = new() { FramesPerSecond = 0.5m, StartTime = TimeSpan.FromMilliseconds(500), EndTime = TimeSpan.FromSeconds(1250) };
        VisionRequest request = Of(Gemini3, new RequestOptions { Video = video }, Video, Document);
        JsonNode parts = Json(request)["contents"]![0]!["parts"]!;
        Assert.Equal("""{"fps":0.5,"start_offset":"0.5s","end_offset":"1250s"}""", parts[0]!["video_metadata"]!.ToJsonString());
        Assert.Equal(["video/mp4", "application/pdf"], request.Items.Select(item => item.MimeType));
        Assert.Null(parts[1]!["video_metadata"]);
        Assert.Equal([0.5m, null], request.Items.Select(item => item.FramesPerSecond));
    }

    [Fact]
    public void What_is_the_services_default_is_not_said() =>
        Assert.Null(Json(Of(Gemini3, new RequestOptions(), Video))["contents"]![0]!["parts"]![0]!["video_metadata"]);

    [Fact]
    public void A_request_without_settings_says_none()
    {
        JsonObject body = Json(Of(Gemini3, new RequestOptions(), null, PartMediaResolution.Unspecified, Receipt)).AsObject();
        Assert.Equal(["contents"], body.Select(member => member.Key));
        Assert.Equal(["inline_data"], body["contents"]![0]!["parts"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void A_link_with_its_data_is_passed_through_to_OpenAI_and_opened_for_Gemini()
    {
        string data = $"data:image/png;base64,{Base64(Receipt)}";
        Assert.Equal(data, (string?)Json(Of("gpt-4o", new RequestOptions(), data))["messages"]![0]!["content"]![0]!["image_url"]!["url"]);
        VisionRequest gemini = Of(Gemini3, new RequestOptions(), data);
        Assert.True(JsonNode.DeepEquals(Json(Of(Gemini3, new RequestOptions(), Receipt)), Json(gemini)));
        Assert.Equal((1120, null, null), (gemini.Items[0].Tokens, gemini.Items[0].Path, gemini.Items[0].Bytes));
    }

    [Theory]
    [InlineData("models/gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent")]
    [InlineData("gpt-4o", "https://api.openai.com/v1/chat/completions")]
    public void The_address_is_that_of_the_interface(string model, string address)
    {
        VisionRequest request = Of(model, new RequestOptions(), Link);
        Assert.Equal((model, address, "POST", "application/json"), (request.Model, request.Uri, request.Method, request.ContentType));
        Assert.Equal(model == "gpt-4o" ? null : "v1beta", request.ApiVersion);
    }
}
