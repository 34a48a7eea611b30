using System.CommandLine;
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
        """;

    private static readonly Column[] Columns = [new("Model"), new("Vendor"), new("Settings"), new("Recommended"), new("Date"), new("Constants")];

    private readonly ErrorOutput _errors;

    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "The models to show: several with commas, or wildcards. [default: all]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _catalog = CatalogOption.Create();

    private readonly ShapeOptions _shape = new();

    public ModelsCommand(ErrorOutput errors)
    {
        _errors = errors;
        Command = new("models", "Lists the models with their settings, their constants and the source of each number.") { _names, _catalog };
        _shape.AddTo(Command);
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult result)
    {
        OutputShape shape = _shape.Get(result);
        if (!Catalogs.TryLoad(result.GetValue(_catalog), _errors, out ModelCatalog catalog))
        {
            return ExitCode.Usage;
        }

        bool hasFailed = false;
        IReadOnlyList<string> names = ModelNames.Split(result.GetValue(_names) is { Length: > 0 } given ? given : ["*"]);
        IReadOnlyList<SelectedModel> selected = ModelSelector.Select(catalog, names, ModelNames.ToPattern, (name, exception) =>
        {
            hasFailed = true;
            _errors.Write(name, exception);
        });
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
            Tables.Create(output, Columns).WriteRows([.. models.Select(Cells)]);
            return;
        }

        RecordLines<MediaTokenModel> lines = new(output, shape, ModelFields.Write, models[0]);
        foreach (MediaTokenModel model in models)
        {
            lines.Write(model);
        }
    }

    private static string[] Cells(MediaTokenModel model) =>
        [model.Name, model.Vendor, string.Join(' ', model.Details.Length > 0 ? model.Details : model.MediaResolutions), model.Recommended ?? "", model.Date, model.Constants];
}
