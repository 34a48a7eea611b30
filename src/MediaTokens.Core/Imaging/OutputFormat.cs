namespace MediaTokens.Imaging;

/// <summary>The format that a result is written in.</summary>
public enum OutputFormat
{
    /// <summary>JPEG for photographs, PNG for flat colours and for transparency, decided from the pixels.</summary>
    Auto,

    /// <summary>JPEG; transparency is flattened on white.</summary>
    Jpeg,

    /// <summary>PNG, without loss.</summary>
    Png,

    /// <summary>WebP, lossy.</summary>
    WebP,
}
