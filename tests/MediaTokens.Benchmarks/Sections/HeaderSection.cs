using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;
using MetadataExtractor;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Header reading in this process, on one thread, against opening and closing the files.</summary>
internal sealed class HeaderSection(CorpusFolder corpus, BenchmarkOptions options) : ISection
{
    private const double MostTimesFloor = 1.5;
    private const int PeerRounds = 2;

    // The compiler improves what runs often in the background.
    private const int WarmUps = 3;

    public string Name => "headers";

    public void Run(Report report)
    {
        string[] paths = System.IO.Directory.GetFiles(corpus.Get(options.Files));
        Array.Sort(paths, StringComparer.Ordinal);
        CostPlan plan = Plan();
        PdfSettings pdf = new();
        IReadOnlyList<Series> series = Contest.Run(
            [
                new("open and close (the floor)", () => ForEach(paths, path => File.OpenHandle(path).Dispose())),
                new("MediaHeaderReader.Read", () => ForEach(paths, path => MediaHeaderReader.Read(path, out _))),
                new("MediaItem.FromFile and CostPlan.Count", () => ForEach(paths, path => plan.Count(MediaItem.FromFile(path, [plan], pdf, CancellationToken.None)))),
                new("MetadataExtractor, everything", () => ForEach(paths, path => ImageMetadataReader.ReadMetadata(path)), PeerRounds),
            ],
            options.Rounds,
            WarmUps);
        report.Table(series, series[0]);
        double ratio = series[1].RatioTo(series[0]);
        report.Target($"header reader: {ratio:F2} x floor", $"<= {MostTimesFloor} x", ratio <= MostTimesFloor);
    }

    private static CostPlan Plan() => CostPlans.Create(
        ModelSelector.Select(ModelCatalog.Default, [ModelSelector.DefaultModel], _ => null, (_, exception) => throw exception),
        new(),
        (_, exception) => throw exception)[0];

    private static Measurement ForEach(string[] paths, Action<string> read) => Measurement.Of(() =>
    {
        foreach (string path in paths)
        {
            read(path);
        }
    });
}
