using System.Diagnostics;
using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>A result that is made and not yet written.</summary>
public sealed class OptimizeResult
{
    private readonly OptimizedImage _image;
    private readonly long _started;

    /// <param name="image">The result, without its path.</param>
    /// <param name="format">Its format.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="stamp">What the source's file was when it was read.</param>
    /// <param name="started">When the work began, as <see cref="Stopwatch.GetTimestamp"/> tells.</param>
    internal OptimizeResult(OptimizedImage image, MediaFormat format, MemoryStream content, FileStamp stamp, long started) =>
        (_image, Format, Content, Stamp, _started) = (image, format, content, stamp, started);

    /// <summary>The format that the result is in.</summary>
    public MediaFormat Format { get; }

    /// <summary>The result's size in pixels.</summary>
    public PixelSize Size => new(_image.Width, _image.Height);

    /// <summary>The result's length in bytes.</summary>
    public long Length => _image.Bytes;

    /// <summary>Whether the content is the source's, byte for byte.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>What a user should know of this image.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What a user may want to know of this image.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    internal MemoryStream Content { get; }

    internal FileStamp Stamp { get; }

    internal OptimizedImage At(string path) => _image with { Path = path, Duration = Stopwatch.GetElapsedTime(_started) };
}
