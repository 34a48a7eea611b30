using System.Text;

namespace MediaTokens.Requests.Comparing;

/// <summary>What the text of a request can take at most, in tokens.</summary>
/// <remarks>
/// Each token of a tokenizer that works on bytes stands for one byte or more. Around a message stand 3 to 4 tokens
/// (OpenAI Cookbook, "How to count tokens with tiktoken"), and around an image up to 2 were measured; 32 for each is generous.
/// </remarks>
internal static class TextBound
{
    /// <summary>Tokens around one message.</summary>
    public const int MostPerMessage = 32;

    /// <summary>Tokens around one image, video or document.</summary>
    public const int MostPerItem = 32;

    /// <summary>The fewest tokens of the text: each that is not empty takes one.</summary>
    public static long Least(ReportedUsage usage) => usage.IsTextKnown ? Count(usage.Prompt) + Count(usage.SystemPrompt) : 0;

    /// <summary>The most tokens of the text and of what stands around it and the media; no bound where the text is not known.</summary>
    public static long Most(ReportedUsage usage) => usage.IsTextKnown
        ? Bytes(usage.Prompt) + Bytes(usage.SystemPrompt)
            + (MostPerMessage * (1 + Count(usage.SystemPrompt)))
            + ((long)MostPerItem * Math.Max(1, usage.Items.Length))
        : long.MaxValue;

    private static long Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static int Count(string? text) => string.IsNullOrEmpty(text) ? 0 : 1;
}
