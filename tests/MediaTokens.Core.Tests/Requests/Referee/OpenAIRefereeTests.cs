using System.Text.Json.Nodes;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Requests;
using MediaTokens.Rules;
using OpenAI.Chat;
using OpenAI.Responses;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests.Referee;

/// <summary>
/// Bodies are those that the official library of the vendor sends. One thing may differ: the library escapes characters of a
/// link that are none of links, and ours passes a link through as it was given; so the links here have none.
/// </summary>
public sealed class OpenAIRefereeTests
{
    private const string Prompt = "What’s in \"these\" images?\r\n\\ 😀 <&'+ \u0001 \u2028";
    private const string Link = "https://example.com/a.jpg?x=1&y=%C3%BC";

    private static readonly string Jpeg = TestMedia.FullPath("boardwalk.jpg");
    private static readonly string Png = TestMedia.FullPath("receipt.png");

    public static TheoryData<ImageDetail?, string?, int?> Trials => new()
    {
        { null, null, null },
        { ImageDetail.Low, "Be brief.\n", 300 },
        { ImageDetail.High, null, 1 },
        { ImageDetail.Auto, "é", null },
    };

    [Theory]
    [MemberData(nameof(Trials))]
    public void Chat_completions_are_what_the_library_sends(ImageDetail? detail, string? system, int? most)
    {
        ChatImageDetailLevel? level = detail is ImageDetail value ? new ChatImageDetailLevel(value.ToString().ToLowerInvariant()) : default(ChatImageDetailLevel?);
        UserChatMessage message = new(
            ChatMessageContentPart.CreateTextPart(Prompt),
            ChatMessageContentPart.CreateImagePart(new Uri(Link), level),
            ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(File.ReadAllBytes(Jpeg)), "image/jpeg", level),
            ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(File.ReadAllBytes(Png)), "image/png", level));
        ChatMessage[] messages = system is null ? [message] : [new SystemChatMessage(system), message];
        (string address, string body) = OpenAILibrary.Chat(Gpt, new() { MaxOutputTokenCount = most }, messages);

        VisionRequest request = Of(Gpt, new() { Prompt = Prompt, SystemPrompt = system, MaxOutputTokens = most }, detail, null, Link, Jpeg, Png);
        Assert.Equal(address, request.Uri);
        Same(JsonNode.Parse(body)!, request);
    }

    [Theory]
    [MemberData(nameof(Trials))]
    public void Responses_are_what_the_library_sends(ImageDetail? detail, string? system, int? most)
    {
        ResponseImageDetailLevel? level = detail is ImageDetail value ? new ResponseImageDetailLevel(value.ToString().ToLowerInvariant()) : default(ResponseImageDetailLevel?);
        ResponseItem message = ResponseItem.CreateUserMessageItem([
            ResponseContentPart.CreateInputTextPart(Prompt),
            ResponseContentPart.CreateInputImagePart(new Uri(Link), level),
            ResponseContentPart.CreateInputImagePart(BinaryData.FromBytes(File.ReadAllBytes(Jpeg), "image/jpeg"), level),
            ResponseContentPart.CreateInputImagePart(BinaryData.FromBytes(File.ReadAllBytes(Png), "image/png"), level)]);
        (string address, string body) = OpenAILibrary.Respond(new(Gpt, [message]) { Instructions = system, MaxOutputTokenCount = most });

        VisionRequest request = Of(
            Gpt, new() { Api = OpenAIApi.Responses, Prompt = Prompt, SystemPrompt = system, MaxOutputTokens = most }, detail, null, Link, Jpeg, Png);
        Assert.Equal(address, request.Uri);
        Same(JsonNode.Parse(body)!, request);
    }
}
