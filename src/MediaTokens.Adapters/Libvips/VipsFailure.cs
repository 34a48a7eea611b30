using MediaTokens.Headers;

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
internal static class VipsFailure
{
    private static readonly string[] Unsupported =
    [
        "nsupported", "not supported", "not implemented", "not configured", "Sorry", "out of memory", "ecurity limit",
    ];

    // "(2." is the group of libheif's errors for invalid files.
    private static readonly string[] CutShort =
    [
        "remature end", "nd of file", "nd-of-file", "nsufficient image data", "EndOfFile", "(2.",
    ];

    // jerror.h: JWRN_EXTRANEOUS_DATA, JWRN_ADOBE_XFORM, JWRN_JFIF_MAJOR, JWRN_NOT_SEQUENTIAL, JWRN_BOGUS_ICC.
    private static readonly string[] Harmless =
    [
        "extraneous bytes before marker", "Unknown Adobe color transform", "unknown JFIF revision", "Invalid SOS parameters", "bad ICC marker",
    ];

    /// <summary>What it means that a file could not be decoded.</summary>
    /// <param name="format">The format of the file.</param>
    /// <param name="failure">The failure, with a message that is about this file.</param>
    public static VipsVerdict Judge(MediaFormat format, VipsException failure)
    {
        if (failure.Stage == VipsStage.Operation || Says(failure, Unsupported))
        {
            return VipsVerdict.CannotDecode;
        }

        if (failure.Stage == VipsStage.Pixels)
        {
            return format == MediaFormat.Jpeg && Says(failure, Harmless) ? VipsVerdict.Harmless : VipsVerdict.Damaged;
        }

        // Every variant of these formats can be decoded, so that there is no other reason.
        bool isComplete = format is MediaFormat.Png or MediaFormat.WebP or MediaFormat.Gif;
        return isComplete || Says(failure, CutShort) ? VipsVerdict.Damaged : VipsVerdict.CannotDecode;
    }

    private static bool Says(VipsException failure, string[] words) =>
        Array.Exists(words, word => failure.Message.Contains(word, StringComparison.Ordinal));
}
