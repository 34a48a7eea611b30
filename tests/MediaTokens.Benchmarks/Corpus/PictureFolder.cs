using System.Globalization;
using MediaTokens.Benchmarks.Measuring;
using MediaTokens.Benchmarks.Processes;
using MediaTokens.Benchmarks.Shrinking;

namespace MediaTokens.Benchmarks.Corpus;

/// <summary>Folders of pictures to shrink, and for what becomes of them. A folder of pictures is made once, and always alike.</summary>
internal sealed class PictureFolder(BenchmarkOptions options, Report report)
{
    // Goes up when the pictures would come out differently.
    private const string Recipe = "1";
    private const string PhotographQuality = "92";

    // As much as cameras and web pages take, and half as much again at most.
    private const string LeastPhotograph = "3500000";
    private const string LeastWebPhotograph = "500000";

    private readonly string _root = Path.Combine(options.CorpusPath, "pictures");

    /// <summary>The folder with the pictures of a task; makes it where it is not there, or not complete.</summary>
    /// <exception cref="ChildProcessException">There is no Python with Pillow, or it failed.</exception>
    public string Get(ShrinkTask task)
    {
        string folder = Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"{task.Format}-{task.Count}"));
        string marker = folder + ".complete";
        string key = $"{Recipe} {options.PhotoSources}";
        string[] known = File.Exists(marker) ? File.ReadAllLines(marker) : [];
        if (known is not [string found, _] || found != key)
        {
            report.Line($"  making {task.Count} pictures in {folder}");
            Recreate(folder);
            known = [key, ChildProcess.Capture(Maker(task, folder)).Trim()];
            File.WriteAllLines(marker, known);
        }

        long bytes = Directory.EnumerateFiles(folder).Sum(path => new FileInfo(path).Length);
        report.Line($"  {task.Count} {task.Format} of {task.Source}, {bytes / 1e6:N0} MB, to {task.Target}; {known[1]}");
        return folder;
    }

    /// <summary>A folder with the first of the pictures alone.</summary>
    public string Take(string folder, int count)
    {
        string part = Empty($"first-{count}");
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Take(count))
        {
            File.Copy(path, Path.Combine(part, Path.GetFileName(path)));
        }

        return part;
    }

    /// <summary>An empty folder, for what need not be kept.</summary>
    public string Empty(string name) => Recreate(Path.Combine(_root, name));

    private static string Recreate(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return folder;
    }

    private Command Maker(ShrinkTask task, string folder)
    {
        PillowPython python = PillowPython.Find() ?? throw new ChildProcessException("the pictures are made with Python and Pillow, which are not installed.");
        string count = task.Count.ToString(CultureInfo.InvariantCulture);
        string width = task.Source.Width.ToString(CultureInfo.InvariantCulture);
        string height = task.Source.Height.ToString(CultureInfo.InvariantCulture);
        if (task.Format == "png")
        {
            return python.Run("make-screenshots.py", folder, count, width, height);
        }

        string least = task.Format == "jpeg" ? LeastPhotograph : LeastWebPhotograph;
        string sources = Directory.Exists(options.PhotoSources) ? options.PhotoSources : "";
        return python.Run("make-photographs.py", folder, count, width, height, task.Extension, PhotographQuality, least, sources);
    }
}
