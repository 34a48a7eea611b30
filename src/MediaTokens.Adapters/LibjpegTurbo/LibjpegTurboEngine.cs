using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// JPEG to JPEG without a detour: the planes that JPEG stores are decoded at a fraction of their size, resampled as they are and
/// encoded again. No colour is converted and no chroma is scaled up.
/// </summary>
public sealed class LibjpegTurboEngine : IImageEngine
{
    private static readonly MediaFormat[] JpegOnly = [MediaFormat.Jpeg];

    private readonly TurboJpegLibrary _library;
    private readonly WorkspacePool _pool;

    private LibjpegTurboEngine(TurboJpegLibrary library)
    {
        _library = library;
        _pool = new(library);
    }

    /// <inheritdoc/>
    public string Name => EngineNames.LibjpegTurbo;

    /// <inheritdoc/>
    public string Version => _library.Version;

    /// <inheritdoc/>
    public IReadOnlyList<MediaFormat> Reads => JpegOnly;

    /// <inheritdoc/>
    public IReadOnlyList<MediaFormat> Writes => JpegOnly;

    /// <summary>Looks for the library on this machine.</summary>
    public static EngineStatus Find() => TurboJpegFinder.Find(out string? reason) is TurboJpegLibrary library
        ? new(EngineNames.LibjpegTurbo, new LibjpegTurboEngine(library), null)
        : new(EngineNames.LibjpegTurbo, null, reason);

    /// <inheritdoc/>
    public int Rank(MediaHeader source) => source.Format == MediaFormat.Jpeg ? 0 : int.MaxValue;

    /// <inheritdoc/>
    public IResizedImage? Resize(ResizeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Serves(request))
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        Workspace workspace = _pool.Rent();
        PlaneImage? image = null;
        try
        {
            image = Resize(request, workspace, cancellationToken);
            return image;
        }
        finally
        {
            if (image is null)
            {
                _pool.Return(workspace);
            }
        }
    }

    private static bool Serves(ResizeRequest request) =>
        request.Header.Format == MediaFormat.Jpeg
        && request.Formats is [MediaFormat.Jpeg, ..]
        && request.Profile is null
        && !request.KeepMetadata;

    private PlaneImage? Resize(ResizeRequest request, Workspace workspace, CancellationToken cancellationToken)
    {
        DecodedPlanes? decoded = ScaledDecoder.Decode(request, workspace, out bool isPartial);
        if (decoded is null)
        {
            return null;
        }

        PlaneSet upright = UprightResize.Apply(
            decoded, request.StoredSize, request.StoredTarget, request.Header.Orientation, workspace, cancellationToken);
        return new PlaneImage(upright, isPartial, workspace, _pool);
    }
}
