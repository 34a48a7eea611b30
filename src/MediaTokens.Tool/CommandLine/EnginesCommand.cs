using System.CommandLine;
using MediaTokens.Tool.Optimizing;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>engines</c>: what can read and write pixels on this machine.</summary>
internal sealed class EnginesCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens engines
          mediatokens engines --json

        Exit codes:
          0  the engines are listed, whether they can be used or not
          2  the command line makes no sense
        """;

    private static readonly Column[] Columns = [new("Engine"), new("Version"), new("Reads"), new("Writes"), new("Reason")];

    private readonly ShapeOptions _shape = new();

    public EnginesCommand()
    {
        Command = new("engines", "Lists the image engines with what they read and write on this machine, and why one cannot be used.");
        _shape.AddTo(Command);
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private void Run(ParseResult result)
    {
        OutputShape shape = _shape.Get(result);
        Write([.. MachineEngines.Find().Select(MediaTokenEngine.FromStatus)], shape, StandardOutput.Open());
    }

    private static void Write(IReadOnlyList<MediaTokenEngine> engines, OutputShape shape, Stream output)
    {
        if (shape == OutputShape.Table)
        {
            Tables.Create(output, Columns).WriteRows([.. engines.Select(Cells)]);
            return;
        }

        RecordLines<MediaTokenEngine> lines = new(output, shape, EngineFields.Write, new());
        foreach (MediaTokenEngine engine in engines)
        {
            lines.Write(engine);
        }
    }

    private static string[] Cells(MediaTokenEngine engine) =>
        [engine.Name, engine.Version ?? "-", string.Join(' ', engine.Reads), string.Join(' ', engine.Writes), OneLine.Of(engine.Reason ?? "")];
}
