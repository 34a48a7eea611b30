namespace MediaTokens.Tool.Output;

/// <summary>Writes rows under one header, in as many chunks as come; the first chunk fixes the widths.</summary>
internal abstract class TableWriter(IReadOnlyList<Column> columns)
{
    protected const int Gap = 2;

    private int[]? _widths;

    protected IReadOnlyList<Column> Columns => columns;

    /// <summary>Fixes the widths by the first rows, and writes the header.</summary>
    public void Begin(IReadOnlyList<string[]> rows)
    {
        if (_widths is null && rows.Count > 0)
        {
            _widths = Measure(rows);
            WriteHeader(_widths);
        }
    }

    /// <summary>Writes rows; their cells hold no control characters.</summary>
    public void WriteRows(IReadOnlyList<string[]> rows)
    {
        Begin(rows);
        WriteRows(rows, _widths ?? []);
    }

    /// <summary>Writes a line below the rows.</summary>
    public abstract void WriteLine(string text);

    protected abstract void WriteHeader(int[] widths);

    protected abstract void WriteRows(IReadOnlyList<string[]> rows, int[] widths);

    protected virtual int WidthOf(string text) => text.Length;

    protected virtual int[] Measure(IReadOnlyList<string[]> rows) =>
        [.. columns.Select((column, i) => rows.Select(row => WidthOf(row[i])).Append(WidthOf(column.Header)).Append(column.MinimumWidth).Max())];
}

/// <summary>A column of a table.</summary>
internal sealed record Column(string Header, bool IsNumber = false, int MinimumWidth = 0);
