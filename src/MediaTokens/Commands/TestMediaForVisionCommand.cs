using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Completion;
using MediaTokens.Errors;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Tells whether a model takes a file, and what would mend it where it does not.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MediaForVision", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MediaVisionTest), typeof(bool))]
public sealed class TestMediaForVisionCommand : PathCommandBase
{
    private readonly Dictionary<(string, ImageDetail?, PartMediaResolution?), VisionTester> _testers = [];
    private ModelCatalog _catalog = ModelCatalog.Default;

    /// <summary>The model that is to see the files.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string Model { get; set; } = ModelSelector.DefaultModel;

    /// <summary>OpenAI's detail.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Detail]
    public ImageDetail? Detail { get; set; }

    /// <summary>Gemini's media resolution.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [PartResolution]
    public PartMediaResolution? MediaResolution { get; set; }

    /// <summary>Gives a Boolean for each file.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>A catalog file whose rows are added to those that ship, or replace them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _catalog = this.LoadCatalog(CatalogPath);
        try
        {
            // What the command line asks for must make sense; what comes with an object concerns that object alone.
            Tester();
        }
        catch (MediaException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, Model));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ProcessPaths();

    /// <inheritdoc/>
    protected override void ProcessFile(string path) => Write(Test(path));

    /// <inheritdoc/>
    protected override void ProcessWalkedFile(string path, string folder)
    {
        try
        {
            MediaVisionTest test = Test(path);
            if (test.Format is not null || FileEndings.FormatOf(path) is not null)
            {
                Write(test);
            }
        }
        catch (MediaException exception)
        {
            WriteWalkedError(exception, path);
        }
    }

    private void Write(MediaVisionTest test) => WriteObject(Quiet ? test.Acceptable : test);

    private MediaVisionTest Test(string path)
    {
        try
        {
            return Tester().Test(path, StopToken);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private VisionTester Tester()
    {
        var key = (Model, Detail, MediaResolution);
        if (!_testers.TryGetValue(key, out VisionTester? tester))
        {
            tester = new(new(Model, _catalog.Resolve(Model)), CostSettings.ForPart(Detail, MediaResolution));
            _testers.Add(key, tester);
        }

        return tester;
    }
}
