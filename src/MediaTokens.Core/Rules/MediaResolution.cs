namespace MediaTokens.Rules;

/// <summary>Gemini's global <c>media_resolution</c>, in the generation config.</summary>
public enum MediaResolution
{
    /// <summary>The model's default.</summary>
    Unspecified,

    /// <summary><c>MEDIA_RESOLUTION_LOW</c>.</summary>
    Low,

    /// <summary><c>MEDIA_RESOLUTION_MEDIUM</c>.</summary>
    Medium,

    /// <summary><c>MEDIA_RESOLUTION_HIGH</c>.</summary>
    High,
}

/// <summary>Gemini's <c>media_resolution</c> of a single part: Gemini 3 only, and it wins over the global setting.</summary>
public enum PartMediaResolution
{
    /// <summary>Not set on the part: the global setting counts.</summary>
    Unspecified,

    /// <summary><c>MEDIA_RESOLUTION_LOW</c>.</summary>
    Low,

    /// <summary><c>MEDIA_RESOLUTION_MEDIUM</c>.</summary>
    Medium,

    /// <summary><c>MEDIA_RESOLUTION_HIGH</c>.</summary>
    High,

    /// <summary><c>MEDIA_RESOLUTION_ULTRA_HIGH</c>, which exists for single parts only.</summary>
    UltraHigh,
}
