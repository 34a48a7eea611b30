using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>The failures that any of the readers may meet, worded once.</summary>
internal static class HeaderError
{
    /// <summary>What the user can do with a video that is whole, but not as the readers take it.</summary>
    public const string ConvertVideo = "Convert it to MP4, for example with ffmpeg.";

    private const string Damaged = "Open the file in an editor and save it again, or replace it with an undamaged copy.";

    public static MediaException Empty() => new(
        MediaErrorId.EmptyFile,
        "The file has no bytes.",
        "Replace the file with a complete copy.");

    public static MediaException Truncated(long length, string missing) => new(
        MediaErrorId.TruncatedFile,
        Invariant($"The file ends after {length} bytes, before {missing}."),
        "Copy or download the file again; this copy is not complete.");

    public static MediaException Corrupt(string message) => new(MediaErrorId.CorruptHeader, message, Damaged);

    public static MediaException TooLarge() => new(
        MediaErrorId.HeaderTooLarge,
        Invariant($"The size is not within the {HeaderWindow.Budget} bytes that are read for it at most."),
        "Save the file again without its metadata, or convert a video to MP4.");

    public static MediaException InvalidDimensions(string message) => new(MediaErrorId.InvalidDimensions, message, Damaged);

    public static MediaException NoVideoTrack(string message) => new(
        MediaErrorId.NoVideoTrack,
        message,
        "Choose a file with pictures; sound alone is not counted.");

    /// <summary>A stream whose pictures are there, but nothing that tells their size where it is looked for.</summary>
    public static MediaException NoSizeNearStart() => new(
        MediaErrorId.HeaderTooLarge,
        "Pictures are there, but nothing near the start of the stream tells their size.",
        ConvertVideo);

    public static MediaException UnknownFormat(string message) => new(
        MediaErrorId.UnknownFormat,
        message,
        "Convert an image to JPEG or PNG, a video to MP4, and a document to PDF; the name does not matter, the content does.");
}
