namespace MediaTokens.Requests;

/// <summary>The names of the interfaces, as requests tell them.</summary>
internal static class VisionApi
{
    public const string ChatCompletions = nameof(OpenAIApi.ChatCompletions);

    public const string Responses = nameof(OpenAIApi.Responses);

    public const string GenerateContent = "GenerateContent";

    /// <summary>Gemini's count of what generateContent would be sent; no request tells it.</summary>
    public const string CountTokens = "CountTokens";

    /// <summary>Whether an interface is one of Gemini's.</summary>
    public static bool IsGemini(string api) => api is GenerateContent or CountTokens;

    /// <summary>The vendor's address of an interface.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="version">The version in the address of Gemini's interface.</param>
    /// <param name="model">The model as asked for.</param>
    public static string Address(string api, string? version, string model) =>
        $"{(IsGemini(api) ? "https://generativelanguage.googleapis.com" : "https://api.openai.com/v1")}/{Path(api, version, model)}";

    /// <summary>The path of an interface below the vendor's base address, or any other.</summary>
    /// <param name="api">The interface.</param>
    /// <param name="version">The version in the address of Gemini's interface.</param>
    /// <param name="model">The model as asked for.</param>
    public static string Path(string api, string? version, string model) => api switch
    {
        Responses => "responses",
        GenerateContent => $"{Uri.EscapeDataString(version!)}/models/{Uri.EscapeDataString(BareName(model))}:generateContent",
        CountTokens => $"{Uri.EscapeDataString(version!)}/models/{Uri.EscapeDataString(BareName(model))}:countTokens",
        _ => "chat/completions",
    };

    /// <summary>A model's name without the collection that Gemini's own lists put before it.</summary>
    public static string BareName(string model) => model.StartsWith("models/", StringComparison.OrdinalIgnoreCase) ? model[7..] : model;
}
