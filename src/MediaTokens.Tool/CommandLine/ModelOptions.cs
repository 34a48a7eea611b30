using System.CommandLine;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The options that choose models.</summary>
internal sealed class ModelOptions(string defaultModel)
{
    private readonly Option<string[]> _model = new("--model", "-m")
    {
        Description = $"The models to count for: several with commas, or wildcards in quotes. [default: {defaultModel}]",
        HelpName = "NAME",
    };

    private readonly BaseModelOption _baseModel = new();

    public void AddTo(Command command)
    {
        command.Add(_model);
        command.Add(_baseModel.Option);
    }

    /// <summary>The models that the command line asks for.</summary>
    /// <exception cref="UsageException">No name is given, or one that makes no sense.</exception>
    public ModelRequest Get(ParseResult result)
    {
        string? baseModel = _baseModel.Get(result);
        IReadOnlyList<string> names = ModelNames.Split(result.GetValue(_model) is { Length: > 0 } given ? given : [baseModel ?? defaultModel]);
        if (names.Count == 0)
        {
            throw new UsageException("--model needs the name of a model.");
        }

        return baseModel is not null && names.FirstOrDefault(ModelNames.IsPattern) is string pattern
            ? throw new UsageException($"With --base-model, --model takes the names of deployments, not the pattern '{pattern}'.")
            : new(names, baseModel);
    }
}
