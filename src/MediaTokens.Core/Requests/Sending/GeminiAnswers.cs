using System.Text.Json;

namespace MediaTokens.Requests.Sending;

/// <summary>
/// Answers of Gemini's interface. Its JSON is protobuf's, which leaves out counts of 0: where some of the usage is told,
/// what is missing is 0 (https://protobuf.dev/programming-guides/json/).
/// </summary>
internal static class GeminiAnswers
{
    private const string Vendor = "Google";

    /// <summary>
    /// <c>{"candidates":[{"content":{"parts":[{"text":"…"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":…}}</c>;
    /// a prompt that is blocked has no candidate, and tells why in <c>promptFeedback.blockReason</c>.
    /// </summary>
    public static VisionResponse ReadGenerateContent(JsonElement root)
    {
        JsonElement candidate = root.At("candidates").First();
        JsonElement feedback = root.At("promptFeedback");
        JsonElement usage = root.At("usageMetadata");
        string? blocked = feedback.Text("blockReason");
        long? prompt = usage.Count("promptTokenCount");
        VisionResponse response = new()
        {
            Vendor = Vendor,
            Model = root.Text("modelVersion") ?? "",
            Text = string.Concat(candidate.At("content").At("parts").Each().Where(part => !part.Is("thought")).Select(part => part.Text("text"))),
            FinishReason = candidate.Text("finishReason") ?? blocked,
            PromptTokens = prompt,
            CompletionTokens = prompt is null ? usage.Count("candidatesTokenCount") : Sum(usage, "candidatesTokenCount", "thoughtsTokenCount"),
            TotalTokens = usage.Count("totalTokenCount"),
            RequestId = root.Text("responseId"),
            Note = blocked is null ? candidate.Text("finishMessage") : $"The vendor blocked the prompt: {blocked}. {feedback.Text("blockReasonMessage")}".TrimEnd(),
        };
        return WithModalities(response, usage.At("promptTokensDetails"));
    }

    /// <summary><c>{"totalTokens":…,"promptTokensDetails":[…]}</c>.</summary>
    public static VisionResponse ReadCountTokens(JsonElement root)
    {
        VisionResponse response = new()
        {
            Vendor = Vendor,
            PromptTokens = root.Count("totalTokens"),
            TotalTokens = root.Count("totalTokens"),
            IsCountOnly = true,
            Note = "countTokens takes no media resolution, so this is the count at the default one; EstimatedTokens is at the one that was set.",
        };
        return WithModalities(response, root.At("promptTokensDetails"));
    }

    /// <summary>The prompt by modality: <c>[{"modality":"IMAGE","tokenCount":258},…]</c>.</summary>
    private static VisionResponse WithModalities(VisionResponse response, JsonElement details) => !details.Each().Any() ? response : response with
    {
        TextTokens = Of(details, "TEXT") ?? 0,
        ImageTokens = Of(details, "IMAGE"),
        VideoTokens = Of(details, "VIDEO"),
        AudioTokens = Of(details, "AUDIO"),
        DocumentTokens = Of(details, "DOCUMENT"),
    };

    private static long? Of(JsonElement details, string modality)
    {
        long[] counts = [.. details.Each().Where(detail => detail.Text("modality") == modality).Select(detail => detail.Count("tokenCount") ?? 0)];
        return counts.Length == 0 ? null : counts.Sum();
    }

    private static long Sum(JsonElement usage, string first, string second) => (usage.Count(first) ?? 0) + (usage.Count(second) ?? 0);
}
