using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Tool.Output;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run of <c>compare</c>.</summary>
internal sealed class CompareRun(CompareRequest request, ErrorOutput errors) : CountRun(request.Count, errors)
{
    private ModelComparer? _comparer;
    private bool _hasFailed;

    protected override IReadOnlyList<CostPlan> CreatePlans(IReadOnlyList<SelectedModel> models)
    {
        _comparer = new(models, request.Count.Settings, OnFailure);
        IReadOnlyList<CostPlan> plans = _comparer.Plans;

        // A model that a pattern brought along fails without a word, unless none is left.
        return plans.Count > 0 || _hasFailed ? plans : CostPlans.Create(models, request.Count.Settings, OnModelFailure);
    }

    protected override BatchOutput CreateOutput(IReadOnlyList<SelectedModel> models, IReadOnlyList<CostPlan> plans, ModelCatalog catalog, Stream output)
    {
        OutputShape shape = request.Count.Shape;
        ComparisonWriter writer = shape == OutputShape.Table
            ? new ComparisonTable(output, request.IsSpread, request.Count.Settings.Price, catalog.AsOf)
            : new ComparisonLines(output, shape);
        return new CompareOutput(_comparer!, Errors, request.Choose, writer);
    }

    private void OnFailure(string model, MediaException exception)
    {
        _hasFailed = true;
        OnModelFailure(model, exception);
    }
}
