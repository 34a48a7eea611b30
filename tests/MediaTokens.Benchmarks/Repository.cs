namespace MediaTokens.Benchmarks;

/// <summary>Where the repository and the built programs are.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution: above the program, or above the current folder where the program was copied elsewhere.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;

    public static string Media { get; } = Path.Combine(Root, "tests", "media");

    public static string Tool { get; } = Path.Combine(AppContext.BaseDirectory, "MediaTokens.Tool.dll");

    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Scripts", name);

    private static string? Find(string folder)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (File.Exists(Path.Combine(current, "MediaTokens.sln")))
            {
                return current;
            }
        }

        return null;
    }
}
