using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Adapters.Libvips;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters;

/// <summary>Finds the engines of this machine.</summary>
public sealed class EngineProvider : IEngineProvider
{
    // Found once: they keep memory at hand from one run to the next.
    private readonly Lazy<IReadOnlyList<EngineStatus>> _found = new(() =>
    [
        ImageSharpStatus.Find(),
        LibvipsEngine.Find(),
        LibjpegTurboEngine.Find(),
    ]);

    /// <inheritdoc/>
    public IReadOnlyList<EngineStatus> Find() => _found.Value;
}
