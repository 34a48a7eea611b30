using System.Globalization;
using MediaTokens.Headers;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>One of the images in tests/media, with what independent readers tell of it.</summary>
/// <param name="Path">Relative to tests/media, with forward slashes.</param>
/// <param name="Size">Pixels, after orientation.</param>
/// <param name="Orientation">1 to 8.</param>
/// <param name="IsAnimated">Whether it has more than one frame.</param>
internal sealed record Sample(string Path, PixelSize Size, int Orientation, bool IsAnimated)
{
    public MediaFormat Format => System.IO.Path.GetExtension(Path) switch
    {
        ".jpg" => MediaFormat.Jpeg,
        ".png" => MediaFormat.Png,
        ".gif" => MediaFormat.Gif,
        ".webp" => MediaFormat.WebP,
        ".bmp" => MediaFormat.Bmp,
        ".tif" => MediaFormat.Tiff,
        ".heic" => MediaFormat.Heic,
        ".avif" => MediaFormat.Avif,
        string other => throw new InvalidOperationException($"'{other}' is the ending of no format."),
    };

    /// <summary>What the reader should tell.</summary>
    public MediaHeader Header => new(Format, Size, Orientation, IsAnimated);
}

/// <summary>The folder tests/media.</summary>
internal static class TestMedia
{
    public static string Folder { get; } = Path.Combine(Root(), "tests", "media");

    /// <summary>The rows of sizes.csv.</summary>
    public static IReadOnlyList<Sample> Samples { get; } = [.. Rows("sizes.csv").Select(row => new Sample(
        row[0],
        new PixelSize(int.Parse(row[1], CultureInfo.InvariantCulture), int.Parse(row[2], CultureInfo.InvariantCulture)),
        int.Parse(row[3], CultureInfo.InvariantCulture),
        bool.Parse(row[4])))];

    /// <summary>The rows of bad/expected.csv: file name and error id.</summary>
    public static IReadOnlyList<(string Name, MediaErrorId Id)> Bad { get; } =
        [.. Rows("bad/expected.csv").Select(row => (row[0], Enum.Parse<MediaErrorId>(row[1])))];

    public static Sample Sample(string path) => Samples.Single(sample => sample.Path == path);

    public static byte[] Bytes(string path) => File.ReadAllBytes(FullPath(path));

    public static string FullPath(string path) => Path.Combine(Folder, path);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaTokens.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
