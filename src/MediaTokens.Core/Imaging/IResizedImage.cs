using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>An image in an engine's memory: upright, in sRGB, 8 bits a channel, at the size asked for.</summary>
public interface IResizedImage : IDisposable
{
    /// <summary>Pixels, as displayed.</summary>
    PixelSize Size { get; }

    /// <summary>Whether any pixel lets the background through.</summary>
    bool HasTransparency { get; }

    /// <summary>
    /// The share of pixels that equal their left neighbour in every channel, 0 to 1: most of a screenshot, little of a photograph.
    /// Of an image one pixel wide it is 1.
    /// </summary>
    double FlatShare { get; }

    /// <summary>Whether pixels are missing or damaged, and were filled in.</summary>
    bool IsPartial { get; }

    /// <summary>What a user should know, such as colours that could only be approximated; null where there is nothing.</summary>
    string? Remark { get; }

    /// <summary>Whether the image can be written in a format.</summary>
    bool CanWrite(MediaFormat format);

    /// <summary>Writes the image. It may be called again, with another format or quality.</summary>
    /// <param name="format">JPEG (transparency is flattened on white), PNG (lossless) or WebP (lossy).</param>
    /// <param name="quality">1 to 100; PNG has none and passes over it.</param>
    /// <param name="output">Gets the whole file.</param>
    /// <param name="cancellationToken">Ends the work as soon as the library allows.</param>
    void Write(MediaFormat format, int quality, Stream output, CancellationToken cancellationToken);
}
