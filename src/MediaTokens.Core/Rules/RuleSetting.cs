namespace MediaTokens.Rules;

/// <summary>The setting of a request on which a model's count depends, besides the size.</summary>
public enum RuleSetting
{
    /// <summary>There is none: every request counts alike.</summary>
    None,

    /// <summary>OpenAI's <c>detail</c>.</summary>
    Detail,

    /// <summary>Gemini's <c>media_resolution</c>.</summary>
    MediaResolution,

    /// <summary>The <c>input_fidelity</c> of OpenAI's image models.</summary>
    InputFidelity,
}
