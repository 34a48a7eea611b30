using System.Runtime.CompilerServices;

namespace MediaTokens.Headers;

/// <summary>
/// Tells format, size, orientation and animation of an image from its header. The format is told by the first bytes, never by the name.
/// Nothing is decoded, and no more than 1,048,576 bytes are read of a file, however large it says its parts are.
/// </summary>
public static class MediaHeaderReader
{
    private const int SignatureSize = 32;

    /// <summary>Reads the header of the file at a path.</summary>
    /// <param name="path">The path of a regular file; a relative one counts from the process's working directory.</param>
    /// <param name="length">The file's length in bytes.</param>
    /// <returns>The header; its size is in pixels, as displayed.</returns>
    /// <exception cref="MediaException">
    /// The file cannot be read (InvalidPath, FileNotFound, PathIsDirectory, NotRegularFile, AccessDenied, FileUnreadable),
    /// or fails as in <see cref="Read(ByteSource)"/>.
    /// </exception>
    public static MediaHeader Read(string path, out long length)
    {
        using var source = new FileSource(path);
        length = source.Length;
        return Read(source);
    }

    /// <summary>Reads the header from any source of bytes.</summary>
    /// <param name="source">The bytes of one file.</param>
    /// <returns>The header; its size is in pixels, as displayed.</returns>
    /// <exception cref="MediaException">
    /// EmptyFile; UnknownFormat; TruncatedFile, also for a file shorter than the signature that it begins;
    /// CorruptHeader; HeaderTooLarge; InvalidDimensions, for a side of 0 or above 2,147,483,647 pixels.
    /// </exception>
    [SkipLocalsInit]
    public static MediaHeader Read(ByteSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var window = new HeaderWindow(source, stackalloc byte[HeaderWindow.BufferSize]);
        if (window.Length <= 0)
        {
            throw HeaderError.Empty();
        }

        ReadOnlySpan<byte> start = window.At(0, (int)Math.Min(window.Length, SignatureSize));
        return Detect(start) switch
        {
            MediaFormat.Jpeg => JpegHeaderReader.Read(ref window),
            MediaFormat.Png => PngHeaderReader.Read(ref window),
            MediaFormat.Gif => GifHeaderReader.Read(ref window),
            MediaFormat.WebP => WebPHeaderReader.Read(ref window),
            MediaFormat.Bmp => BmpHeaderReader.Read(ref window),
            MediaFormat.Tiff => TiffHeaderReader.Read(ref window),
            MediaFormat.Heic or MediaFormat.Avif => HeifHeaderReader.Read(ref window),
            _ when IsCutSignature(start) => throw HeaderError.Truncated(window.Length, "its signature is complete"),
            _ => throw SignatureHints.Describe(start),
        };
    }

    private static MediaFormat? Detect(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => MediaFormat.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaFormat.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => MediaFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaFormat.WebP,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => MediaFormat.Tiff,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => MediaFormat.Heic,
        [(byte)'B', (byte)'M', _, _, ..] when !SignatureHints.IsText(start) => MediaFormat.Bmp,
        _ => null,
    };

    /// <summary>Whether a file of a few bytes is what is left of one of the formats.</summary>
    private static bool IsCutSignature(ReadOnlySpan<byte> start) =>
        Begins([0xFF, 0xD8, 0xFF], start)
        || Begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], start)
        || Begins("GIF89a"u8, start)
        || Begins("GIF87a"u8, start)
        || Begins("BM"u8, start)
        || Begins("II\x2A\0"u8, start)
        || Begins("II\x2B\0"u8, start)
        || Begins("MM\0\x2A"u8, start)
        || Begins("MM\0\x2B"u8, start)
        || Begins("RIFF"u8, start[..Math.Min(4, start.Length)]) && start.Length < 12
        || Begins("\0\0\0"u8, start[..Math.Min(3, start.Length)]) && start.Length < 8;

    private static bool Begins(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> start) =>
        start.Length <= signature.Length && signature.StartsWith(start);
}
