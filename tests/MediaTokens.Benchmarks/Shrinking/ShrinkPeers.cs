using System.Globalization;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Shrinking;

/// <summary>The other programs. Each reads a whole folder in as few processes as it can.</summary>
internal static class ShrinkPeers
{
    // The slow ones take several times as long, and their order is not in doubt.
    private const int SlowRounds = 3;

    public static IEnumerable<ShrinkProgram> Find(ShrinkTask task, string? nodeModules, string? imageSharpLoop)
    {
        yield return Sharp(nodeModules);
        yield return imageSharpLoop is null
            ? new(ImageSharpLoop.Name, null)
            : new(ImageSharpLoop.Name, run => new("dotnet", [imageSharpLoop, .. Arguments(run)]));
        PillowPython? python = PillowPython.Find();
        if (task.Format == "jpeg")
        {
            yield return Pillow(python, "draft()", "draft");
        }

        yield return Pillow(python, "every pixel decoded", "full") with { MostRounds = task.Format == "jpeg" ? SlowRounds : int.MaxValue };
        yield return Vips();
        yield return ImageMagick();
    }

    /// <summary>Whether it is sharp, which the results must be as good as.</summary>
    public static bool IsSharp(string name) => name.StartsWith("sharp", StringComparison.Ordinal);

    private static ShrinkProgram Sharp(string? modules) => NodePackage.Version(modules, "sharp") is string version
        ? new($"sharp {version}", run => NodePackage.Script(modules!, Repository.Script("optimize-sharp.js"), Arguments(run)))
        : new("sharp", null);

    private static ShrinkProgram Pillow(PillowPython? python, string remark, string mode) => python is null
        ? new($"Pillow, {remark}", null)
        : new($"Pillow {python.Version}, {remark}", run => python.Run("optimize-pillow.py", [.. Arguments(run), mode])) { IsOneProcess = false };

    private static ShrinkProgram Vips() => Shared(
        "vipsthumbnail",
        "vipsthumbnail",
        run => ["--size", $"{Size(run)}!", "-o", Path.Combine(run.Destination, $"%s.{run.Task.Extension}{(run.Task.Format == "png" ? "" : $"[Q={ShrinkTask.Quality}]")}")]);

    /// <summary>What <c>convert</c> does, without a process for each picture. The hint lets JPEG be decoded at a part of its size.</summary>
    private static ShrinkProgram ImageMagick()
    {
        bool isSeven = Executables.IsInstalled("magick");
        return Shared(
            "ImageMagick mogrify",
            isSeven ? "magick" : "mogrify",
            run =>
            [
                .. isSeven ? ["mogrify"] : Array.Empty<string>(),
                "-limit", "thread", "1",
                "-define", $"jpeg:size={Size(run)}",
                "-resize", $"{Size(run)}!",
                "-quality", run.Task.Format == "png" ? "75" : ShrinkTask.Quality,
                "-path", run.Destination,
            ]);
    }

    /// <summary>A program that has no workers of its own: one process for each, with its share of the files.</summary>
    private static ShrinkProgram Shared(string name, string program, Func<ShrinkRun, string[]> arguments)
    {
        bool isInstalled = Executables.IsInstalled(program) && Executables.IsInstalled("xargs");
        return new(name, isInstalled ? Start : null) { MostRounds = SlowRounds, IsOneProcess = false };

        Command Start(ShrinkRun run) => new("sh", [Repository.Script("share.sh"), run.Source, Workers(run), program, .. arguments(run)])
        {
            Environment = new Dictionary<string, string> { ["VIPS_CONCURRENCY"] = "1" },
        };
    }

    /// <summary>What all scripts take.</summary>
    private static string[] Arguments(ShrinkRun run) => [run.Source, run.Destination, run.Task.Width, run.Task.Height, run.Task.Format, Workers(run)];

    private static string Size(ShrinkRun run) => $"{run.Task.Width}x{run.Task.Height}";

    private static string Workers(ShrinkRun run) => run.Workers.ToString(CultureInfo.InvariantCulture);
}
