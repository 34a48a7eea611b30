namespace MediaTokens.Benchmarks.Processes;

/// <summary>A program to start.</summary>
/// <param name="Program">Its name on the path, or its path.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    public string? Folder { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
