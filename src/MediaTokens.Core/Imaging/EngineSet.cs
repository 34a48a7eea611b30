using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>The engines that may be asked, and in which order.</summary>
public sealed class EngineSet
{
    private const string Install = "Install libvips (Debian and Ubuntu: apt install libvips42 libturbojpeg0; macOS: brew install vips jpeg-turbo), or use a release of MediaTokens, which brings ImageSharp.";

    private readonly IReadOnlyList<IImageEngine> _engines;

    private EngineSet(IReadOnlyList<IImageEngine> engines) => _engines = engines;

    /// <summary>The engines that a user's choice leaves.</summary>
    /// <param name="found">The engines of this machine.</param>
    /// <param name="choice">What the user asks for.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.NoEngine"/>: there is none, or not the one asked for.</exception>
    public static EngineSet Choose(IReadOnlyList<EngineStatus> found, EngineChoice choice)
    {
        ArgumentNullException.ThrowIfNull(found);
        string? name = Name(choice);
        IImageEngine[] engines = [.. found.Where(status => name is null || status.Name == name).Select(status => status.Engine).OfType<IImageEngine>()];
        if (engines.Length > 0)
        {
            return new(engines);
        }

        string? reason = found.FirstOrDefault(status => status.Name == name)?.Reason;
        throw name is null
            ? new MediaException(MediaErrorId.NoEngine, "No image engine is on this machine, so pixels can be neither read nor written.", Install)
            : new MediaException(
                MediaErrorId.NoEngine,
                $"The engine {name} cannot be used{(reason is null ? "." : $": {reason}")}",
                "Leave -Engine out, or make the engine available; Get-MediaTokenEngine shows them all.");
    }

    /// <summary>Asks the engines, the fastest for that format first, until one can do it.</summary>
    /// <param name="request">The image, and what is wanted of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The engine that did it, and the image.</returns>
    /// <exception cref="MediaException"><see cref="MediaErrorId.CorruptPixels"/>, or <see cref="MediaErrorId.EngineCannot"/> when none can.</exception>
    public (IImageEngine Engine, IResizedImage Image) Resize(ResizeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<string> reasons = [];
        foreach (IImageEngine engine in InOrder(request))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryResize(engine, request, reasons, cancellationToken) is IResizedImage image)
            {
                return (engine, image);
            }
        }

        throw Cannot(request, reasons);
    }

    /// <summary>Whether any engine reads one format and writes another.</summary>
    public bool CanConvert(MediaFormat source, MediaFormat result) => _engines.Any(engine => engine.Reads.Contains(source) && engine.Writes.Contains(result));

    private static string? Name(EngineChoice choice) => choice switch
    {
        EngineChoice.ImageSharp => EngineNames.ImageSharp,
        EngineChoice.Libvips => EngineNames.Libvips,
        EngineChoice.LibjpegTurbo => EngineNames.LibjpegTurbo,
        _ => null,
    };

    private IEnumerable<IImageEngine> InOrder(ResizeRequest request) => _engines
        .Where(engine => engine.Reads.Contains(request.Header.Format) && engine.Writes.Contains(request.Formats[0]))
        .OrderBy(engine => engine.Rank(request.Header));

    private static IResizedImage? TryResize(IImageEngine engine, ResizeRequest request, List<string> reasons, CancellationToken cancellationToken)
    {
        try
        {
            IResizedImage? image = engine.Resize(request, cancellationToken);
            if (image is null || image.Size == request.Size)
            {
                return image;
            }

            reasons.Add($"{engine.Name} made {image.Size} of it instead of {request.Size}");
            image.Dispose();
        }
        catch (Exception exception) when (exception is not (MediaException or OperationCanceledException or OutOfMemoryException))
        {
            reasons.Add($"{engine.Name}: {exception.Message}");
        }

        return null;
    }

    private MediaException Cannot(ResizeRequest request, List<string> reasons)
    {
        string format = MediaFormatNames.Of(request.Header.Format);
        string engines = string.Join(", ", _engines.Select(engine => engine.Name));
        return new(
            MediaErrorId.EngineCannot,
            reasons.Count > 0
                ? $"No engine could turn this {format} into {request.Formats[0]}: {string.Join("; ", reasons)}."
                : $"None of the engines here ({engines}) turns this kind of {format} into {request.Formats[0]}.",
            "Get-MediaTokenEngine shows what each engine reads and writes, and what is missing; or convert the file with another program first.");
    }
}
