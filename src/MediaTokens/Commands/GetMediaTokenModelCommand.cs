using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Completion;
using MediaTokens.Errors;
using MediaTokens.Planning;

namespace MediaTokens.Commands;

/// <summary>Gets the models of the catalog, with their settings, their limits and where the numbers come from.</summary>
[Cmdlet(VerbsCommon.Get, "MediaTokenModel")]
[OutputType(typeof(MediaTokenModel))]
public sealed class GetMediaTokenModelCommand : PSCmdlet
{
    private ModelCatalog _catalog = ModelCatalog.Default;

    /// <summary>The models to get; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Model")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>A catalog file whose rows are added to those that ship, or replace them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogPath { get; set; }

    /// <summary>The day whose rules and prices hold; today where it is left out.</summary>
    [Parameter]
    [Day]
    public DateTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _catalog = this.LoadCatalog(CatalogPath, AsOf);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<SelectedModel> models = ModelSelector.Select(
            _catalog, Name, CatalogReading.ToPattern, (name, exception) => WriteError(ErrorRecords.Create(exception, name)), includeShutDown: true);
        foreach (SelectedModel model in models)
        {
            WriteObject(MediaTokenModel.FromRow(model.Row));
        }
    }
}
