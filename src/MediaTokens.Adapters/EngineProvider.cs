using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Adapters.Libvips;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters;

/// <summary>Finds the engines of this machine.</summary>
public sealed class EngineProvider : IEngineProvider
{
    /// <inheritdoc/>
    public IReadOnlyList<EngineStatus> Find() =>
    [
        ImageSharpStatus.Find(),
        LibvipsEngine.Find(),
        LibjpegTurboEngine.Find(),
    ];
}
