using MediaTokens.Imaging;

namespace MediaTokens.Adapters;

/// <summary>Whether this build has ImageSharp: its folder is left out where the package could not be restored.</summary>
internal static class ImageSharpStatus
{
    public static EngineStatus Find() =>
#if IMAGESHARP
        new(EngineNames.ImageSharp, new ImageSharp.ImageSharpEngine(), null);
#else
        new(EngineNames.ImageSharp, null, "This build was made without SixLabors.ImageSharp.");
#endif
}
