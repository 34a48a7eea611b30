namespace MediaTokens;

/// <summary>The kinds of media that a model is billed for.</summary>
public enum MediaType
{
    /// <summary>A still image, or the first frame of an animated one.</summary>
    Image,

    /// <summary>A video; its unit is one sampled frame.</summary>
    Video,

    /// <summary>A PDF document; its unit is one page.</summary>
    Pdf,
}
