using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>The tool as a whole process, against other programs that tell the size of images.</summary>
internal sealed class ToolSection(CorpusFolder corpus, BenchmarkOptions options) : ISection
{
    private const int SlowFiles = 1000;

    public string Name => "tool";

    public void Run(Report report)
    {
        RunFast(report, corpus.Get(options.Files));
        RunSlow(report, corpus.Get(Math.Min(SlowFiles, options.Files)));
    }

    private void RunFast(Report report, string folder)
    {
        List<Contender> contenders = [];
        TryAdd(contenders, new("mediatokens cost --json", ToolCommands.Json(folder)), report);
        foreach (Peer peer in FastPeers.Find(folder, options.NodeModules))
        {
            TryAdd(contenders, peer, report);
        }

        IReadOnlyList<Series> series = Contest.Run(contenders, options.Rounds, warmUps: 0);
        report.Table(series, series[0]);
        foreach (Series peer in series.Skip(1))
        {
(double ratio, double pairs) = (peer.RatioTo(series[0]), peer.PairRatioTo(series[0]));
            report.Target($"{peer.Name}: {ratio:F2} x the tool's time ({pairs:F2} in pairs)", $"> 1 x in both", ratio > 1 && pairs > 1);
        }
    }

    private void RunSlow(Report report, string folder)
    {
        int files = Math.Min(SlowFiles, options.Files);
        double scale = (double)options.Files / files;
        report.Line($"  slower ones, once, over {files:N0} files, times {scale:F0}, start included:");
        foreach (Peer peer in SlowPeers.Find(folder))
        {
            if (TryMeasure(peer, report) is Measurement measurement)
            {
                report.Line($"  {peer.Name,-48}{measurement.Seconds * scale,16:F1}");
            }
        }
    }

    /// <summary>Warms a program up, and lets it take part if it can.</summary>
    private static void TryAdd(List<Contender> contenders, Peer peer, Report report)
    {
        if (TryMeasure(peer, report) is not null)
        {
            contenders.Add(new(peer.Name, () => ChildProcess.Measure(peer.Command!)));
        }
    }

    private static Measurement? TryMeasure(Peer peer, Report report)
    {
        if (peer.Command is not Command command)
        {
            report.Line($"  {peer.Name}: not installed");
            return null;
        }

        try
        {
            return ChildProcess.Measure(command);
        }
        catch (ChildProcessException exception)
        {
            report.Line($"  {peer.Name}: left out: {exception.Message}");
            return null;
        }
    }
}
