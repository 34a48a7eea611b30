using System.Globalization;

namespace MediaTokens.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = """
        Usage: dotnet run -c Release --project tests/MediaTokens.Benchmarks [-- [section ...] [option ...]]
        Sections: corpus, headers, media, tool, pipeline, memory, import, optimize-jpeg, optimize-png, optimize-webp,
        optimize-quality, optimize-memory; all of them where none is named.
          --files N            files in the corpus (20000)
          --rounds N           rounds of every comparison (7)
          --corpus DIR         where the corpus is kept (a folder under the temporary folder)
          --module PATH        the staged module (out/MediaTokens)
          --node-modules DIR   the folder that has image-size and sharp in it (NODE_PATH)
          --photos N           photographs to shrink, and half as many as the screenshots (100)
          --photo-sources DIR  photographs to make them of (/usr/share/backgrounds)
        """;

    private static readonly string[] SectionNames =
    [
        "corpus", "headers", "media", "tool", "pipeline", "memory", "import",
        "optimize-jpeg", "optimize-png", "optimize-webp", "optimize-quality", "optimize-memory",
    ];

    public int Files { get; private init; } = 20_000;

    public int Rounds { get; private init; } = 7;

    public string CorpusPath { get; private init; } = Path.Combine(Path.GetTempPath(), "mediatokens-benchmarks");

    public string ModulePath { get; private init; } = Path.Combine(Repository.Root, "out", "MediaTokens");

    public string? NodeModules { get; private init; } = Environment.GetEnvironmentVariable("NODE_PATH");

    public int Photos { get; private init; } = 100;

    /// <summary>A folder, which need not be there.</summary>
    public string PhotoSources { get; private init; } = "/usr/share/backgrounds";

    private IReadOnlyList<string> Sections { get; init; } = [];

    public bool Includes(string section) => Sections.Count == 0 || Sections.Contains(section);

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="mistake">What is wrong with them.</param>
    /// <returns>Null when something is.</returns>
    public static BenchmarkOptions? Parse(string[] arguments, out string? mistake)
    {
        BenchmarkOptions options = new();
        mistake = null;
        for (int i = 0; i < arguments.Length && mistake is null; i++)
        {
            string name = arguments[i];
            if (SectionNames.Contains(name))
            {
                options = options with { Sections = [.. options.Sections, name] };
                continue;
            }

            string value = ++i < arguments.Length ? arguments[i] : "";
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0;
            options = name switch
            {
                "--files" when isNumber => options with { Files = number },
                "--rounds" when isNumber => options with { Rounds = number },
                "--corpus" when value.Length > 0 => options with { CorpusPath = Path.GetFullPath(value) },
                "--module" when value.Length > 0 => options with { ModulePath = Path.GetFullPath(value) },
                "--node-modules" when value.Length > 0 => options with { NodeModules = Path.GetFullPath(value) },
                "--photos" when isNumber => options with { Photos = number },
                "--photo-sources" when value.Length > 0 => options with { PhotoSources = Path.GetFullPath(value) },
                _ => Refuse(options, $"'{name} {value}' is not understood.", out mistake),
            };
        }

        return mistake is null ? options : null;
    }

    private static BenchmarkOptions Refuse(BenchmarkOptions options, string message, out string? mistake)
    {
        mistake = message;
        return options;
    }
}
