namespace MediaTokens.Headers;

/// <summary>The endings of file names that say a format. They decide nothing about what a file is.</summary>
public static class FileEndings
{
    // The first of each is the one that a new file gets.
    private static readonly Dictionary<MediaFormat, string[]> Endings = new()
    {
        [MediaFormat.Jpeg] = [".jpg", ".jpeg", ".jpe", ".jfif"],
        [MediaFormat.Png] = [".png", ".apng"],
        [MediaFormat.Gif] = [".gif"],
        [MediaFormat.WebP] = [".webp"],
        [MediaFormat.Bmp] = [".bmp", ".dib"],
        [MediaFormat.Tiff] = [".tif", ".tiff"],
        [MediaFormat.Heic] = [".heic", ".heif", ".hif"],
        [MediaFormat.Avif] = [".avif"],
        [MediaFormat.Mp4] = [".mp4", ".m4v", ".mp4v", ".f4v"],
        [MediaFormat.Mov] = [".mov", ".qt"],
        [MediaFormat.ThreeGp] = [".3gp", ".3g2", ".3gpp", ".3gpp2"],
        [MediaFormat.WebM] = [".webm"],
        [MediaFormat.Matroska] = [".mkv", ".mk3d"],
        [MediaFormat.Avi] = [".avi", ".divx"],
        [MediaFormat.Mpeg] = [".mpg", ".mpeg", ".mpe", ".m1v", ".m2v", ".vob"],
        [MediaFormat.MpegTs] = [".ts", ".mts", ".m2ts", ".m2t"],
        [MediaFormat.Wmv] = [".wmv", ".asf"],
        [MediaFormat.Flv] = [".flv"],
        [MediaFormat.Pdf] = [".pdf"],
    };

    private static readonly Dictionary<string, MediaFormat> Formats = Endings
        .SelectMany(pair => pair.Value, (pair, ending) => (ending, pair.Key))
        .ToDictionary(pair => pair.ending, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The format that a file's name says; null where it says none.</summary>
    public static MediaFormat? FormatOf(string path) => Formats.TryGetValue(Path.GetExtension(path), out MediaFormat format) ? format : null;

    /// <summary>Whether a file's name says a format of images.</summary>
    public static bool SaysImage(string path) => FormatOf(path) is MediaFormat format && MediaFormatNames.TypeOf(format) == MediaType.Image;

    /// <summary>A file name with an ending that says a format; a name that says it already stays as it is.</summary>
    public static string Name(string name, MediaFormat format)
    {
        MediaFormat? said = FormatOf(name);
        return said == format ? name : (said is null ? name : Path.GetFileNameWithoutExtension(name)) + Endings[format][0];
    }
}
