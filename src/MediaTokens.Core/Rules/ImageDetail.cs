namespace MediaTokens.Rules;

/// <summary>OpenAI's <c>detail</c> parameter of an image.</summary>
public enum ImageDetail
{
    /// <summary>The service decides; each catalog row says what that comes to.</summary>
    Auto,

    /// <summary>A small version of the image.</summary>
    Low,

    /// <summary>The image scaled to the model's tile or patch budget.</summary>
    High,

    /// <summary>The image as it is; only newer patch models have it.</summary>
    Original,
}
