using MediaTokens.Rules;

namespace MediaTokens.Requests;

/// <summary>What a request asks, besides its items.</summary>
public sealed record RequestOptions
{
    /// <summary>What is asked; null for nothing.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the model is told beforehand; null for nothing.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Whose message it is; null for user.</summary>
    public string? Role { get; init; }

    /// <summary>The most tokens of the answer; null for the vendor's default.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Gemini's media resolution for the whole request; UltraHigh is refused, as the vendor does. Null for none.</summary>
    public PartMediaResolution? MediaResolution { get; init; }

    /// <summary>Which of OpenAI's interfaces.</summary>
    public OpenAIApi Api { get; init; }

    /// <summary>The version in the address of Gemini's interface.</summary>
    public string ApiVersion { get; init; } = "v1beta";

    /// <summary>How videos are sent.</summary>
    public VideoSettings Video { get; init; } = new();

    /// <summary>Whether what the vendor would refuse is a warning and no error.</summary>
    public bool Force { get; init; }
}

/// <summary>OpenAI's interfaces that take images.</summary>
public enum OpenAIApi
{
    /// <summary>Chat completions.</summary>
    ChatCompletions,

    /// <summary>Responses.</summary>
    Responses,
}
