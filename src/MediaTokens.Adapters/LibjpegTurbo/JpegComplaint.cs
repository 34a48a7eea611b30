using System.Globalization;
using static System.FormattableString;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>What a complaint of libjpeg means for the image.</summary>
internal enum JpegVerdict
{
    /// <summary>The image is complete and right.</summary>
    Sound,

    /// <summary>The image is complete, but some of it is wrong or filled in.</summary>
    Damaged,

    /// <summary>The data are damaged, and there is no image.</summary>
    Lost,

    /// <summary>The library cannot decode it; another may.</summary>
    Unable,
}

/// <summary>Tells harmless complaints of libjpeg from those that mean damage, by their texts.</summary>
/// <remarks>
/// TurboJPEG returns -1 both for a warning and for an error, keeps the text of the first warning or of the error that ended the work,
/// and after both calls it a warning (tjGetErrorCode); so only the text tells whether the image is complete.
/// The texts: https://github.com/libjpeg-turbo/libjpeg-turbo/blob/2.1.5/jerror.h, warnings there being named JWRN.
/// </remarks>
internal static class JpegComplaint
{
    // Encoders that pad their data leave a few bytes over; more of them are pixels that the decoder found no place for.
    private const int MostLeftOver = 16;

    private const string LeftOver = " extraneous bytes before marker 0x";
    private const string Corrupt = "Corrupt JPEG data: ";

    private static ReadOnlySpan<byte> StartOfScan => [0xFF, 0xDA];

    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    private static readonly string[] Harmless =
    [
        "Warning: unknown JFIF revision number",
        "Unknown Adobe color transform code",
        "Invalid SOS parameters for sequential JPEG",
    ];

    // TurboJPEG 3 says "No error" of a warning in the pixels when there was one in the header, whose text it has forgotten.
    private static readonly string[] Damage = [Corrupt, "Premature end of JPEG file", "Inconsistent progression sequence", "No error"];

    private static readonly string[] Loss =
    [
        "JPEG datastream contains no image",
        "Invalid JPEG file structure",
        "Unsupported marker type",
        "Bogus ",
        " scans",
    ];

    /// <summary>Judges what was complained of first.</summary>
    /// <param name="complaint">The text; null when there is none.</param>
    /// <param name="file">The whole file, since a harmless complaint hides those after it.</param>
    public static JpegVerdict Judge(string? complaint, ReadOnlySpan<byte> file)
    {
        if (complaint is null)
        {
            return JpegVerdict.Sound;
        }

        if (Is(complaint, Harmless) || IsHarmlessRest(complaint))
        {
            return HasEnd(file) ? JpegVerdict.Sound : JpegVerdict.Damaged;
        }

        return Is(complaint, Damage) ? JpegVerdict.Damaged : Is(complaint, Loss) ? JpegVerdict.Lost : JpegVerdict.Unable;
    }

    /// <summary>The failure to report.</summary>
    public static MediaException Failure(string? complaint) => new(
        MediaErrorId.CorruptPixels,
        Invariant($"The pixels are damaged or incomplete; libjpeg-turbo says: {complaint ?? "there is no image"}."),
        "Replace the file with an undamaged copy, or add -AllowPartial (--allow-partial) to take what can be decoded.");

    private static bool Is(string complaint, string[] texts) =>
        Array.Exists(texts, text => complaint.Contains(text, StringComparison.Ordinal));

    private static bool IsHarmlessRest(string complaint)
    {
        int start = complaint.IndexOf(Corrupt, StringComparison.Ordinal) + Corrupt.Length;
        int end = complaint.IndexOf(LeftOver, StringComparison.Ordinal);
        return end > start
            && int.TryParse(complaint.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && byte.TryParse(complaint.AsSpan(end + LeftOver.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte marker)
            && (count <= MostLeftOver || ComesBeforePixels(marker));
    }

    // APPn and COM, DQT, and the frame headers that libjpeg decodes (ITU-T T.81, table B.1).
    private static bool ComesBeforePixels(byte marker) => marker is >= 0xE0 or 0xDB or (>= 0xC0 and <= 0xC2) or 0xC9 or 0xCA;

    // Within a scan, FF is always followed by 0 or a restart marker, so neither marker is found in the pixels.
    private static bool HasEnd(ReadOnlySpan<byte> file) => file.LastIndexOf(EndOfImage) > file.LastIndexOf(StartOfScan);
}
