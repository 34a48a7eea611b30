using System.Globalization;
using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;
using MediaTokens.Benchmarks.Shrinking;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>How near the results of each program come to photographs of which every pixel was decoded and filtered.</summary>
internal sealed class OptimizeQualitySection(PictureFolder pictures, BenchmarkOptions options) : ISection
{
    private const int MostPhotographs = 10;
    private const int Workers = 2;

    // What the table shows.
    private const int Decimals = 2;

    public string Name => "optimize-quality";

    public void Run(Report report)
    {
        ShrinkTask task = ShrinkTask.Photographs(options);
        string source = pictures.Take(pictures.Get(task), Math.Min(MostPhotographs, task.Count));
        PillowPython python = PillowPython.Find() ?? throw new ChildProcessException("the references are made with Python and Pillow, which are not installed.");
        string references = pictures.Empty("references");
        ChildProcess.RunSilently(python.Run("make-references.py", source, references, task.Width, task.Height), _ => { });

        ShrinkBench bench = new(task, source, pictures);
        List<(string Name, double Mean)> rows = [];
        report.Line($"  {"PSNR in dB, red, green and blue together",-48}{"mean",8}{"least",8}{"KB",8}");
        IEnumerable<ShrinkProgram> peers = ShrinkPeers.Find(task, options.NodeModules, ImageSharpLoop.Build(options.CorpusPath));
        foreach (ShrinkProgram program in ToolEngines.Find(task).Concat(peers))
        {
            if (bench.TryRun(program, Workers, out string results, report))
            {
                rows.Add((program.Name, Write(report, program.Name, results, Ratios(python, results, references))));
            }
        }

        Judge(report, rows);
    }

    private static double[] Ratios(PillowPython python, string results, string references) =>
        [.. ChildProcess.Capture(python.Run("psnr.py", results, references))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    /// <summary>Writes a line, and gets the mean.</summary>
    private static double Write(Report report, string name, string results, double[] ratios)
    {
        double bytes = Directory.EnumerateFiles(results).Average(path => new FileInfo(path).Length);
        double mean = Math.Round(ratios.Average(), Decimals);
        report.Line($"  {name,-48}{mean,8:F2}{ratios.Min(),8:F2}{bytes / 1e3,8:F1}");
        return mean;
    }

    private static void Judge(Report report, IReadOnlyList<(string Name, double Mean)> rows)
    {
        report.Line($"  KB: mean size of a result, in thousands of bytes");
        foreach ((string _, double sharp) in rows.Where(row => ShrinkPeers.IsSharp(row.Name)))
        {
            foreach ((string name, double mean) in rows.Where(row => ToolEngines.IsOurs(row.Name)))
            {
                report.Target($"{name}: {mean - sharp:+0.00;-0.00;0.00} dB to sharp", $">= 0 dB", mean >= sharp);
            }
        }
    }
}
