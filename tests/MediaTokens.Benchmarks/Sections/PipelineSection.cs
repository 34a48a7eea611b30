using System.Globalization;
using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Files piped into the cmdlet in PowerShell, against files piped into a cmdlet that does nothing with them.</summary>
internal sealed class PipelineSection(CorpusFolder corpus, BenchmarkOptions options) : ISection
{
    private const string Echo = "| echo of the object";
    private const string Own = "| Get-MediaTokenCost";
    private const double MostTimesEcho = 1.6;
    private const double MostOwnSeconds = 0.2;

    public string Name => "pipeline";

    public void Run(Report report)
    {
        if (!ModuleFolder.IsReady(options, report))
        {
            return;
        }

        IReadOnlyList<Series> series = Measure(corpus.Get(options.Files));
        Series echo = series.Single(one => one.Name == Echo);
        Series own = series.Single(one => one.Name == Own);
        report.Line($"  Get-ChildItem DIR ... | Out-Null, in one pwsh process");
        report.Table(series, echo);
        double ratio = own.RatioTo(echo);
        double share = own.PairDifferenceTo(echo);
        report.Target($"pipeline: {ratio:F2} x echo", $"<= {MostTimesEcho} x", ratio <= MostTimesEcho);
        report.Target($"own share: {share:F3} s beyond echo for {options.Files:N0} files", $"<= {MostOwnSeconds * options.Files / 20_000:F2} s", share <= MostOwnSeconds * options.Files / 20_000);
    }

    private IReadOnlyList<Series> Measure(string folder)
    {
        Command script = new(
            ToolCommands.PowerShell,
            "-NoProfile",
            "-NonInteractive",
            "-File",
            Repository.Script("pipeline.ps1"),
            "-Folder",
            folder,
            "-Module",
            options.ModulePath,
            "-Rounds",
            options.Rounds.ToString(CultureInfo.InvariantCulture));
        return [.. ChildProcess.Capture(script)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('\t'))
            .GroupBy(fields => fields[0], fields => new Measurement(Parse(fields[1]), Parse(fields[2])))
            .Select(group => new Series(group.Key, [.. group]))];
    }

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
