using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Tool.Output;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run of <c>cost</c>.</summary>
internal sealed class CostRun(CostRequest request, ErrorOutput errors) : CountRun(request, errors)
{
    private readonly CostRequest _request = request;

    protected override IReadOnlyList<CostPlan> CreatePlans(IReadOnlyList<SelectedModel> models) =>
        CostPlans.Create(models, _request.Settings, OnModelFailure);

    protected override BatchOutput CreateOutput(IReadOnlyList<SelectedModel> models, IReadOnlyList<CostPlan> plans, ModelCatalog catalog, Stream output)
    {
        switch (_request.Shape)
        {
            case OutputShape.Json:
                return new LineOutput(output, Errors, () => new JsonFormat(plans));
            case OutputShape.Csv:
                output.Write(CsvHeader.Of(fields => CostFields.Write(new(), fields)));
                return new LineOutput(output, Errors, () => new CsvFormat(plans));
            default:
                TableShape shape = new(models.Any(model => model.Row.Family.Rule.Billed is not null), _request.Inputs.IsSingleFolder);
                return new TableOutput(plans, Tables.Create(output, shape.Columns), Errors, shape);
        }
    }
}
