namespace MediaTokens.Tool.Output;

/// <summary>Writes comparisons.</summary>
internal abstract class ComparisonWriter
{
    /// <summary>Writes rows in their order.</summary>
    /// <param name="rows">Those that are to be seen.</param>
    /// <param name="compared">What they come from.</param>
    public abstract void Write(IReadOnlyList<MediaTokenComparison> rows, Compared compared);
}

/// <summary>What a comparison comes from.</summary>
/// <param name="Items">Items that were read.</param>
/// <param name="Failures">Inputs that could not be read.</param>
/// <param name="Rows">All rows, whether they are to be seen or not.</param>
internal sealed record Compared(long Items, long Failures, int Rows);

/// <summary>Writes each row as a line of JSON or of comma-separated values.</summary>
internal sealed class ComparisonLines(Stream output, OutputShape shape) : ComparisonWriter
{
    public override void Write(IReadOnlyList<MediaTokenComparison> rows, Compared compared)
    {
        RecordLines<MediaTokenComparison> lines = new(output, shape, ComparisonFields.Write, new());
        foreach (MediaTokenComparison row in rows)
        {
            lines.Write(row);
        }
    }
}
