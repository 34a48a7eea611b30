using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Planning;

namespace MediaTokens.Commands;

/// <summary>Compares models, each at every setting that it has, for a set of files: which one is cheapest for all of them.</summary>
[Cmdlet(VerbsData.Compare, "MediaTokenModel", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MediaTokenComparison))]
public sealed class CompareMediaTokenModelCommand : CountingCommandBase
{
    private ModelComparer? _comparer;
    private IReadOnlyList<CostPlan> _plans = [];

    /// <inheritdoc/>
    protected override string DefaultModel => "*";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _comparer = new(Models, Settings, (model, exception) => WriteError(ErrorRecords.Create(exception, model)));
        _plans = _comparer.Plans;
    }

    /// <inheritdoc/>
    protected override void Count(MediaItem item, Func<MediaException, string, ErrorRecord> toRecord, string target) => _comparer!.Add(item);

    /// <inheritdoc/>
    protected override IReadOnlyList<CostPlan> Plans() => _plans;

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_comparer!.Rank(), enumerateCollection: true);
}
