namespace MediaTokens.Tool.Output;

/// <summary>Chooses the table that fits where it is written to.</summary>
internal static class Tables
{
    /// <summary>A table for the terminal, or plain text where the output is redirected.</summary>
    public static TableWriter Create(Stream stream, IReadOnlyList<Column> columns) =>
        Console.IsOutputRedirected ? new PlainTable(stream, columns) : CreateForTerminal(stream, columns);

    // By itself, so that redirected output never loads what only a terminal needs.
    private static TerminalTable CreateForTerminal(Stream stream, IReadOnlyList<Column> columns) => new(stream, columns);
}
