using System.Globalization;
using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Lays costs out as a table, some hundred rows at a time.</summary>
/// <param name="plans">What counts the items.</param>
/// <param name="table">What draws the rows.</param>
/// <param name="errors">Where the failures go, between the rows where they happened.</param>
/// <param name="shape">Which columns there are.</param>
internal sealed class TableOutput(IReadOnlyList<CostPlan> plans, TableWriter table, ErrorOutput errors, TableShape shape) : BatchOutput
{
    private const int RowsPerChunk = 200;

    // A row, or the failure that came at its place.
    private readonly List<(string[]? Row, Failure? Failure)> _pending = [];
    private readonly CostTotals _totals = new();

    public override BatchWork CreateWork() => new RowFormat(plans);

    public override void Write(Batch batch)
    {
        int next = 0;
        foreach (Failure failure in batch.Failures)
        {
            Add(batch, ref next, failure.Position);
            _pending.Add((null, failure));
        }

        Add(batch, ref next, batch.Rows.Count);
        if (_pending.Count >= RowsPerChunk)
        {
            Flush();
        }
    }

    public override void Flush()
    {
        List<string[]> rows = [.. _pending.Where(entry => entry.Row is not null).Select(entry => entry.Row!)];
        table.Begin(rows);
        int written = 0, end = 0;
        foreach ((string[]? row, Failure? failure) in _pending)
        {
            if (row is not null)
            {
                end++;
                continue;
            }

            WriteRows(rows, ref written, end);
            errors.Write(failure!.Subject, failure.Exception);
        }

        WriteRows(rows, ref written, end);
        _pending.Clear();
    }

    public override void Complete(long failures)
    {
        Flush();
        foreach (string line in _totals.Describe(failures))
        {
            table.WriteLine(line);
        }
    }

    private void Add(Batch batch, ref int next, int end)
    {
        for (; next < end; next++)
        {
            (MediaInput input, MediaTokenCost cost) = batch.Rows[next];
            _totals.Add(input, cost);
            _pending.Add((Cells(input, cost), null));
        }
    }

    private void WriteRows(List<string[]> rows, ref int written, int end)
    {
        if (end > written)
        {
            table.WriteRows(rows[written..end]);
        }

        written = end;
    }

    private string[] Cells(MediaInput input, MediaTokenCost cost)
    {
        string file = OneLine.Of(shape.HasShortNames ? input.ShortName : input.Shown);
        string[] billed = shape.HasBilled ? [cost.BilledTokens?.ToString(CultureInfo.InvariantCulture) ?? ""] : [];
        return [file, cost.Model, cost.Setting, cost.Tokens.ToString(CultureInfo.InvariantCulture), Money.Aligned(cost.Cost), .. billed, cost.Explanation];
    }

    private sealed class RowFormat(IReadOnlyList<CostPlan> plans) : CostFormat(plans)
    {
        public override int Length(Batch batch) => batch.Rows.Count;

        protected override void Append(Batch batch, MediaInput input, MediaTokenCost cost) => batch.Rows.Add((input, cost));
    }
}
