using System.Text;

namespace MediaTokens.Tool.Output;

/// <summary>A table for files and pipes: text alone, and lines as long as they come.</summary>
internal sealed class PlainTable(Stream stream, IReadOnlyList<Column> columns) : TableWriter(columns)
{
    private readonly StringBuilder _text = new();

    public override void WriteLine(string text)
    {
        _text.Append(text).Append(Environment.NewLine);
        Send();
    }

    protected override void WriteHeader(int[] widths)
    {
        AppendRow([.. Columns.Select(column => column.Header)], widths);
        AppendRow([.. Columns.Select(column => new string('-', column.Header.Length))], widths);
        Send();
    }

    protected override void WriteRows(IReadOnlyList<string[]> rows, int[] widths)
    {
        foreach (string[] row in rows)
        {
            AppendRow(row, widths);
        }

        Send();
    }

    private void AppendRow(string[] row, int[] widths)
    {
        int start = _text.Length;
        for (int i = 0; i < row.Length; i++)
        {
            int padding = Math.Max(0, widths[i] - row[i].Length);
            _ = Columns[i].IsNumber
                ? _text.Append(' ', padding).Append(row[i])
                : _text.Append(row[i]).Append(' ', padding);
            _text.Append(' ', Gap);
        }

        while (_text.Length > start && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append(Environment.NewLine);
    }

    private void Send()
    {
        stream.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
    }
}
