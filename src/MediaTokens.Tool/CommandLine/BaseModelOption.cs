using System.CommandLine;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The option that says which model a deployment runs, the same for every command.</summary>
internal sealed class BaseModelOption
{
    public Option<string?> Option { get; } = new("--base-model")
    {
        Description = "The model that an Azure deployment runs; --model then takes the names of deployments.",
        HelpName = "MODEL",
    };

    /// <summary>The model that was given; null when none was.</summary>
    /// <exception cref="UsageException">The text names not one model.</exception>
    public string? Get(ParseResult result) => result.GetValue(Option) is not string model ? null
        : model.Trim().Length > 0 && !model.Contains(',') && !ModelNames.IsPattern(model) ? model.Trim()
        : throw new UsageException($"--base-model takes the name of one model, not '{model}'.");
}
