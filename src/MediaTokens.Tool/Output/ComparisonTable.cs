using System.Globalization;
using MediaTokens.Rules;

namespace MediaTokens.Tool.Output;

/// <summary>Lays comparisons out as a table: by rank, or with the settings of each model together.</summary>
/// <param name="output">Gets the table.</param>
/// <param name="isSpread">Whether the settings of each model stand together.</param>
/// <param name="price">How tokens became money.</param>
/// <param name="asOf">The day whose prices hold.</param>
internal sealed class ComparisonTable(Stream output, bool isSpread, PriceSettings price, DateOnly asOf) : ComparisonWriter
{
    private const char DefaultMark = '*';

    private static readonly Column[] RankColumns =
        [new("Rank", true), new("Model"), new("Setting"), new("Items", true), new("Tokens", true), new("Cost", true), new("xCheapest", true), new("Confidence")];

    private static readonly Column[] SpreadColumns =
        [new("Model"), new("Setting"), new("Items", true), new("Tokens", true), new("Least", true), new("Mean", true), new("Most", true), new("xLowest", true), new("Cost", true)];

    public override void Write(IReadOnlyList<MediaTokenComparison> rows, Compared compared)
    {
        TableWriter table = Tables.Create(output, isSpread ? SpreadColumns : RankColumns);
        if (rows.Count > 0)
        {
            table.WriteRows([.. rows.Select(row => isSpread ? SpreadCells(row) : RankCells(row))]);
        }

        foreach (string line in Describe(rows, compared))
        {
            table.WriteLine(line);
        }
    }

    private static string[] RankCells(MediaTokenComparison row) =>
    [
        Number(row.Rank),
        OneLine.Of(row.Model),
        Setting(row),
        Items(row),
        Number(row.Tokens),
        Money.Aligned(row.Cost),
        Times(row.TimesCheapest),
        row.Confidence,
    ];

    private static string[] SpreadCells(MediaTokenComparison row) =>
    [
        OneLine.Of(row.Model), Setting(row), Items(row), Number(row.Tokens), Number(row.LeastPerItem), Number(row.MeanPerItem), Number(row.MostPerItem),
        Times(row.TimesLowest), Money.Aligned(row.Cost),
    ];

    private static string Setting(MediaTokenComparison row) => row.IsDefault && row.Setting.Length > 0 ? row.Setting + DefaultMark : row.Setting;

    private static string Items(MediaTokenComparison row) => row.Uncounted == 0
        ? Number(row.Items)
        : string.Create(CultureInfo.InvariantCulture, $"{row.Items}/{row.Items + row.Uncounted}");

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Times(decimal? times) => times?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private IEnumerable<string> Describe(IReadOnlyList<MediaTokenComparison> rows, Compared compared)
    {
        string hidden = rows.Count == compared.Rows ? "" : string.Create(CultureInfo.InvariantCulture, $", {rows.Count} of {compared.Rows} rows");
        string prices = string.Create(CultureInfo.InvariantCulture, $"costs in {price.Currency} at {price.Kind.ToString().ToLowerInvariant()} prices of {asOf:yyyy-MM-dd}");
        string mark = rows.Any(row => Setting(row).EndsWith(DefaultMark)) ? $"; {DefaultMark} is what a model does by itself" : "";
        yield return $"{Totals.Count(compared.Items, "item")}{Totals.Failed(compared.Failures)}{hidden}{(rows.Count == 0 ? "" : $": {prices}{mark}")}";
        if (rows.Count == 0 && compared.Items > 0)
        {
            yield return "No model counts any of them; name one with --model to see why.";
        }

        if (rows.Any(row => row.Uncounted > 0 || row.Cost is null))
        {
            yield return "Why items are not counted, or a price is not known, is in the reason and costNote of --json.";
        }
    }
}
