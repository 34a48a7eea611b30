using MediaTokens.Benchmarks.Corpus;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;
using MediaTokens.Headers;

namespace MediaTokens.Benchmarks.Shrinking;

/// <summary>Runs programs over a folder of pictures, every time into a fresh folder.</summary>
internal sealed class ShrinkBench(ShrinkTask task, string source, PictureFolder pictures)
{
    private const string Results = "results";

    public Measurement Measure(ShrinkProgram program, int workers) => ChildProcess.Measure(Prepare(program, workers));

    /// <summary>The most memory that it had resident, in bytes.</summary>
    public long Peak(ShrinkProgram program, int workers) => PeakMemory.Of(Prepare(program, workers));

    /// <summary>The programs that are installed and make of every picture what is asked for. The others are a line each.</summary>
    public IReadOnlyList<ShrinkProgram> Try(IEnumerable<ShrinkProgram> programs, int workers, Report report)
    {
        List<ShrinkProgram> ready = [];
        foreach (ShrinkProgram program in programs)
        {
            if (TryRun(program, workers, out _, report))
            {
                ready.Add(program);
            }
        }

        return ready;
    }

    /// <summary>Runs a program, and checks its results.</summary>
    /// <param name="results">The folder with the results.</param>
    /// <returns>False where it is not installed or failed, which is a line in the report.</returns>
    public bool TryRun(ShrinkProgram program, int workers, out string results, Report report)
    {
        results = pictures.Empty(Results);
        if (program.Start is null)
        {
            report.Line($"  {program.Name}: not installed");
            return false;
        }

        try
        {
            ChildProcess.RunSilently(Prepare(program, workers), _ => { });
            Check(results);
            return true;
        }
        catch (Exception exception) when (exception is ChildProcessException or MediaException)
        {
            report.Line($"  {program.Name}: left out: {exception.Message}");
            return false;
        }
    }

    private Command Prepare(ShrinkProgram program, int workers) => program.Start!(new(task, source, pictures.Empty(Results), workers));

    private void Check(string results)
    {
        string[] files = Directory.GetFiles(results);
        int expected = Directory.EnumerateFiles(source).Count();
        if (files.Length != expected)
        {
            throw new ChildProcessException($"it wrote {files.Length} files, not {expected}.");
        }

        foreach (string file in files)
        {
            PixelSize size = MediaHeaderReader.Read(file, out _).Size;
            if (size != task.Target)
            {
                throw new ChildProcessException($"{Path.GetFileName(file)} came out as {size}, not {task.Target}.");
            }
        }
    }
}
