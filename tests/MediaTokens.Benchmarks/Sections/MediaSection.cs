using System.Diagnostics;
using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Documents;
using MediaTokens.Headers;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Videos and PDF documents in this process, on one thread: how much is read of a file, and how long it takes.</summary>
internal sealed class MediaSection(BenchmarkOptions options) : ISection
{
    private const long MostBytes = 400_000;

    public string Name => "media";

    public void Run(Report report)
    {
        report.Line($"  {"median of the files, after a warm-up",-36}{"files",8}{"bytes",12}{"read",10}{"most read",12}{"ms",10}");
        foreach (IGrouping<string, string> format in Samples("video").GroupBy(path => Path.GetExtension(path).TrimStart('.')).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Measure(report, format.Key, [.. format], source => MediaHeaderReader.Read(source));
        }

        Measure(report, "pdf, with what is on the pages", [.. Samples("pdf")], ReadPages);
        using LargeVideo large = LargeVideo.Create(options.CorpusPath);
        long read = Measure(report, "an mp4 of 4 GB, its header at the end", [large.Path], source => MediaHeaderReader.Read(source));
        report.Target($"4 GB: {read} bytes read", $"<= {MostBytes}", read <= MostBytes);
    }

    private static IEnumerable<string> Samples(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Media, folder))
        .Where(path => Path.GetExtension(path) is not (".csv" or ".md" or ".jpg"))
        .Order(StringComparer.Ordinal);

    private static void ReadPages(ByteSource source) => PdfDocumentReader.Read(source, pages: null, readsContent: true, CancellationToken.None);

    private long Measure(Report report, string name, string[] paths, Action<ByteSource> read)
    {
        List<(long Length, long Read, double Milliseconds)> files = [];
        foreach (string path in paths)
        {
            long bytes = 0;
            List<double> times = [];
            for (int round = -1; round < options.Rounds; round++)
            {
                using FileSource file = new(path);
                CountingSource source = new(file);
                long start = Stopwatch.GetTimestamp();
                read(source);
                double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                bytes = source.BytesRead;
                if (round >= 0)
                {
                    times.Add(wall);
                }
            }

            files.Add((new FileInfo(path).Length, bytes, Statistics.Median(times)));
        }

        long most = files.Max(file => file.Read);
        report.Line($"  {name,-36}{paths.Length,8}{(long)Statistics.Median([.. files.Select(file => (double)file.Length)]),12}{(long)Statistics.Median([.. files.Select(file => (double)file.Read)]),10}{most,12}{Statistics.Median([.. files.Select(file => file.Milliseconds)]),10:F3}");
        return most;
    }

    private sealed class CountingSource(ByteSource source) : ByteSource
    {
        public long BytesRead { get; private set; }

        public override long Length => source.Length;

        public override int Read(long offset, Span<byte> buffer)
        {
            int read = source.Read(offset, buffer);
            BytesRead += read;
            return read;
        }
    }
}
