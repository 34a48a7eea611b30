using System.Management.Automation;
using MediaTokens.Completion;
using MediaTokens.Errors;
using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Gets what each image, video and PDF document costs in tokens on each model asked for, with the working shown.</summary>
[Cmdlet(VerbsCommon.Get, "MediaTokenCost", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MediaTokenCost))]
public sealed class GetMediaTokenCostCommand : MediaCommandBase
{
    private const string SizeSet = "Size";

    // By the setting of the part, which is the only one that may differ from record to record.
    private readonly Dictionary<PartMediaResolution, IReadOnlyList<CostPlan>> _plans = [];
    private IReadOnlyList<SelectedModel> _models = [];
    private WebReader? _web;

    /// <summary>The width of an image that is not at hand, in pixels.</summary>
    // In the set of files too, where it does nothing: an object may carry both, and then the file decides.
    [Parameter(ParameterSetName = SizeSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Pixels]
    public long Width { get; set; }

    /// <summary>The height of an image that is not at hand, in pixels.</summary>
    // In the set of files too, where it does nothing: an object may carry both, and then the file decides.
    [Parameter(ParameterSetName = SizeSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Pixels]
    public long Height { get; set; }

    /// <summary>Addresses of files on the web, which are not downloaded.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Uri { get; set; } = [];

    /// <summary>Reads from the machine itself and from private networks, too.</summary>
    [Parameter(ParameterSetName = UriSet)]
    public SwitchParameter AllowPrivateNetwork { get; set; }

    /// <summary>The longest that a file on the web may take, in seconds.</summary>
    [Parameter(ParameterSetName = UriSet)]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>The models to count for; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [ModelSelector.DefaultModel];

    /// <summary>OpenAI's detail.</summary>
    [Parameter]
    public ImageDetail? Detail { get; set; }

    /// <summary>Gemini's media resolution for the whole request.</summary>
    [Parameter]
    [GlobalResolution]
    public MediaResolution? MediaResolution { get; set; }

    /// <summary>Gemini's media resolution for the single part, which wins over the global one.</summary>
    // Not by property name in the set of paths: bound there, it would make a path of the object that carries it.
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = SizeSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = UriSet, ValueFromPipelineByPropertyName = true)]
    [PartResolution]
    public PartMediaResolution? PartMediaResolution { get; set; }

    /// <summary>Whether Tokens is the documented figure or, where it is confirmed, the billed one.</summary>
    [Parameter]
    public CountBasis Basis { get; set; }

    /// <summary>A catalog file whose rows are added to those that ship, or replace them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogPath { get; set; }

    // An object that was exported and read back has its path as an empty text where it had none.
    private bool IsSizeOnly => ParameterSetName == SizeSet
        || (ParameterSetName == LiteralPathSet && Width != 0 && Height != 0 && LiteralPath.All(string.IsNullOrEmpty));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        List<ErrorRecord> unknown = [];
        _models = ModelSelector.Select(
            this.LoadCatalog(CatalogPath),
            Model,
            CatalogReading.ToPattern,
            (name, exception) => unknown.Add(ErrorRecords.Create(exception, name)));
        if (_models.Count == 0)
        {
            ThrowTerminatingError(unknown[0]);
        }

        unknown.ForEach(WriteError);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == UriSet)
        {
            Array.ForEach(Uri, ProcessUri);
            return;
        }

        if (!IsSizeOnly)
        {
            ProcessPaths();
            return;
        }

        try
        {
            WriteCosts(MediaItem.FromSize(Width, Height), ErrorRecords.Create, $"{Width}x{Height}");
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.Create(exception, $"{Width}x{Height}"));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessFile(string path)
    {
        try
        {
            WriteCosts(MediaItem.FromFile(path, Plans(), Pdf, StopToken), ErrorRecords.ForFile, path);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _web?.Dispose();
        }
    }

    private void ProcessUri(string uri)
    {
        try
        {
            _web ??= new(new() { AllowPrivateNetwork = AllowPrivateNetwork, Timeout = TimeSpan.FromSeconds(TimeoutSec) });
            WriteCosts(MediaItem.FromUri(uri, Plans(), Pdf, _web, StopToken), ErrorRecords.ForLink, uri);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.ForLink(exception, uri));
        }
    }

    private void WriteCosts(MediaItem item, Func<MediaException, string, ErrorRecord> toRecord, string target)
    {
        foreach (CostPlan plan in Plans())
        {
            try
            {
                WriteObject(plan.Count(item));
            }
            catch (MediaException exception)
            {
                WriteError(toRecord(exception, target));
            }
        }
    }

    private IReadOnlyList<CostPlan> Plans()
    {
        PartMediaResolution part = PartMediaResolution ?? Rules.PartMediaResolution.Unspecified;
        if (!_plans.TryGetValue(part, out IReadOnlyList<CostPlan>? plans))
        {
            CostSettings settings = new()
            {
                Detail = Detail,
                MediaResolution = MediaResolution,
                PartMediaResolution = PartMediaResolution,
                Basis = Basis,
                Video = Video,
                Pdf = Pdf,
            };
            plans = CostPlan.CreateAll(_models, settings, (model, exception) => WriteError(ErrorRecords.Create(exception, model)));
            _plans.Add(part, plans);
        }

        return plans;
    }
}
