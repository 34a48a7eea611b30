using System.Globalization;
using System.Text.Json;
using MediaTokens.Benchmarks.Processes;
using MediaTokens.Benchmarks.Sections;
using MediaTokens.Imaging;

namespace MediaTokens.Benchmarks.Shrinking;

/// <summary>The tool, left to choose its engine, and with each engine of this machine alone.</summary>
internal static class ToolEngines
{
    private const string AutoEngine = "auto";
    private const string Tool = "mediatokens optimize";

    public static string Auto { get; } = NameOf(AutoEngine);

    public static string ImageSharp { get; } = NameOf(EngineNames.ImageSharp);

    public static bool IsOurs(string name) => name.StartsWith(Tool, StringComparison.Ordinal);

    /// <summary>The first one is <see cref="Auto"/>.</summary>
    public static IEnumerable<ShrinkProgram> Find(ShrinkTask task)
    {
        yield return Make(AutoEngine);
        foreach (string line in ChildProcess.Capture(ToolCommands.Engines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement engine = document.RootElement;
            if (engine.GetProperty("isAvailable").GetBoolean() && Has(engine, "reads", task.Format) && Has(engine, "writes", task.Format))
            {
                yield return Make(engine.GetProperty("name").GetString()!);
            }
        }
    }

    private static ShrinkProgram Make(string engine) => new(NameOf(engine), run => Start(run, engine));

    private static string NameOf(string engine) => $"{Tool}, {engine}";

    private static bool Has(JsonElement engine, string list, string format) =>
        engine.GetProperty(list).EnumerateArray().Any(item => string.Equals(item.GetString(), format, StringComparison.OrdinalIgnoreCase));

    private static Command Start(ShrinkRun run, string engine) => ToolCommands.Optimize(
        run.Source,
        "--destination", run.Destination,
        "--model", ShrinkTask.Model,
        "--detail", ShrinkTask.Detail,
        "--format", run.Task.Format,
        "--quality", ShrinkTask.Quality,
        "--max-tokens", (run.Task.MaxTokens ?? int.MaxValue).ToString(CultureInfo.InvariantCulture),
        "--engine", engine.ToLowerInvariant(),
        "--throttle-limit", run.Workers.ToString(CultureInfo.InvariantCulture));
}
