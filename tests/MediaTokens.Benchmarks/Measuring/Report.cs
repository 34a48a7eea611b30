using System.Globalization;

namespace MediaTokens.Benchmarks.Measuring;

/// <summary>Writes the report, every figure beside its target.</summary>
internal sealed class Report(TextWriter output)
{
    private const int NameWidth = -48;

    public void Heading(string name, string remark) => Line($"\n== {name} =={(remark.Length > 0 ? $" {remark}" : "")}");

    public void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes the rounds of a contest.</summary>
    /// <param name="series">What was measured.</param>
    /// <param name="baseline">What the ratios are to.</param>
    /// <param name="unit">Seconds ("s") or milliseconds ("ms").</param>
    public void Table(IReadOnlyList<Series> series, Series baseline, string unit = "s")
    {
        (double scale, string format) = unit == "ms" ? (1000, "F0") : (1, "F3");
        string Number(double? value) => value is double known ? (known * scale).ToString(format, CultureInfo.InvariantCulture) : "-";

        Line($"  {$"wall {unit}, {baseline.Rounds.Count} rounds in turn",NameWidth}{"min",8}{"median",8}{"max",8}{"cpu",8}{"ratio",8}{"pairs",8}");
        foreach (Series one in series)
        {
            string fewer = one.Rounds.Count < baseline.Rounds.Count ? $" ({one.Rounds.Count} rounds)" : "";
            Line($"  {one.Name + fewer,NameWidth}{Number(one.Minimum),8}{Number(one.Median),8}{Number(one.Maximum),8}{Number(one.MedianCpu),8}{one.RatioTo(baseline),8:F2}{one.PairRatioTo(baseline),8:F2}");
        }

        Line($"  cpu: median; ratio: of the medians, to {baseline.Name}; pairs: median of the ratios within each round");
    }

    /// <summary>Writes a figure beside its target.</summary>
    public void Target(FormattableString figure, FormattableString target, bool isMet) =>
        Line($"  > {figure.ToString(CultureInfo.InvariantCulture)} | target {target.ToString(CultureInfo.InvariantCulture)}: {(isMet ? "met" : "MISSED")}");
}
