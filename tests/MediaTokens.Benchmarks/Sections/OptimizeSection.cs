using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Shrinking;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Shrinking a folder of pictures as a whole process, against other programs, with one and with two workers.</summary>
internal sealed class OptimizeSection(ShrinkTask task, PictureFolder pictures, BenchmarkOptions options) : ISection
{
    private const double MostTimesLoop = 1.1;

    private static readonly int[] Workers = [1, 2];

    public string Name => $"optimize-{task.Format}";

    public void Run(Report report)
    {
        ShrinkBench bench = new(task, pictures.Get(task), pictures);
        IEnumerable<ShrinkProgram> peers = ShrinkPeers.Find(task, options.NodeModules, ImageSharpLoop.Build(options.CorpusPath));
        IReadOnlyList<ShrinkProgram> programs = bench.Try([.. ToolEngines.Find(task), .. peers], Workers[^1], report);
        if (!programs.Any(program => program.Name == ToolEngines.Auto))
        {
            return;
        }

        foreach (int workers in Workers)
        {
            Compare(report, bench, programs, workers);
        }
    }

    private void Compare(Report report, ShrinkBench bench, IReadOnlyList<ShrinkProgram> programs, int workers)
    {
        report.Line($"\n  {workers} at a time");
        Contender[] contenders = [.. programs.Select(program => new Contender(program.Name, () => bench.Measure(program, workers), program.MostRounds))];
        IReadOnlyList<Series> series = Contest.Run(contenders, options.Rounds, warmUps: 0);
        report.Table(series, series[0]);
        foreach (Series peer in series.Where(one => !ToolEngines.IsOurs(one.Name)))
        {
            Judge(report, peer, series[0]);
        }

        CompareToLoop(report, series);
    }

    /// <summary>To be ahead is the target in JPEG; elsewhere the figures stand side by side.</summary>
    private void Judge(Report report, Series peer, Series own)
    {
        (double ratio, double pairs) = (peer.RatioTo(own), peer.PairRatioTo(own));
        if (task.Format == "jpeg")
        {
            report.Target($"{peer.Name}: {ratio:F2} x our time ({pairs:F2} in pairs)", $"> 1 x in both", ratio > 1 && pairs > 1);
        }
    }

    private static void CompareToLoop(Report report, IReadOnlyList<Series> series)
    {
        if (series.FirstOrDefault(one => one.Name == ToolEngines.ImageSharp) is Series own
            && series.FirstOrDefault(one => one.Name == ImageSharpLoop.Name) is Series loop)
        {
            (double ratio, double pairs) = (own.RatioTo(loop), own.PairRatioTo(loop));
            report.Target(
                $"ImageSharp alone: {ratio:F2} x the loop written by hand ({pairs:F2} in pairs)",
                $"<= {MostTimesLoop} x in both",
                ratio <= MostTimesLoop && pairs <= MostTimesLoop);
        }
    }
}
