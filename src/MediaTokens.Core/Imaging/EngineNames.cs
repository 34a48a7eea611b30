namespace MediaTokens.Imaging;

/// <summary>The names of the engines.</summary>
public static class EngineNames
{
    /// <summary>SixLabors.ImageSharp: managed, on every platform.</summary>
    public const string ImageSharp = "ImageSharp";

    /// <summary>libvips, when the shared library is on the machine.</summary>
    public const string Libvips = "libvips";

    /// <summary>libjpeg-turbo, when the shared library is on the machine: JPEG to JPEG only.</summary>
    public const string LibjpegTurbo = "libjpeg-turbo";
}
