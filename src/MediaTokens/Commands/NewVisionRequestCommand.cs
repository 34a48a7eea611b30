using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Completion;
using MediaTokens.Errors;
using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Requests;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Makes a request to a vision model of files and links, with the tokens of the media beside it.</summary>
[Cmdlet(VerbsCommon.New, "VisionRequest", DefaultParameterSetName = PathSet)]
[OutputType(typeof(VisionRequest))]
public sealed class NewVisionRequestCommand : VideoCommandBase
{
    // One for each model and media resolution that the objects of the pipeline bring along.
    private readonly Dictionary<(string Model, string? BaseModel, PartMediaResolution? Resolution), VisionRequestBuilder> _builders = [];
    private readonly List<(VisionRequestBuilder Builder, List<BuiltItem> Items)> _requests = [];
    private ModelCatalog _catalog = ModelCatalog.Default;
    private bool _isResolutionGiven;
    private int _failures;
    private bool _hasWritten;

    /// <summary>Links that are passed through; -Path takes them too, among files.</summary>
    [Parameter(ParameterSetName = UriSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Uri { get; set; } = [];

    /// <summary>The model that is to see the media.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = UriSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string Model { get; set; } = ModelSelector.DefaultModel;

    /// <summary>The model that the deployment runs whose name -Model gives.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = UriSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string? BaseModel { get; set; }

    /// <summary>What is asked.</summary>
    [Parameter]
    public string? Prompt { get; set; }

    /// <summary>What the model is told beforehand.</summary>
    [Parameter]
    public string? SystemPrompt { get; set; }

    /// <summary>Whose message it is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>OpenAI's detail, for each item.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = UriSet, ValueFromPipelineByPropertyName = true)]
    [Detail]
    public ImageDetail? Detail { get; set; }

    /// <summary>Gemini's media resolution for the whole request.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = UriSet, ValueFromPipelineByPropertyName = true)]
    [PartResolution]
    public PartMediaResolution? MediaResolution { get; set; }

    /// <summary>Gemini 3's media resolution for each item, which wins over that of the request.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = UriSet, ValueFromPipelineByPropertyName = true)]
    [PartResolution]
    public PartMediaResolution? PartMediaResolution { get; set; }

    /// <summary>The most tokens of the answer.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxOutputTokens { get; set; }

    /// <summary>Which of OpenAI's interfaces the request is for.</summary>
    [Parameter]
    public OpenAIApi Api { get; set; }

    /// <summary>The version in the address of Gemini's interface.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z0-9]+$")]
    public string ApiVersion { get; set; } = "v1beta";

    /// <summary>Makes one request of each item.</summary>
    [Parameter]
    public SwitchParameter PerItem { get; set; }

    /// <summary>Makes warnings of what the vendor would refuse.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>A catalog file whose rows are added to those that ship, or replace them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogPath { get; set; }

    private bool IsModelKnown => MyInvocation.BoundParameters.ContainsKey(nameof(Model)) || !MyInvocation.ExpectingInput;

    // A cost tells one media resolution, whichever way it was set; this one can only have been set for the part.
    private bool IsOfPart => !_isResolutionGiven && MediaResolution == Rules.PartMediaResolution.UltraHigh;

    private PartMediaResolution? Part => PartMediaResolution ?? (IsOfPart ? MediaResolution : null);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _isResolutionGiven = MyInvocation.BoundParameters.ContainsKey(nameof(MediaResolution));
        _catalog = this.LoadCatalog(CatalogPath);
        try
        {
            // What the command line asks for must make sense; what comes with an object concerns that object alone.
            if (IsModelKnown)
            {
                Builder();
            }
        }
        catch (MediaException exception)
        {
            ThrowTerminatingError(ErrorRecords.Create(exception, Model));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == UriSet)
        {
            Array.ForEach(Uri, ProcessLink);
            return;
        }

        ProcessPaths();
    }

    /// <inheritdoc/>
    protected override void ProcessFile(string path)
    {
        try
        {
            VisionRequestBuilder builder = Builder();
            Add(builder, builder.FromFile(path, Detail, Part, StopToken));
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <inheritdoc/>
    protected override void WriteFileError(MediaException exception, string path)
    {
        _failures++;
        base.WriteFileError(exception, path);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((VisionRequestBuilder builder, List<BuiltItem> items) in _requests)
        {
            Write(builder, items, Model);
        }

        if (_requests.Count > 0 && _failures > 0)
        {
            WriteWarning($"{_failures} {(_failures == 1 ? "file or link is" : "files or links are")} left out of the request.");
        }

        if (!_hasWritten && _failures == 0)
        {
            WriteEmpty();
        }
    }

    /// <inheritdoc/>
    protected override bool IsLink(string path) => WebAddress.IsAddress(path);

    /// <inheritdoc/>
    protected override void ProcessLink(string link)
    {
        try
        {
            VisionRequestBuilder builder = Builder();
            Add(builder, builder.FromLink(link, Detail, Part));
        }
        catch (MediaException exception)
        {
            _failures++;
            WriteError(ErrorRecords.Create(exception, ErrorRecords.TargetOf(exception, link)));
        }
    }

    private void Add(VisionRequestBuilder builder, BuiltItem item)
    {
        if (PerItem)
        {
            Write(builder, [item], item.Item.Name);
            return;
        }

        int index = _requests.FindIndex(request => ReferenceEquals(request.Builder, builder));
        if (index < 0)
        {
            _requests.Add((builder, [item]));
            return;
        }

        _requests[index].Items.Add(item);
    }

    private void Write(VisionRequestBuilder builder, List<BuiltItem> items, string target)
    {
        try
        {
            VisionRequest request = builder.Build(items);
            foreach (string warning in request.Warnings)
            {
                WriteWarning(warning);
            }

            _hasWritten = true;
            WriteObject(request);
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.Create(exception, target));
        }
    }

    private void WriteEmpty()
    {
        try
        {
            Write(Builder(), [], Model);
        }
        catch (MediaException exception)
        {
            WriteError(ErrorRecords.Create(exception, Model));
        }
    }

    private VisionRequestBuilder Builder()
    {
        PartMediaResolution? resolution = IsOfPart ? null : MediaResolution;
        if (!_builders.TryGetValue((Model, BaseModel, resolution), out VisionRequestBuilder? builder))
        {
            builder = new(SelectedModel.Resolve(_catalog, Model, BaseModel), Options(resolution));
            _builders.Add((Model, BaseModel, resolution), builder);
        }

        return builder;
    }

    private RequestOptions Options(PartMediaResolution? resolution) => new()
    {
        Prompt = Prompt,
        SystemPrompt = SystemPrompt,
        Role = Role,
        MaxOutputTokens = MaxOutputTokens,
        MediaResolution = resolution,
        Api = Api,
        ApiVersion = ApiVersion,
        Video = Video,
        Force = Force,
    };
}
