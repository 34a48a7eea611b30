using System.Text.Unicode;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>Words for a file that cannot be counted: what its first bytes are of, as far as they are well known.</summary>
internal static class SignatureHints
{
    public const string Expected = "JPEG, PNG, GIF, WebP, BMP, TIFF, HEIC or AVIF";

    private const int Shown = 8;

    public const string ExpectedMedia = $"{Expected}, a video, or a PDF document";

    public static MediaException NotAnImage(MediaFormat format) => HeaderError.UnknownFormat(format == MediaFormat.Pdf
        ? $"The file is a PDF document, and not {Expected}."
        : $"The file is a video, {MediaFormatNames.Of(format)}, and not {Expected}.");

    public static MediaException Describe(ReadOnlySpan<byte> start)
    {
        string bytes = string.Join(' ', Convert.ToHexString(start[..Math.Min(Shown, start.Length)]).Chunk(2).Select(pair => new string(pair)));
        return HeaderError.UnknownFormat(Name(start) is { } name
            ? Invariant($"The first bytes, {bytes}, are those of {name}; expected {ExpectedMedia}.")
            : Invariant($"The first bytes, {bytes}, are of no known format; expected {ExpectedMedia}."));
    }

    /// <summary>Whether the bytes could be the beginning of a text in ASCII or UTF-8.</summary>
    public static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (byte value in start)
        {
            if (value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F or >= 0xF8)
            {
                return false;
            }
        }

        // The last character may be cut, so up to three bytes of it do not count.
        for (int cut = 0; cut <= 3 && cut < start.Length; cut++)
        {
            if (Utf8.IsValid(start[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Name(ReadOnlySpan<byte> start) =>
        Is(start, "PK\x03\x04"u8) ? "a ZIP archive or an Office document"
            : Is(start, [0x1F, 0x8B]) ? "a gzip archive"
            : Is(start, "Rar!"u8) ? "a RAR archive"
            : Is(start, "7z"u8) && start.Length > 2 && start[2] == 0xBC ? "a 7-Zip archive"
            : Is(start, [0xD0, 0xCF, 0x11, 0xE0]) ? "an Office 97-2003 document"
            : Is(start, "8BPS"u8) ? "a Photoshop document"
            : Is(start, "version https://git-lfs"u8) ? "a Git LFS pointer, whose image 'git lfs pull' brings"
            : Is(start, "%!PS"u8) ? "a PostScript document"
            : Is(start, [0x00, 0x00, 0x01, 0x00]) ? "a Windows icon"
            : Is(start, [0xFF, 0x0A]) || Is(start, "\0\0\0\x0CJXL "u8) ? "a JPEG XL image"
            : Is(start, [0xFF, 0x4F, 0xFF, 0x51]) || Is(start, "\0\0\0\x0CjP  "u8) ? "a JPEG 2000 image"
            : start.Length >= 12 && Is(start[4..], "ftypcrx "u8) ? "a raw photograph of a Canon camera"
            : Is(start, "RIFF"u8) ? "a RIFF file, as WAV is"
            : Is(start, "OggS"u8) ? "an Ogg file"
            : Is(start, "ID3"u8) ? "an MP3 file"
            : Is(start, "fLaC"u8) ? "a FLAC file"
            : start is [0xFF, >= 0xE0 and < 0xFE, ..] ? "an MP3 or AAC file"
            : Text(start);

    private static string? Text(ReadOnlySpan<byte> start)
    {
        if (Is(start, [0xFF, 0xFE]) || Is(start, [0xFE, 0xFF]))
        {
            return "a text in UTF-16";
        }

        ReadOnlySpan<byte> text = (Is(start, [0xEF, 0xBB, 0xBF]) ? start[3..] : start).TrimStart(" \t\r\n"u8);
        return Is(text, "<svg"u8) ? "an SVG drawing, which is a text and has no pixels"
            : Is(text, "<?xml"u8) ? "an XML text, such as an SVG drawing"
            : Is(text, "<"u8) && IsText(text) ? "an HTML or XML text"
            : IsText(start) ? "a text"
            : null;
    }

    private static bool Is(ReadOnlySpan<byte> start, ReadOnlySpan<byte> signature) => start.StartsWith(signature);
}
