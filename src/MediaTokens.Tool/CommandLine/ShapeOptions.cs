using System.CommandLine;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that choose the shape of the output, the same for every command.</summary>
internal sealed class ShapeOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON Lines: one object on each line, as soon as it is known." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Write comma-separated values with a header line." };

    public void AddTo(Command command)
    {
        command.Add(_json);
        command.Add(_csv);
    }

    /// <exception cref="UsageException">Both shapes are asked for.</exception>
    public OutputShape Get(ParseResult result) => (result.GetValue(_json), result.GetValue(_csv)) switch
    {
        (true, true) => throw new UsageException("--json and --csv exclude each other."),
        (true, _) => OutputShape.Json,
        (_, true) => OutputShape.Csv,
        _ => OutputShape.Table,
    };
}
