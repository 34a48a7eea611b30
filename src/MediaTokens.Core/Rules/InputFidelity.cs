namespace MediaTokens.Rules;

/// <summary>The <c>input_fidelity</c> with which OpenAI's image models look at an input image.</summary>
public enum InputFidelity
{
    /// <summary>The vendor's default.</summary>
    Low,

    /// <summary>Keeps faces and fine features, for more tokens.</summary>
    High,
}
