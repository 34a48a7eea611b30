using System.Globalization;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>Importing the module in a fresh PowerShell, against importing one that has nothing in it.</summary>
internal sealed class ImportSection(BenchmarkOptions options) : ISection
{
    private const double MostSeconds = 0.1;
    private const int LeastRounds = 9;
    private const string FirstCount = "; Get-MediaTokenCost -Width 1920 -Height 1080 | Out-Null";

    public string Name => "import";

    public void Run(Report report)
    {
        if (!ModuleFolder.IsReady(options, report))
        {
            return;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("mediatokens-benchmarks-");
        try
        {
            Measure(report, MakeEmptyModule(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Measure(Report report, string empty)
    {
        IReadOnlyList<Series> series = Contest.Run(
            [
                new("Import-Module of an empty module", () => Import(empty, "")),
                new("Import-Module MediaTokens", () => Import(options.ModulePath, "")),
                new("Import-Module MediaTokens and the first count", () => Import(options.ModulePath, FirstCount)),
            ],
            Math.Max(LeastRounds, options.Rounds),
            warmUps: 1);
        report.Line($"  each in a fresh pwsh -NoProfile, whose own start does not count");
        report.Table(series, series[0], "ms");
        double beyond = series[1].PairDifferenceTo(series[0]);
        report.Target($"import: {beyond * 1000:F0} ms beyond an empty module", $"< {MostSeconds * 1000:F0} ms", beyond < MostSeconds);
    }

    private static Measurement Import(string module, string then)
    {
        string script = $"$ErrorActionPreference = 'Stop'; (Measure-Command {{ Import-Module {ToolCommands.Quote(module)}{then} }}).TotalSeconds.ToString([cultureinfo]::InvariantCulture)";
        return new(double.Parse(ChildProcess.Capture(ToolCommands.Script(script)), CultureInfo.InvariantCulture), null);
    }

    private static string MakeEmptyModule(string folder)
    {
        string module = Path.Combine(folder, "Empty");
        Directory.CreateDirectory(module);
        File.WriteAllText(Path.Combine(module, "Empty.psm1"), "");
        File.WriteAllText(
            Path.Combine(module, "Empty.psd1"),
            "@{ RootModule = 'Empty.psm1'; ModuleVersion = '1.0'; GUID = '6d5a7d0e-4a35-4c0c-9c67-6c1c0f1f7c11'; FunctionsToExport = @(); CmdletsToExport = @(); VariablesToExport = @(); AliasesToExport = @() }");
        return module;
    }
}
