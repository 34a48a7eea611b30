using System.CommandLine;

namespace MediaTokens.Tool.CommandLine;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}

/// <summary>The options that choose the format, the same for every command.</summary>
internal sealed class FormatOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON Lines: one object on each line, as soon as it is known." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Write comma-separated values with a header line." };

    public void AddTo(Command command)
    {
        command.Add(_json);
        command.Add(_csv);
    }

    /// <exception cref="UsageException">Both formats are asked for.</exception>
    public OutputFormat Get(ParseResult result) => (result.GetValue(_json), result.GetValue(_csv)) switch
    {
        (true, true) => throw new UsageException("--json and --csv exclude each other."),
        (true, _) => OutputFormat.Json,
        (_, true) => OutputFormat.Csv,
        _ => OutputFormat.Table,
    };
}
