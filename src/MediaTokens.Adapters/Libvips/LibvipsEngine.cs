using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Libvips;

/// <summary>libvips, when the shared library is on the machine: many formats, and little memory for large images.</summary>
public sealed class LibvipsEngine : IImageEngine
{
    // From 8.18 on PNG decodes faster here than in ImageSharp.
    private static readonly Version FirstWithFastPng = new(8, 18);

    private readonly VipsLibrary _vips;
    private readonly VipsAttempts _attempts;

    private LibvipsEngine(VipsLibrary vips)
    {
        _vips = vips;
        _attempts = new VipsAttempts(vips);
        Reads = VipsFormats.Reads(vips);
        Writes = VipsFormats.Writes(vips);
    }

    /// <inheritdoc/>
    public string Name => EngineNames.Libvips;

    /// <inheritdoc/>
    public string Version => _vips.Version.ToString();

    /// <inheritdoc/>
    public IReadOnlyList<MediaFormat> Reads { get; }

    /// <inheritdoc/>
    public IReadOnlyList<MediaFormat> Writes { get; }

    /// <summary>Loads the shared library, if it is on the machine.</summary>
    public static EngineStatus Find() =>
        new(EngineNames.Libvips, VipsLibrary.Start(out string? reason) is { } vips ? new LibvipsEngine(vips) : null, reason);

    /// <inheritdoc/>
    public int Rank(MediaHeader source) => source.Format switch
    {
        MediaFormat.Jpeg => 20,
        MediaFormat.Png => _vips.Version >= FirstWithFastPng ? 5 : 20,
        MediaFormat.Gif => 20,
        MediaFormat.Bmp => 30,
        _ => 10,
    };

    /// <inheritdoc/>
    public IResizedImage? Resize(ResizeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Reads.Contains(request.Header.Format) && Writes.Contains(request.Formats[0])
            ? _attempts.Resize(request, cancellationToken)
            : null;
    }
}
