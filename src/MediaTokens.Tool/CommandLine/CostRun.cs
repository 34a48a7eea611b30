using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run of <c>cost</c>, from the catalog to the exit code.</summary>
internal sealed class CostRun(CostRequest request, ErrorOutput errors)
{
    private int _modelFailures;

    public int Run()
    {
        if (!Catalogs.TryLoad(request.CatalogPath, errors, out ModelCatalog catalog))
        {
            return ExitCode.Usage;
        }

        IReadOnlyList<SelectedModel> models = ModelSelector.Select(catalog, request.Models, ModelNames.ToPattern, OnModelFailure);
        if (models.Count == 0)
        {
            return ExitCode.Usage;
        }

        IReadOnlyList<CostPlan> plans = CostPlan.CreateAll(models, request.Settings, OnModelFailure);
        if (plans.Count == 0)
        {
            return ExitCode.Failure;
        }

        using Interruption interruption = new();
        InputReader reader = new(request.Recurse, Console.OpenStandardInput, interruption.Token);
        ItemReader items = new(plans, request.Settings.Pdf, request.Web, interruption.Token);
        long failures = new ReadAhead(plans, items, CreateOutput(models, plans), interruption.Token).Run(reader.Read(request.Inputs));
        return failures + _modelFailures == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private void OnModelFailure(string model, MediaException exception)
    {
        _modelFailures++;
        errors.Write(model, exception);
    }

    private CostOutput CreateOutput(IReadOnlyList<SelectedModel> models, IReadOnlyList<CostPlan> plans)
    {
        Stream output = StandardOutput.Open();
        switch (request.Shape)
        {
            case OutputShape.Json:
                return new LineOutput(output, errors, () => new JsonFormat());
            case OutputShape.Csv:
                output.Write(CsvHeader.Of(fields => CostFields.Write(plans[0].Count(MediaItem.FromSize(1, 1)), fields)));
                return new LineOutput(output, errors, () => new CsvFormat());
            default:
                TableShape shape = new(models.Any(model => model.Row.Family.Rule.Billed is not null), request.IsSingleFolder);
                return new TableOutput(Tables.Create(output, shape.Columns), errors, shape);
        }
    }
}
