namespace MediaTokens.Benchmarks.Measuring;

/// <summary>The rounds of one contender.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Rounds">Its measurements; the first one is from the first round of all.</param>
internal sealed record Series(string Name, IReadOnlyList<Measurement> Rounds)
{
    public double Minimum => Rounds.Min(round => round.Seconds);

    public double Median => Statistics.Median(Rounds.Select(round => round.Seconds));

    public double Maximum => Rounds.Max(round => round.Seconds);

    public double? MedianCpu => Rounds.All(round => round.CpuSeconds is not null)
        ? Statistics.Median(Rounds.Select(round => round.CpuSeconds!.Value))
        : null;

    /// <summary>The median of this to the median of another.</summary>
    public double RatioTo(Series other) => Median / other.Median;

    /// <summary>The median of the ratios within each round, which a machine that is slow for a while disturbs less.</summary>
    public double PairRatioTo(Series other) => Statistics.Median(Rounds.Zip(other.Rounds, (own, its) => own.Seconds / its.Seconds));

    /// <summary>The median of the differences within each round, in seconds.</summary>
    public double PairDifferenceTo(Series other) => Statistics.Median(Rounds.Zip(other.Rounds, (own, its) => own.Seconds - its.Seconds));
}
