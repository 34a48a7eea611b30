using System.Globalization;
using MediaTokens.Imaging;

namespace MediaTokens.Tool.Optimizing;

/// <summary>Says what is written, and where.</summary>
internal static class PlaceText
{
    /// <summary>A path, from the current folder where it lies below it.</summary>
    public static string Of(string path)
    {
        string folder = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory) + Path.DirectorySeparatorChar;
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }

    /// <summary>A result as <c>1024x768 Jpeg, 131072 bytes</c>.</summary>
    public static string Of(OptimizeResult result) => string.Create(CultureInfo.InvariantCulture, $"{result.Size} {result.Format}, {result.Length} bytes");

    /// <summary>Whether a result in its source's place has another ending, since it has another format.</summary>
    public static bool IsRenamed(string source, string place) => Path.GetExtension(source) != Path.GetExtension(place);
}
