namespace MediaTokens.Headers;

/// <summary>The names of the formats, without making a new text each time, and what kind of media each one holds.</summary>
internal static class MediaFormatNames
{
    private static readonly string[] Names = Enum.GetNames<MediaFormat>();

    public static string Of(MediaFormat format) => Names[(int)format];

    public static MediaType TypeOf(MediaFormat format) => format switch
    {
        <= MediaFormat.Avif => MediaType.Image,
        MediaFormat.Pdf => MediaType.Pdf,
        _ => MediaType.Video,
    };

    /// <summary>The MIME type under which a request sends the format.</summary>
    public static string MimeOf(MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => "image/jpeg",
        MediaFormat.Png => "image/png",
        MediaFormat.Gif => "image/gif",
        MediaFormat.WebP => "image/webp",
        MediaFormat.Bmp => "image/bmp",
        MediaFormat.Tiff => "image/tiff",
        MediaFormat.Heic => "image/heic",
        MediaFormat.Avif => "image/avif",
        MediaFormat.Mp4 => "video/mp4",
        MediaFormat.Mov => "video/quicktime",
        MediaFormat.ThreeGp => "video/3gpp",
        MediaFormat.WebM => "video/webm",
        MediaFormat.Matroska => "video/x-matroska",
        MediaFormat.Avi => "video/avi",
        MediaFormat.Mpeg => "video/mpeg",
        MediaFormat.MpegTs => "video/mp2t",
        MediaFormat.Wmv => "video/wmv",
        MediaFormat.Flv => "video/x-flv",
        MediaFormat.Pdf => "application/pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
