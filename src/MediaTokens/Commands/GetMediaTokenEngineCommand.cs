using System.Management.Automation;
using MediaTokens.Completion;
using MediaTokens.Errors;
using MediaTokens.Imaging;
using MediaTokens.Loading;

namespace MediaTokens.Commands;

/// <summary>Gets the image engines, what each can do on this machine, and why one cannot be used.</summary>
[Cmdlet(VerbsCommon.Get, "MediaTokenEngine")]
[OutputType(typeof(MediaTokenEngine))]
public sealed class GetMediaTokenEngineCommand : PSCmdlet
{
    private IReadOnlyList<EngineStatus> _engines = [];

    /// <summary>The engines to get; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Engine")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(EngineCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _engines = AdapterLoader.Load().Find();
        }
        catch (MediaException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, null));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
            EngineStatus[] found = [.. _engines.Where(engine => pattern.IsMatch(engine.Name))];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.Create(Unknown(name), name));
            }

            WriteObject(found.Select(MediaTokenEngine.FromStatus), enumerateCollection: true);
        }
    }

    private MediaException Unknown(string name) => new(
        MediaErrorId.NoEngine,
        $"No image engine is named '{name}'.",
        $"Take one of these: {string.Join(", ", _engines.Select(engine => engine.Name))}.");
}
