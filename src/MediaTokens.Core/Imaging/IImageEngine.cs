using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>
/// An image library behind one contract: it decodes, turns upright, converts to sRGB and resizes, and writes the result.
/// It may be called from several threads at once.
/// </summary>
public interface IImageEngine
{
    /// <summary>The library's name, as results and error messages give it.</summary>
    string Name { get; }

    /// <summary>The library's version.</summary>
    string Version { get; }

    /// <summary>The formats that it decodes.</summary>
    IReadOnlyList<MediaFormat> Reads { get; }

    /// <summary>The formats that it encodes.</summary>
    IReadOnlyList<MediaFormat> Writes { get; }

    /// <summary>Which engine is asked first: the lowest number, from measured times and memory.</summary>
    /// <param name="source">What the source's header tells.</param>
    int Rank(MediaHeader source);

    /// <summary>Decodes an image at the size asked for.</summary>
    /// <param name="request">The image, and what is wanted of it.</param>
    /// <param name="cancellationToken">Ends the work as soon as the library allows.</param>
    /// <returns>The image; null when this engine cannot do the job, and another should be asked.</returns>
    /// <exception cref="MediaException"><see cref="MediaErrorId.CorruptPixels"/>: the pixels are damaged or incomplete, whoever decodes them.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    IResizedImage? Resize(ResizeRequest request, CancellationToken cancellationToken);
}
