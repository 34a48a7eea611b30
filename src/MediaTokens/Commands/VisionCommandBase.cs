using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Completion;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that looks at each file as one model will. An object may bring its own model and setting along.</summary>
public abstract class VisionCommandBase : PathCommandBase
{
    private ModelCatalog _catalog = ModelCatalog.Default;

    /// <summary>The model that is to see the files.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string Model { get; set; } = ModelSelector.DefaultModel;

    /// <summary>The model that the deployment runs whose name -Model gives.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string? BaseModel { get; set; }

    /// <summary>The images that go into one request.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ImagesPerRequest { get; set; } = 1;

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

    /// <summary>A catalog file whose rows are added to those that ship, or replace them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogPath { get; set; }

    /// <summary>The settings of the current record.</summary>
    protected CostSettings Settings => CostSettings.ForPart(Detail, MediaResolution) with { ImagesPerRequest = ImagesPerRequest };

    /// <summary>What tells records of one model and setting from those of another.</summary>
    protected (string Model, string? BaseModel, ImageDetail? Detail, PartMediaResolution? MediaResolution) Key => (Model, BaseModel, Detail, MediaResolution);

    /// <summary>Whether the model is known before the first record: no object can bring another one along.</summary>
    protected bool IsModelKnown => MyInvocation.BoundParameters.ContainsKey(nameof(Model)) || !MyInvocation.ExpectingInput;

    private bool IsModelGiven => MyInvocation.BoundParameters.ContainsKey(nameof(Model)) || string.IsNullOrEmpty(BaseModel);

    /// <inheritdoc/>
    protected override void BeginProcessing() => _catalog = this.LoadCatalog(CatalogPath);

    /// <summary>The model of the current record.</summary>
    /// <exception cref="MediaException">UnknownModel.</exception>
    protected SelectedModel SelectModel() => SelectedModel.Resolve(_catalog, IsModelGiven ? Model : BaseModel!, BaseModel);
}
