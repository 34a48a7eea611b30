using System.Runtime.CompilerServices;
using MediaTokens.Headers.Video;

namespace MediaTokens.Headers;

/// <summary>
/// Tells what a file's header says: format and size, an image's orientation and animation, a video's time and sound.
/// The format is told by the first bytes, never by the name. Nothing is decoded, and no more than 1,048,576 bytes are read
/// of a file, however large it says its parts are.
/// </summary>
public static class MediaHeaderReader
{
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
    /// <returns>The header; its size is in pixels, as displayed. Of a PDF document it tells the format alone.</returns>
    /// <exception cref="MediaException">
    /// EmptyFile; UnknownFormat; TruncatedFile, also for a file shorter than the signature that it begins;
    /// CorruptHeader; HeaderTooLarge; InvalidDimensions, for a side of 0 or above 2,147,483,647 pixels; NoVideoTrack.
    /// </exception>
    [SkipLocalsInit]
    public static MediaHeader Read(ByteSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var window = new HeaderWindow(source, stackalloc byte[HeaderWindow.BufferSize]);
        MediaFormat format = MediaSignature.Detect(ref window);
        return Read(ref window, format);
    }

    /// <summary>Reads the header of an image.</summary>
    /// <param name="source">The bytes of one file.</param>
    /// <returns>The header; its size is in pixels, as displayed.</returns>
    /// <exception cref="MediaException">As with <see cref="Read(ByteSource)"/>; UnknownFormat for a video or a PDF document.</exception>
    [SkipLocalsInit]
    public static MediaHeader ReadImage(ByteSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var window = new HeaderWindow(source, stackalloc byte[HeaderWindow.BufferSize]);
        MediaFormat format = MediaSignature.Detect(ref window);
        return MediaFormatNames.TypeOf(format) == MediaType.Image ? Read(ref window, format) : throw SignatureHints.NotAnImage(format);
    }

    private static MediaHeader Read(ref HeaderWindow window, MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => JpegHeaderReader.Read(ref window),
        MediaFormat.Png => PngHeaderReader.Read(ref window),
        MediaFormat.Gif => GifHeaderReader.Read(ref window),
        MediaFormat.WebP => WebPHeaderReader.Read(ref window),
        MediaFormat.Bmp => BmpHeaderReader.Read(ref window),
        MediaFormat.Tiff => TiffHeaderReader.Read(ref window),
        MediaFormat.Heic or MediaFormat.Avif => HeifHeaderReader.Read(ref window),
        MediaFormat.Mp4 => Mp4HeaderReader.Read(ref window),
        MediaFormat.Matroska => MatroskaHeaderReader.Read(ref window),
        MediaFormat.Avi => AviHeaderReader.Read(ref window),
        MediaFormat.Mpeg => MpegHeaderReader.Read(ref window),
        MediaFormat.MpegTs => MpegTsHeaderReader.Read(ref window),
        MediaFormat.Wmv => AsfHeaderReader.Read(ref window),
        MediaFormat.Flv => FlvHeaderReader.Read(ref window),
        MediaFormat.Pdf => new(MediaFormat.Pdf, default),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
