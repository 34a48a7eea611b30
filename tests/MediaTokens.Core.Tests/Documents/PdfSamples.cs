using System.Globalization;
using MediaTokens.Core.Tests.Headers;

namespace MediaTokens.Core.Tests.Documents;

/// <summary>One of the documents in tests/media/pdf, with what independent readers tell of it.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Pages">All of its pages.</param>
/// <param name="ScannedPages">Those that are a picture without text.</param>
/// <param name="Characters">The characters of all pages, without line ends.</param>
/// <param name="Width">Of page 1 as displayed, in points.</param>
/// <param name="Height">Of page 1 as displayed, in points.</param>
internal sealed record PdfSample(string Path, int Pages, int ScannedPages, int Characters, double Width, double Height);

/// <summary>The folder tests/media/pdf.</summary>
internal static class PdfSamples
{
    public static string Folder { get; } = Path.Combine(TestMedia.Folder, "pdf");

    /// <summary>The rows of pdf.csv.</summary>
    public static IReadOnlyList<PdfSample> All { get; } = [.. Rows("pdf.csv").Select(row => new PdfSample(
        row[0], Integer(row[1]), Integer(row[2]), Integer(row[3]), Number(row[4]), Number(row[5])))];

    /// <summary>The rows of bad/bad.csv: file name and error id.</summary>
    public static IReadOnlyList<(string Name, MediaErrorId Id)> Bad { get; } =
        [.. Rows("bad/bad.csv").Select(row => (row[0], Enum.Parse<MediaErrorId>(row[1])))];

    public static PdfSample Sample(string path) => All.Single(sample => sample.Path == path);

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
