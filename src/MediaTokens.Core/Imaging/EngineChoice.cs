namespace MediaTokens.Imaging;

/// <summary>The engine that a user asks for.</summary>
public enum EngineChoice
{
    /// <summary>The fastest that can do the job; the next one where it cannot.</summary>
    Auto,

    /// <summary>SixLabors.ImageSharp alone.</summary>
    ImageSharp,

    /// <summary>libvips alone.</summary>
    Libvips,

    /// <summary>libjpeg-turbo alone: JPEG to JPEG.</summary>
    LibjpegTurbo,
}
