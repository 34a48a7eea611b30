namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>Sizes to try.</summary>
internal static class Sizes
{
    /// <summary>The largest side that a size may have.</summary>
    public const long Most = int.MaxValue;

    /// <summary>Seeded sizes, each side 1 to 20,000: even over all sizes, and every second one even over all scales.</summary>
    public static IEnumerable<(long Width, long Height)> Random(int seed, int count)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            yield return i % 2 == 0 ? (random.Next(1, 20_001), random.Next(1, 20_001)) : (Scaled(random, 20_000), Scaled(random, 20_000));
        }
    }

    /// <summary>Seeded sizes over all scales up to the largest side.</summary>
    public static IEnumerable<(long Width, long Height)> Huge(int seed, int count)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            yield return (Scaled(random, Most), Scaled(random, Most));
        }
    }

    /// <summary>Each side with one pixel less and one more, both ways round.</summary>
    public static IEnumerable<(long Width, long Height)> Around(long width, long height)
    {
        for (long across = width - 1; across <= width + 1; across++)
        {
            for (long along = height - 1; along <= height + 1; along++)
            {
                if (across is >= 1 and <= Most && along is >= 1 and <= Most)
                {
                    yield return (across, along);
                    yield return (along, across);
                }
            }
        }
    }

    /// <summary>Every pair of these sides, each with one pixel less and one more.</summary>
    public static IEnumerable<(long Width, long Height)> AroundPairs(IReadOnlyList<long> sides) =>
        sides.SelectMany(width => sides.Where(height => height <= width).SelectMany(height => Around(width, height))).Distinct();

    private static long Scaled(Random random, long most) => Math.Clamp((long)Math.Exp(random.NextDouble() * Math.Log(most)), 1, most);
}
