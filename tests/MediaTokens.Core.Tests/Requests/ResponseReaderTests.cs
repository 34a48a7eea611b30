using System.Text;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class ResponseReaderTests
{
    [Fact]
    public void A_chat_completion_is_told_by_its_shape()
    {
        VisionResponse response = Read(VendorShapes.ChatCompletion);
        Assert.Equal(("OpenAI", "gpt-4o-mini-2024-07-18", "stop"), (response.Vendor, response.Model, response.FinishReason));
        Assert.Equal((1118, 46, 1164), (response.PromptTokens, response.CompletionTokens, response.TotalTokens));
        Assert.Equal((null, null, null), (response.TextTokens, response.ImageTokens, response.Difference));
        Assert.Equal((0, null, VendorShapes.ChatCompletion), (response.EstimatedTokens, response.Note, response.Raw));
    }

    [Fact]
    public void A_response_is_told_by_its_shape()
    {
        VisionResponse response = Read(VendorShapes.Response);
        Assert.Equal(("OpenAI", "gpt-5.1-2025-11-13", "completed"), (response.Vendor, response.Model, response.FinishReason));
        Assert.Equal("A meadow, and a path.", response.Text);
        Assert.Equal((328, 52, 380), (response.PromptTokens, response.CompletionTokens, response.TotalTokens));
        Assert.Null(response.Note);
    }

    [Fact]
    public void GenerateContent_is_told_by_its_shape_and_thoughts_are_no_answer()
    {
        VisionResponse response = Read(VendorShapes.GenerateContent);
        Assert.Equal(("Google", "gemini-3-pro-preview", "STOP"), (response.Vendor, response.Model, response.FinishReason));
        Assert.Equal("Two pictures of a lake.", response.Text);
        Assert.Equal((2195, 342, 2537), (response.PromptTokens, response.CompletionTokens, response.TotalTokens));
        Assert.Equal((6, 2189, null), (response.TextTokens, response.ImageTokens, response.VideoTokens));
        Assert.Equal("mAitaLmkHPPlz7IPvtfUqQ4", response.RequestId);
    }

    [Fact]
    public void The_spelling_that_the_vendors_Python_client_saves_is_read_too()
    {
        VisionResponse response = Read("""
            {"candidates":[{"content":{"parts":[{"text":"A lake."}]},"finish_reason":"STOP"}],"model_version":"gemini-2.5-flash","response_id":"r",
             "usage_metadata":{"prompt_token_count":264,"candidates_token_count":3,"total_token_count":267,"prompt_tokens_details":[{"modality":"DOCUMENT","token_count":258},{"modality":"TEXT","token_count":6}]}}
            """);
        Assert.Equal((264, 3, 267, 6, 258), (response.PromptTokens, response.CompletionTokens, response.TotalTokens, response.TextTokens, response.DocumentTokens));
        Assert.Equal(("STOP", "gemini-2.5-flash", "r"), (response.FinishReason, response.Model, response.RequestId));
    }

    [Fact]
    public void A_count_is_told_by_its_shape()
    {
        VisionResponse response = Read(VendorShapes.CountTokens);
        Assert.Equal(("Google", 1126, 1126, true), (response.Vendor, response.PromptTokens, response.TotalTokens, response.IsCountOnly));
        Assert.Equal((6, 800, 320), (response.TextTokens, response.VideoTokens, response.AudioTokens));
        Assert.Null(response.CompletionTokens);
    }

    [Theory]
    [InlineData(VendorShapes.ChatRefusal, "stop", "The model refused: I'm sorry, I can't help with that.")]
    [InlineData(VendorShapes.ResponseRefusal, "completed", "The model refused: I can't say who that is.")]
    [InlineData(VendorShapes.ResponseFailed, "failed", "The vendor failed: The model failed to generate a response. (server_error)")]
    [InlineData(VendorShapes.PromptBlocked, "PROHIBITED_CONTENT", "The vendor blocked the prompt: PROHIBITED_CONTENT. The prompt is not allowed.")]
    [InlineData("""{"candidates":[{"finishReason":"SAFETY","finishMessage":"Withheld."}]}""", "SAFETY", "Withheld.")]
    public void A_refusal_is_told(string json, string finish, string note)
    {
        VisionResponse response = Read(json);
        Assert.Equal(("", finish, note), (response.Text, response.FinishReason, response.Note));
    }

    [Fact]
    public void A_blocked_prompt_has_tokens_but_none_of_an_answer()
    {
        VisionResponse response = Read(VendorShapes.PromptBlocked);
        Assert.Equal((266, 0, 258), (response.PromptTokens, response.CompletionTokens, response.ImageTokens));
    }

    [Fact]
    public void An_answer_cut_short_says_why()
    {
        VisionResponse response = Read(VendorShapes.ResponseCutShort);
        Assert.Equal(("A mea", "max_output_tokens"), (response.Text, response.FinishReason));
    }

    [Theory]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":[{"message":7}],"usage":[]}""")]
    [InlineData("""{"choices":[{"message":{"content":[5,{"text":5}]}}],"usage":{"prompt_tokens":"12","total_tokens":-1,"completion_tokens":1e30}}""")]
    [InlineData("""{"output":[{"type":"message"},{},3]}""")]
    [InlineData("""{"candidates":[{"content":{"parts":{}}}],"usageMetadata":{"promptTokensDetails":{}}}""")]
    [InlineData("""{"totalTokens":"many"}""")]
    public void What_is_missing_or_of_another_kind_is_nothing(string json)
    {
        VisionResponse response = Read(json);
        Assert.Equal("", response.Text);
        Assert.Equal((null, null, null, null), (response.PromptTokens, response.CompletionTokens, response.TotalTokens, response.TextTokens));
    }

    [Fact]
    public void Content_in_parts_is_joined() =>
        Assert.Equal("A lake.", Read("""{"choices":[{"message":{"content":[{"type":"text","text":"A "},{"type":"text","text":"lake."}]}}]}""").Text);

    [Fact]
    public void A_byte_order_mark_is_left_out() =>
        Assert.Equal(VendorShapes.Response, ResponseReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(VendorShapes.Response)]).Raw);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("[{}]")]
    [InlineData("""{"prompt_tokens":1,"total_tokens":2}""")]
    [InlineData(VendorShapes.OpenAIServerError)]
    public void What_is_no_answer_is_refused(string json) => Refusal.Of(MediaErrorId.BadResponse, () => Read(json));

    [Fact]
    public void Every_beginning_of_an_answer_is_read_or_refused()
    {
        byte[] whole = Encoding.UTF8.GetBytes(VendorShapes.GenerateContent);
        for (int length = 0; length < whole.Length; length++)
        {
            Refusal.Of(MediaErrorId.BadResponse, () => ResponseReader.Read(whole.AsMemory(0, length)));
        }
    }

    [Theory]
    [InlineData(VendorShapes.ChatCompletion, 1000, 118L)]
    [InlineData(VendorShapes.GenerateContent, 2178, 11L)]
    [InlineData("""{"choices":[]}""", 1000, null)]
    public void The_difference_is_of_the_media_where_they_are_counted_alone(string json, long estimated, long? difference) =>
        Assert.Equal(difference, Read(json).To(new() { EstimatedTokens = estimated }).Difference);

    private static VisionResponse Read(string json) => ResponseReader.Read(Encoding.UTF8.GetBytes(json));
}
