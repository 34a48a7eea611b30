using System.CommandLine;
using MediaTokens.Planning;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that choose one model.</summary>
/// <param name="purpose">What the model is to do, for the help.</param>
internal sealed class ModelChoiceOptions(string purpose)
{
    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = $"The model that {purpose}. [default: {ModelSelector.DefaultModel}]",
        HelpName = "NAME",
    };

    private readonly BaseModelOption _baseModel = new();

    public void AddTo(Command command)
    {
        command.Add(_model);
        command.Add(_baseModel.Option);
    }

    /// <summary>The model that the command line asks for.</summary>
    /// <exception cref="UsageException">It names none, or more than one.</exception>
    public ModelChoice Get(ParseResult result)
    {
        string? baseModel = _baseModel.Get(result);
        string model = result.GetValue(_model) ?? baseModel ?? ModelSelector.DefaultModel;
        return model.AsSpan().ContainsAny(",*?")
            ? throw new UsageException($"--model takes the name of one model here, not '{model}'.")
            : new(model, baseModel);
    }
}
