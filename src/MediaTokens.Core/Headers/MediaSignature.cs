using MediaTokens.Headers.Video;

namespace MediaTokens.Headers;

/// <summary>Tells the format of a file by its first bytes.</summary>
internal static class MediaSignature
{
    private const int Size = 32;

    // Readers of PDF look for its header this far.
    private const int PdfReach = 1024;

    /// <summary>The format of the file.</summary>
    /// <exception cref="MediaException">EmptyFile; UnknownFormat; TruncatedFile for a file shorter than the signature that it begins.</exception>
    public static MediaFormat Detect(ref HeaderWindow window)
    {
        if (window.Length <= 0)
        {
            throw HeaderError.Empty();
        }

        ReadOnlySpan<byte> start = window.At(0, (int)Math.Min(window.Length, Size));
        if (OfImage(start) is MediaFormat image)
        {
            return image;
        }

        // It has tracks like a video, and one photograph in them.
        if (start.Length >= 12 && start[4..12].SequenceEqual("ftypcrx "u8))
        {
            throw SignatureHints.Describe(start);
        }

        if (IsIsoMedia(start))
        {
            return HeifHeaderReader.FormatOf(ref window) ?? MediaFormat.Mp4;
        }

        if (OfVideo(start) is MediaFormat video)
        {
            return video;
        }

        bool isCut = IsCut(start);
        if (TransportPackets.Find(ref window) is not null)
        {
            return MediaFormat.MpegTs;
        }

        if (IsPdf(ref window))
        {
            return MediaFormat.Pdf;
        }

        throw isCut
            ? HeaderError.Truncated(window.Length, "its signature is complete")
            : SignatureHints.Describe(window.At(0, (int)Math.Min(window.Length, Size)));
    }

    private static MediaFormat? OfImage(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => MediaFormat.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => MediaFormat.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => MediaFormat.Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaFormat.WebP,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => MediaFormat.Tiff,
        [(byte)'B', (byte)'M', _, _, ..] when !SignatureHints.IsText(start) => MediaFormat.Bmp,
        _ => null,
    };

    private static MediaFormat? OfVideo(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => MediaFormat.Avi,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => MediaFormat.Matroska,
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => MediaFormat.Flv,
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => MediaFormat.Wmv,
        [0, 0, 1, 0xBA or 0xB3, ..] => MediaFormat.Mpeg,
        _ => null,
    };

    // A movie of QuickTime's first years has no box that says what it is. A text may begin with "The free" or "The wide".
    private static bool IsIsoMedia(ReadOnlySpan<byte> start) =>
        start.Length >= 8 && !SignatureHints.IsText(start) && (start[4..8].SequenceEqual("ftyp"u8) || start[4..8].SequenceEqual("moov"u8)
            || start[4..8].SequenceEqual("mdat"u8) || start[4..8].SequenceEqual("wide"u8) || start[4..8].SequenceEqual("free"u8)
            || start[4..8].SequenceEqual("skip"u8) || start[4..8].SequenceEqual("pnot"u8) || start[4..8].SequenceEqual("styp"u8)
            || start[4..8].SequenceEqual("moof"u8));

    private static bool IsPdf(ref HeaderWindow window) =>
        window.At(0, (int)Math.Min(window.Length, PdfReach)).IndexOf("%PDF-"u8) >= 0;

    /// <summary>Whether a file of a few bytes is what is left of one of the formats.</summary>
    private static bool IsCut(ReadOnlySpan<byte> start) =>
        Begins([0xFF, 0xD8, 0xFF], start)
        || Begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], start)
        || Begins("GIF89a"u8, start)
        || Begins("GIF87a"u8, start)
        || Begins("BM"u8, start)
        || Begins("II\x2A\0"u8, start)
        || Begins("II\x2B\0"u8, start)
        || Begins("MM\0\x2A"u8, start)
        || Begins("MM\0\x2B"u8, start)
        || Begins([0x1A, 0x45, 0xDF, 0xA3], start)
        || Begins("FLV\x01"u8, start)
        || Begins([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], start)
        || Begins("%PDF-"u8, start)
        || Begins("RIFF"u8, start[..Math.Min(4, start.Length)]) && start.Length < 12
        || Begins("\0\0\0"u8, start[..Math.Min(3, start.Length)]) && start.Length < 8;

    private static bool Begins(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> start) =>
        start.Length <= signature.Length && signature.StartsWith(start);
}
