using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Shrinking;

/// <summary>A program that shrinks a folder of pictures.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Start">How it is started; null where it is not installed.</param>
internal sealed record ShrinkProgram(string Name, Func<ShrinkRun, Command>? Start)
{
    /// <summary>The rounds that a slow one takes part in.</summary>
    public int MostRounds { get; init; } = int.MaxValue;

    /// <summary>Whether one process does all of it, so that its peak memory is all of it.</summary>
    public bool IsOneProcess { get; init; } = true;
}

/// <summary>What a program is to do.</summary>
/// <param name="Task">The pictures, and what they are to become.</param>
/// <param name="Source">The folder with the pictures and nothing else.</param>
/// <param name="Destination">An empty folder.</param>
/// <param name="Workers">How many pictures at a time, each on one thread.</param>
internal sealed record ShrinkRun(ShrinkTask Task, string Source, string Destination, int Workers);
