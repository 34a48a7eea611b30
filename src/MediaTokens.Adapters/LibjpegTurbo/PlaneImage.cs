using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>An image in planes, which can be written as JPEG only.</summary>
internal sealed class PlaneImage : IResizedImage
{
    private readonly WorkspacePool _pool;
    private readonly PlaneSet _planes;
    private Workspace? _workspace;
    private double? _flatShare;

    /// <summary>Takes over the workspace in which the planes lie, and gives it back to the pool in the end.</summary>
    public PlaneImage(PlaneSet planes, bool isPartial, Workspace workspace, WorkspacePool pool)
    {
        (_planes, _workspace, _pool) = (planes, workspace, pool);
        IsPartial = isPartial;
    }

    /// <inheritdoc/>
    public PixelSize Size => _planes.Size;

    /// <inheritdoc/>
    public bool HasTransparency => false;

    /// <summary>Told from the luma plane: where two neighbours differ in colour only, they count as equal.</summary>
    public double FlatShare => _flatShare ??= FlatArea.Share(_planes[0]);

    /// <inheritdoc/>
    public bool IsPartial { get; }

    /// <inheritdoc/>
    public string? Remark => null;

    /// <inheritdoc/>
    public bool CanWrite(MediaFormat format) => format == MediaFormat.Jpeg;

    /// <inheritdoc/>
    public void Write(MediaFormat format, int quality, Stream output, CancellationToken cancellationToken)
    {
        if (!CanWrite(format))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, "libjpeg-turbo writes JPEG only.");
        }

        ObjectDisposedException.ThrowIf(_workspace is null, this);
        cancellationToken.ThrowIfCancellationRequested();
        _workspace.Encode(_planes, quality, output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _workspace, null) is Workspace workspace)
        {
            _pool.Return(workspace);
        }
    }
}
