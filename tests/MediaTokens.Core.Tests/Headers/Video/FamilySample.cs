using System.Globalization;
using MediaTokens.Headers;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>One of the videos in tests/media/video, with what an independent reader tells of it.</summary>
/// <param name="Path">Relative to tests/media/video.</param>
/// <param name="Format">The format.</param>
/// <param name="Size">Pixels, after turning.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="PictureDuration">Seconds; null where the container does not tell it apart.</param>
/// <param name="FrameRate">Frames per second; null where the container does not tell it.</param>
/// <param name="HasAudio">Whether there is a sound track.</param>
internal sealed record FamilySample(
    string Path, MediaFormat Format, PixelSize Size, double Duration, double? PictureDuration, double? FrameRate, bool HasAudio)
{
    /// <summary>Seconds of a frame, of one at the slowest rate of the samples where it is not told.</summary>
    public double Frame => 1 / (FrameRate ?? 5);

    public byte[] Bytes => Of(Path);

    /// <summary>The rows of a family's CSV.</summary>
    public static IReadOnlyList<FamilySample> All(string family) => [.. Rows(family + ".csv").Select(row => new FamilySample(
        row[0],
        Enum.Parse<MediaFormat>(row[1]),
        new PixelSize(int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture)),
        double.Parse(row[4], CultureInfo.InvariantCulture),
        row[5].Length == 0 ? null : double.Parse(row[5], CultureInfo.InvariantCulture),
        row[6].Length == 0 ? null : double.Parse(row[6], CultureInfo.InvariantCulture),
        bool.Parse(row[7])))];

    /// <summary>The rows of a family's CSV of bad files: path, and an error id or UnknownDuration.</summary>
    public static IReadOnlyList<(string Path, MediaErrorId Expected)> Bad(string family) =>
        [.. Rows(family + "-bad.csv").Select(row => (row[0], Enum.Parse<MediaErrorId>(row[1])))];

    public static byte[] Of(string path) => TestMedia.Bytes("video/" + path);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(TestMedia.FullPath("video/" + file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));
}
