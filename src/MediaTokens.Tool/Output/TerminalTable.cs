using System.Text;
using Spectre.Console;

namespace MediaTokens.Tool.Output;

/// <summary>
/// A table for a terminal. Its last column takes the room that is left and wraps; where too little is left, it goes on
/// lines of its own, below the others.
/// </summary>
internal sealed class TerminalTable : TableWriter
{
    private const int LeastLastColumn = 30;
    private const int LeastFirstColumn = 12;

    private readonly IAnsiConsole _console;
    private readonly int _width;

    public TerminalTable(Stream stream, IReadOnlyList<Column> columns, int? width = null)
        : base(columns)
    {
        _width = width ?? Terminal.Width;
        StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
        _console = AnsiConsole.Create(new()
        {
            Ansi = Terminal.IsDumb ? AnsiSupport.No : AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        _console.Profile.Width = _width;
        _console.Profile.Encoding = Encoding.UTF8;
    }

    public override void WriteLine(string text)
    {
        _console.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        _console.WriteLine();
        Send();
    }

    protected override int WidthOf(string text) => text.GetCellWidth();

    protected override int[] Measure(IReadOnlyList<string[]> rows)
    {
        int[] widths = base.Measure(rows);
        int last = widths.Length - 1;
        int room = _width - widths[1..last].Sum() - (Gap * last);
        int first = Math.Min(widths[0], Math.Max(LeastFirstColumn, room / 2));
        if (room - first >= Math.Min(LeastLastColumn, widths[last]))
        {
            (widths[0], widths[last]) = (first, Math.Min(widths[last], room - first));
            return widths;
        }

        (widths[0], widths[last]) = (Math.Min(widths[0], Math.Max(LeastFirstColumn, room + Gap)), 0);
        return widths;
    }

    protected override void WriteHeader(int[] widths)
    {
        Table table = CreateTable(widths);
        Style style = new(decoration: Decoration.Bold | Decoration.Underline);
        table.AddRow(Columns.Where((_, i) => widths[i] > 0).Select(column => Cell(column, column.Header, style)));
        _console.Write(table);
        Send();
    }

    protected override void WriteRows(IReadOnlyList<string[]> rows, int[] widths)
    {
        Table table = CreateTable(widths);
        Style strong = new(decoration: Decoration.Bold);
        foreach (string[] row in rows)
        {
            table.AddRow(row.Where((_, i) => widths[i] > 0).Select((text, i) => Cell(Columns[i], text, Columns[i].IsNumber ? strong : Style.Plain)));
            if (widths[^1] == 0)
            {
                _console.Write(table);
                _console.Write(new Padder(new Text(row[^1]), new(Gap, 0, 0, 0)));
                table = CreateTable(widths);
            }
        }

        if (table.Rows.Count > 0)
        {
            _console.Write(table);
        }

        Send();
    }

    private static Table CreateTable(int[] widths)
    {
        Table table = new Table().NoBorder().HideHeaders();
        for (int i = 0; i < widths.Length; i++)
        {
            if (widths[i] > 0)
            {
                bool isLast = i == widths.Length - 1;
                table.AddColumn(new TableColumn("") { Width = widths[i], Padding = new(0, 0, isLast ? 0 : Gap, 0) });
            }
        }

        return table;
    }

    private static Text Cell(Column column, string text, Style style) => new(text, style) { Justification = column.IsNumber ? Justify.Right : Justify.Left };

    private void Send() => _console.Profile.Out.Writer.Flush();
}
