using System.Text.Json;

namespace MediaTokens.Requests.Sending;

/// <summary>Answers of OpenAI's interfaces, and of servers that are compatible with them.</summary>
internal static class OpenAIAnswers
{
    private const string Vendor = "OpenAI";

    /// <summary>
    /// <c>{"choices":[{"message":{"content":"…","refusal":null},"finish_reason":"stop"}],"usage":{"prompt_tokens":…}}</c>.
    /// </summary>
    public static VisionResponse ReadChatCompletion(JsonElement root)
    {
        JsonElement choice = root.At("choices").First();
        JsonElement message = choice.At("message");
        JsonElement usage = root.At("usage");
        return new()
        {
            Vendor = Vendor,
            Model = root.Text("model") ?? "",
            Text = message.Text("content") ?? string.Concat(message.At("content").Each().Select(part => part.Text("text"))),
            FinishReason = choice.Text("finish_reason"),
            PromptTokens = usage.Count("prompt_tokens"),
            CompletionTokens = usage.Count("completion_tokens"),
            TotalTokens = usage.Count("total_tokens"),
            Note = Refused(message.Text("refusal")),
        };
    }

    /// <summary>
    /// <c>{"object":"response","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"…"}]}],"usage":{"input_tokens":…}}</c>;
    /// an answer that is not completed tells why in <c>incomplete_details.reason</c>, or in <c>error</c>.
    /// </summary>
    public static VisionResponse ReadResponse(JsonElement root)
    {
        JsonElement[] parts = [.. root.At("output").Each().Where(item => item.Text("type") == "message").SelectMany(item => item.At("content").Each())];
        string refusal = string.Concat(parts.Where(part => part.Text("type") == "refusal").Select(part => part.Text("refusal")));
        JsonElement usage = root.At("usage");
        return new()
        {
            Vendor = Vendor,
            Model = root.Text("model") ?? "",
            Text = string.Concat(parts.Where(part => part.Text("type") == "output_text").Select(part => part.Text("text"))),
            FinishReason = root.At("incomplete_details").Text("reason") ?? root.Text("status"),
            PromptTokens = usage.Count("input_tokens"),
            CompletionTokens = usage.Count("output_tokens"),
            TotalTokens = usage.Count("total_tokens"),
            Note = VendorError.Of(root) is VendorError error ? $"The vendor failed: {error.Sentence}" : Refused(refusal),
        };
    }

    private static string? Refused(string? refusal) => string.IsNullOrEmpty(refusal) ? null : $"The model refused: {refusal}";
}
