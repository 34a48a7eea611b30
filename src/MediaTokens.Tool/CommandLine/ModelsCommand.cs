using System.CommandLine;
using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>models</c>: what is known, and where the numbers come from.</summary>
internal sealed class ModelsCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens models
          mediatokens models "gemini-3*" gpt-4o
          mediatokens models gpt-5-mini --json
          mediatokens models "claude-*" --as-of 2026-03-01
        """;

    private const string OldMark = "!";

    private static readonly Column[] Columns =
        [new("Model"), new("Vendor"), new("Settings"), new("Recommended"), new("USD/1M", true), new("Date"), new("Constants")];

    private readonly ErrorOutput _errors;

    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "The models to show: several with commas, or wildcards. [default: all]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _asOf = DateOption.Create();

    private readonly Option<string?> _catalog = CatalogOption.Create();

    private readonly ShapeOptions _shape = new();

    public ModelsCommand(ErrorOutput errors)
    {
        _errors = errors;
        Command = new("models", "Lists the models with their settings, their constants, their prices and the source of each number.") { _names, _asOf, _catalog };
        _shape.AddTo(Command);
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult result)
    {
        OutputShape shape = _shape.Get(result);
        if (!Catalogs.TryLoad(new(result.GetValue(_catalog), DateOption.Get(result, _asOf)), _errors, out ModelCatalog catalog))
        {
            return ExitCode.Usage;
        }

        bool hasFailed = false;
        IReadOnlyList<string> names = ModelNames.Split(result.GetValue(_names) is { Length: > 0 } given ? given : ["*"]);
        IReadOnlyList<SelectedModel> selected = ModelSelector.Select(catalog, names, ModelNames.ToPattern, (name, exception) =>
        {
            hasFailed = true;
            _errors.Write(name, exception);
        }, includeShutDown: true);
        if (selected.Count == 0)
        {
            return ExitCode.Usage;
        }

        Write([.. selected.Select(model => MediaTokenModel.FromRow(model.Row))], shape, StandardOutput.Open());
        return hasFailed ? ExitCode.Failure : ExitCode.Success;
    }

    private static void Write(IReadOnlyList<MediaTokenModel> models, OutputShape shape, Stream output)
    {
        if (shape == OutputShape.Table)
        {
            WriteTable(models, Tables.Create(output, Columns));
            return;
        }

        RecordLines<MediaTokenModel> lines = new(output, shape, ModelFields.Write, models[0]);
        foreach (MediaTokenModel model in models)
        {
            lines.Write(model);
        }
    }

    private static void WriteTable(IReadOnlyList<MediaTokenModel> models, TableWriter table)
    {
        table.WriteRows([.. models.Select(Cells)]);
        table.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Totals.Count(models.Count, "model")} as of {models[0].AsOf}; USD/1M is the price of a million input tokens{(models.Any(model => model.IsOlderThanYear) ? $"; {OldMark} marks a source older than a year" : "")}"));
    }

    private static string[] Cells(MediaTokenModel model) =>
    [
        model.IsShutDown ? $"{model.Name} (shut down)" : model.Name,
        model.Vendor,
        string.Join(' ', SettingsOf(model)),
        model.Recommended ?? "",
        Money.AlignedPrice(model.InputPrice),
        model.IsOlderThanYear ? $"{model.Date} {OldMark}" : model.Date,
        model.Constants,
    ];

    private static string[] SettingsOf(MediaTokenModel model) =>
        model.Details.Length > 0 ? model.Details : model.MediaResolutions.Length > 0 ? model.MediaResolutions : model.InputFidelities;
}
