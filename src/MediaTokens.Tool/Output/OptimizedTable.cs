using System.Globalization;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Output;

/// <summary>Lays results out as a table, each as soon as it is there, with the sums below.</summary>
/// <param name="output">Gets the table.</param>
/// <param name="screen">Makes room for it.</param>
/// <param name="nameOf">What an input is called in it.</param>
/// <param name="longestName">The length of the longest name that is known when the first rows are written.</param>
internal sealed class OptimizedTable(Stream output, ResultScreen screen, Func<MediaInput, string> nameOf, Func<int> longestName) : OptimizeOutput
{
    // The first rows fix the widths; these fit most of those that follow.
    private const int MostForNames = 60;
    private const int SizeWidth = 22;
    private const int BytesWidth = 20;
    private const int TokensWidth = 11;

    private readonly List<string[]> _rows = [];
    private readonly OptimizedTotals _totals = new();
    private TableWriter? _table;

    public override void Add(MediaInput input, OptimizedImage image)
    {
        _totals.Add(image);
        _rows.Add([OneLine.Of(nameOf(input)), Change(image.SourceSize, image.Size), Bytes(image), Tokens(image), Result(image)]);
    }

    public override void Flush()
    {
        if (_rows.Count > 0)
        {
            screen.Write(() => Table().WriteRows(_rows));
            _rows.Clear();
        }
    }

    public override void Complete(long failures, long declined) => Table().WriteLine(_totals.Describe(failures, declined));

    private TableWriter Table() => _table ??= Tables.Create(output,
    [
        new("File", MinimumWidth: Math.Min(longestName(), MostForNames)),
        new("Size", MinimumWidth: SizeWidth),
        new("Bytes", true, BytesWidth),
        new("Tokens", true, TokensWidth),
        new("Result"),
    ]);

    private static string Change(string before, string after) => before == after ? after : $"{before} -> {after}";

    private static string Bytes(OptimizedImage image) => Change(ByteSize.Of(image.SourceBytes), ByteSize.Of(image.Bytes));

    private static string Tokens(OptimizedImage image) =>
        Change(image.SourceTokens?.ToString(CultureInfo.InvariantCulture) ?? "refused", image.Tokens.ToString(CultureInfo.InvariantCulture));

    private static string Result(OptimizedImage image)
    {
        string quality = image.Quality is int value ? string.Create(CultureInfo.InvariantCulture, $" {value}") : "";
        string engine = image.Engine is null ? "" : $", {image.Engine}";
        return $"{image.Action}: {image.Format}{quality}{engine}";
    }
}
