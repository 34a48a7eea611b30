using MediaTokens.Headers;

namespace MediaTokens.Planning;

/// <summary>One thing to count: a file whose header was read, or a size alone.</summary>
/// <param name="Path">The file's absolute path; null for a size alone.</param>
/// <param name="Size">Pixels, after orientation.</param>
/// <param name="Header">What the file's header told; null for a size alone.</param>
/// <param name="Bytes">The file's length; null for a size alone.</param>
public readonly record struct MediaItem(string? Path, PixelSize Size, MediaHeader? Header, long? Bytes)
{
    /// <summary>Reads a file's header; nothing is decoded.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <exception cref="MediaException">The file cannot be opened, or tells no size.</exception>
    public static MediaItem FromFile(string path)
    {
        MediaHeader header = MediaHeaderReader.Read(path, out long length);
        return new(path, header.Size, header, length);
    }

    /// <summary>A size without a file.</summary>
    /// <param name="width">Pixels, 1 to 2,147,483,647.</param>
    /// <param name="height">Pixels, 1 to 2,147,483,647.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidDimensions"/>.</exception>
    public static MediaItem FromSize(long width, long height) =>
        width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue
            ? new(null, new((int)width, (int)height), null, null)
            : throw new MediaException(
                MediaErrorId.InvalidDimensions,
                $"An image of {width} x {height} pixels cannot be: each side is 1 to {int.MaxValue}.",
                "Give the width and the height in pixels.");
}
