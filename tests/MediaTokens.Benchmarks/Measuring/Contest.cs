namespace MediaTokens.Benchmarks.Measuring;

/// <summary>Runs several ways to do the same thing in turn, so that what disturbs the machine disturbs all of them.</summary>
internal static class Contest
{
    /// <summary>Runs all contenders, round by round.</summary>
    /// <param name="contenders">In the order of each round.</param>
    /// <param name="rounds">The rounds that are measured.</param>
    /// <param name="warmUps">The rounds before, which are not.</param>
    public static IReadOnlyList<Series> Run(IReadOnlyList<Contender> contenders, int rounds, int warmUps)
    {
        List<Measurement>[] measured = [.. contenders.Select(_ => new List<Measurement>())];
        for (int round = -warmUps; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                if (round >= contenders[i].MostRounds)
                {
                    continue;
                }

                Measurement measurement = contenders[i].Run();
                if (round >= 0)
                {
                    measured[i].Add(measurement);
                }
            }
        }

        return [.. contenders.Select((contender, i) => new Series(contender.Name, measured[i]))];
    }
}

/// <summary>One way to do it.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Run">Does it once.</param>
/// <param name="MostRounds">The rounds that a slow one takes part in, from the first.</param>
internal sealed record Contender(string Name, Func<Measurement> Run, int MostRounds = int.MaxValue);
