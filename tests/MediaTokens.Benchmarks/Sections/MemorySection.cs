using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Whether the memory of a process grows with the number of files.</summary>
/// <remarks>
/// Left to itself the garbage collector lets garbage pile up to a multiple of the processor's cache before it collects once,
/// so the tool is also run with a heap too small for that: what is kept for each file would then end the run, or show.
/// </remarks>
internal sealed class MemorySection(CorpusFolder corpus, BenchmarkOptions options) : ISection
{
    private const int FewFiles = 1000;
    private const int Repeats = 4;
    private const int Runs = 3;
    private const double MostGrowth = 1.25;

    private static readonly Dictionary<string, string> SmallHeap = new() { ["DOTNET_GCHeapHardLimit"] = "0x1800000" };

    public string Name => "memory";

    public void Run(Report report)
    {
        string few = corpus.Get(FewFiles);
        string many = corpus.Get(options.Files);
        string[][] loads = [[few], [many], [.. Enumerable.Repeat(many, Repeats)]];
        report.Line($"  peak resident MB, median of {Runs} runs{"",15}{$"{FewFiles:N0} files",14}{$"{options.Files:N0} files",14}{$"{options.Files * Repeats:N0} files",14}");
        double[] freeJson = Peaks(report, "mediatokens cost --json", ToolCommands.Json, loads);
        double[] freeTable = Peaks(report, "mediatokens cost", ToolCommands.Table, loads);
        double[] json = Peaks(report, "mediatokens cost --json, heap of 24 MB", folders => Limited(ToolCommands.Json(folders)), loads);
        double[] table = Peaks(report, "mediatokens cost, heap of 24 MB", folders => Limited(ToolCommands.Table(folders)), loads);
        Compare(report, "--json", freeJson[0], freeJson[1], options.Files / FewFiles);
        Compare(report, "table", freeTable[0], freeTable[1], options.Files / FewFiles);
        Compare(report, "--json, heap of 24 MB", json[1], json[2], Repeats);
        Compare(report, "table, heap of 24 MB", table[1], table[2], Repeats);
        if (ModuleFolder.IsReady(options, report))
        {
            RunPipeline(report, loads);
        }
    }

    private void RunPipeline(Report report, string[][] loads)
    {
        string import = $"Import-Module {ToolCommands.Quote(options.ModulePath)}; ";
        double[] floor = Peaks(report, "pwsh: Get-ChildItem | Out-Null", folders => Pipe("", folders, ""), loads);
        double[] own = Peaks(report, "pwsh: Get-ChildItem | Get-MediaTokenCost", folders => Pipe(import, folders, "| Get-MediaTokenCost "), loads);
        Compare(report, "pipeline", own[0], own[1], options.Files / FewFiles);

        // Get-ChildItem itself holds the files of a folder until it has sorted them.
        double[] beyond = [.. own.Zip(floor, (with, without) => with - without)];
        double growth = (beyond[1] - beyond[0]) / own[0];
        report.Target(
            $"pipeline: {beyond[0] / 1e6:F1} and {beyond[1] / 1e6:F1} MB beyond Get-ChildItem, {growth:P0} of the peak more",
            $"flat, <= {MostGrowth - 1:P0}",
            growth <= MostGrowth - 1);
    }

    private static void Compare(Report report, string name, double before, double after, int times) =>
        report.Target($"{name}: {after / before:F2} x the memory for {times} x the files", $"flat, <= {MostGrowth} x", after <= MostGrowth * before);

    private static Command Limited(Command command) => command with { Environment = SmallHeap };

    private static Command Pipe(string before, string[] folders, string middle)
    {
        string list = string.Join(", ", folders.Select(ToolCommands.Quote));
        return ToolCommands.Script($"$ErrorActionPreference = 'Stop'; {before}{list} | ForEach-Object {{ Get-ChildItem $_ }} {middle}| Out-Null");
    }

    /// <summary>Writes a line, and gets the peaks in bytes.</summary>
    private static double[] Peaks(Report report, string name, Func<string[], Command> command, string[][] loads)
    {
        double[] peaks = [.. loads.Select(folders => Statistics.Median(Enumerable.Range(0, Runs).Select(_ => (double)PeakMemory.Of(command(folders))).ToArray()))];
        report.Line($"  {name,-48}{peaks[0] / 1e6,10:F1}{peaks[1] / 1e6,14:F1}{peaks[2] / 1e6,14:F1}");
        return peaks;
    }
}
