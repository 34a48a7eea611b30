using System.Globalization;
using MediaTokens.Headers;

namespace MediaTokens.Core.Tests.Headers.Video;

/// <summary>One of the AVI, Windows Media and MPEG files in tests/media/video, with what another reader tells of it.</summary>
internal sealed record StreamSample(string Path, MediaFormat Format, PixelSize Size, double Duration, double? PictureDuration, double? FrameRate, bool HasAudio)
{
    /// <summary>Seconds that a frame plays.</summary>
    public double Frame => 1 / (FrameRate ?? 25);
}

/// <summary>The rows of avi.csv, wmv.csv and mpeg.csv, and of the files of bad samples beside them.</summary>
internal static class StreamSamples
{
    private static readonly string[] Families = ["avi", "wmv", "mpeg"];

    public static IReadOnlyList<StreamSample> All { get; } = [.. Rows(".csv").Select(row => new StreamSample(
        row[0],
        Enum.Parse<MediaFormat>(row[1]),
        new PixelSize(int.Parse(row[2], CultureInfo.InvariantCulture), int.Parse(row[3], CultureInfo.InvariantCulture)),
        Number(row[4])!.Value,
        Number(row[5]),
        Number(row[6]),
        bool.Parse(row[7])))];

    /// <summary>Path and error id, or UnknownDuration for a header that is read but has no duration.</summary>
    public static IReadOnlyList<(string Path, MediaErrorId Id)> Bad { get; } =
        [.. Rows("-bad.csv").Select(row => (row[0], Enum.Parse<MediaErrorId>(row[1])))];

    public static StreamSample Named(string path) => All.Single(sample => sample.Path == path);

    public static byte[] Bytes(string path) => TestMedia.Bytes("video/" + path);

    private static double? Number(string text) => text.Length > 0 ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string[]> Rows(string ending) =>
        Families.SelectMany(family => File.ReadLines(TestMedia.FullPath("video/" + family + ending)).Skip(1)).Select(line => line.Split(','));
}
