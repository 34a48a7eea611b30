using System.Text;
using System.Text.Json;

namespace MediaTokens.Requests.Sending;

/// <summary>Reads answers of either vendor, just received or saved: of chat completions, responses, generateContent and countTokens.</summary>
public static class ResponseReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads an answer, and tells the interface and its vendor by the shape.</summary>
    /// <param name="json">The answer in UTF-8.</param>
    /// <returns>What the answer tells; nothing of what was sent, so neither an estimate nor a difference.</returns>
    /// <exception cref="MediaException">BadResponse: no JSON, or an answer of none of the interfaces.</exception>
    public static VisionResponse Read(ReadOnlyMemory<byte> json) => Read(json, null);

    /// <summary>As <see cref="Read(ReadOnlyMemory{byte})"/>, of one interface alone where one is given.</summary>
    internal static VisionResponse Read(ReadOnlyMemory<byte> json, string? expected)
    {
        string raw = Decode(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(raw);
            JsonElement root = document.RootElement;
            string? api = ApiOf(root);
            return api is null || (expected is not null && api != expected)
                ? throw WrongShape(VendorError.Of(root))
                : Read(root, api) with { Raw = raw };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is of text that is no Unicode. Neither is passed on, as it may quote what was received.
            throw NoJson(raw);
        }
    }

    /// <summary>Bytes as a text, without a byte order mark.</summary>
    internal static string Decode(ReadOnlyMemory<byte> json)
    {
        ReadOnlySpan<byte> bytes = json.Span;
        return Encoding.UTF8.GetString(bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes);
    }

    private static string? ApiOf(JsonElement root) => root switch
    {
        { ValueKind: not JsonValueKind.Object } => null,
        _ when root.Has("choices", JsonValueKind.Array) => VisionApi.ChatCompletions,
        _ when root.Text("object") == "response" || root.Has("output", JsonValueKind.Array) => VisionApi.Responses,
        _ when root.Has("candidates", JsonValueKind.Array) || root.Has("usageMetadata", JsonValueKind.Object)
            || root.Has("promptFeedback", JsonValueKind.Object) => VisionApi.GenerateContent,
        _ when root.TryGetProperty("totalTokens", out _) => VisionApi.CountTokens,
        _ => null,
    };

    private static VisionResponse Read(JsonElement root, string api) => api switch
    {
        VisionApi.ChatCompletions => OpenAIAnswers.ReadChatCompletion(root),
        VisionApi.Responses => OpenAIAnswers.ReadResponse(root),
        VisionApi.GenerateContent => GeminiAnswers.ReadGenerateContent(root),
        _ => GeminiAnswers.ReadCountTokens(root),
    };

    private static MediaException NoJson(string raw) => new(
        MediaErrorId.BadResponse,
        string.IsNullOrWhiteSpace(raw) ? "The answer is empty." : "The answer is no JSON, or JSON that breaks off.",
        "Check the address, and what stands between: a proxy may have answered instead of the vendor.");

    private static MediaException WrongShape(VendorError? error) => new(
        MediaErrorId.BadResponse,
        error is null ? "The answer is JSON, and not what the vendor's interface answers." : $"The answer is an error: {error.Sentence}",
        error is null ? "Check the address: it may be of another interface." : "See what the vendor says.");
}
