using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Makes the files that the other sections read, and reads them once, so that they are in memory.</summary>
internal sealed class CorpusSection(CorpusFolder corpus, BenchmarkOptions options) : ISection
{
    public string Name => "corpus";

    public void Run(Report report)
    {
        string folder = corpus.Get(options.Files);
        long bytes = 0;
        Dictionary<string, int> counts = [];
        foreach (string path in Directory.EnumerateFiles(folder))
        {
            bytes += File.ReadAllBytes(path).Length;
            string extension = Path.GetExtension(path);
            counts[extension] = counts.GetValueOrDefault(extension) + 1;
        }

        string mix = string.Join(", ", counts.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"));
        report.Line($"  {options.Files:N0} files, {bytes / 1e6:N0} MB: {mix}");
    }
}
