using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Shrinking;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>The memory that shrinking photographs takes, and whether it grows with their number.</summary>
internal sealed class OptimizeMemorySection(PictureFolder pictures, BenchmarkOptions options) : ISection
{
    private const int Workers = 2;
    private const int Runs = 3;
    private const int TimesFewer = 5;
    private const double MostBytes = 150e6;
    private const double MostGrowth = 1.25;

    public string Name => "optimize-memory";

    public void Run(Report report)
    {
        ShrinkTask task = ShrinkTask.Photographs(options);
        string all = pictures.Get(task);
        int few = Math.Max(1, task.Count / TimesFewer);
        ShrinkBench[] benches = [new(task, pictures.Take(all, few), pictures), new(task, all, pictures)];
        IEnumerable<ShrinkProgram> peers = ShrinkPeers.Find(task, options.NodeModules, ImageSharpLoop.Build(options.CorpusPath)).Where(CanBeWatched);
        IReadOnlyList<ShrinkProgram> programs = benches[0].Try([.. ToolEngines.Find(task), .. peers], Workers, report);

        report.Line($"  {$"peak resident MB, median of {Runs} runs, two at a time",-48}{$"{few} files",12}{$"{task.Count} files",12}");
        List<(ShrinkProgram Program, double[] Peaks)> rows = [];
        foreach (ShrinkProgram program in programs)
        {
            double[] peaks = [.. benches.Select(bench => Statistics.Median(Enumerable.Range(0, Runs).Select(_ => (double)bench.Peak(program, Workers)).ToArray()))];
            report.Line($"  {program.Name,-48}{peaks[0] / 1e6,12:F1}{peaks[1] / 1e6,12:F1}");
            rows.Add((program, peaks));
        }

        foreach ((ShrinkProgram program, double[] peaks) in rows.Where(row => ToolEngines.IsOurs(row.Program.Name)))
        {
            Judge(report, program.Name, peaks, task.Count / few);
        }
    }

    /// <summary>Of a program in several processes only the first one could be watched.</summary>
    private static bool CanBeWatched(ShrinkProgram program) => program.IsOneProcess || program.Start is null;

    private static void Judge(Report report, string name, double[] peaks, int times)
    {
        double growth = peaks[1] / peaks[0];
        report.Target($"{name}: {growth:F2} x the memory for {times} x the files", $"flat, <= {MostGrowth} x", growth <= MostGrowth);
        if (name == ToolEngines.Auto)
        {
            report.Target($"{name}: {peaks[1] / 1e6:F0} MB", $"< {MostBytes / 1e6:F0} MB", peaks[1] < MostBytes);
        }
    }
}
