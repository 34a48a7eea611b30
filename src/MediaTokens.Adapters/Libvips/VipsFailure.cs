using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using MediaTokens.Headers;
using MediaTokens.Imaging;

namespace MediaTokens.Adapters.Libvips;

/// <summary>What it means that a decode failed.</summary>
internal enum VipsVerdict
{
    /// <summary>This build, or libvips at all, cannot decode such a file; another engine may.</summary>
    CannotDecode,

    /// <summary>A warning of something that does not touch the pixels.</summary>
    Harmless,

    /// <summary>The pixels are damaged or incomplete.</summary>
    Damaged,
}

/// <summary>Tells from the words of libvips, and of the libraries beneath it, what a failure means.</summary>
internal static partial class VipsFailure
{
    // Encoders pad the data of a scan by a few bytes; where there are more, a decoder lost its way in it.
    private const int MostPadding = 16;

    // Of the markers with a meaning, those from DQT on stand before the pixels only, apart from APPn and COM, which may stand anywhere.
    private const int FirstHeaderMarker = 0xDB;

    private static readonly string[] Unsupported =
    [
        "nsupported", "not supported", "not implemented", "not configured", "Sorry", "out of memory", "nsufficient memory", "ecurity limit",
    ];

    // "(2." is the group of libheif's errors for invalid files.
    private static readonly string[] CutShort = ["remature end", "nd of file", "nsufficient image data", "EndOfFile", "(2."];

    // jerror.h: JWRN_ADOBE_XFORM, JWRN_JFIF_MAJOR, JWRN_NOT_SEQUENTIAL, JWRN_BOGUS_ICC.
    private static readonly string[] Harmless =
    [
        "Unknown Adobe color transform", "unknown JFIF revision", "Invalid SOS parameters", "bad ICC marker",
    ];

    /// <summary>What it means that a file could not be decoded.</summary>
    /// <param name="request">The file, and its format.</param>
    /// <param name="failure">The failure, with a message that is about this file.</param>
    public static VipsVerdict Judge(ResizeRequest request, VipsException failure)
    {
        if (failure.Stage == VipsStage.Operation || Says(failure, Unsupported))
        {
            return VipsVerdict.CannotDecode;
        }

        MediaFormat format = request.Header.Format;
        if (failure.Stage == VipsStage.Pixels)
        {
            return format == MediaFormat.Jpeg && IsHarmless(failure) ? VipsVerdict.Harmless : VipsVerdict.Damaged;
        }

        // Every variant of these formats can be decoded, or the message says that it cannot; so there is no other reason.
        bool isComplete = format is MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP or MediaFormat.Gif;
        return isComplete || Says(failure, CutShort) || (format == MediaFormat.Bmp && IsCutBitmap(request.Bytes.Span))
            ? VipsVerdict.Damaged
            : VipsVerdict.CannotDecode;
    }

    private static bool IsHarmless(VipsException failure)
    {
        Match extraneous = ExtraneousBytes().Match(failure.Message);
        return extraneous.Success
            ? extraneous.Groups[1].Length < 9
                && (int.Parse(extraneous.Groups[1].ValueSpan, CultureInfo.InvariantCulture) <= MostPadding
                    || int.Parse(extraneous.Groups[2].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) >= FirstHeaderMarker)
            : Says(failure, Harmless);
    }

    // A bitmap begins with "BM" and its length in bytes.
    private static bool IsCutBitmap(ReadOnlySpan<byte> file) => file.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) > file.Length;

    private static bool Says(VipsException failure, string[] words) =>
        Array.Exists(words, word => failure.Message.Contains(word, StringComparison.Ordinal));

    // jerror.h: JWRN_EXTRANEOUS_DATA.
    [GeneratedRegex("([0-9]+) extraneous bytes before marker 0x([0-9a-f]{2})")]
    private static partial Regex ExtraneousBytes();
}
