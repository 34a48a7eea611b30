using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run that reads inputs for models, from the catalog to the exit code.</summary>
internal abstract class CountRun(CostRequest request, ErrorOutput errors)
{
    private int _modelFailures;

    protected ErrorOutput Errors => errors;

    public int Run()
    {
        if (!Catalogs.TryLoad(request.Catalog, errors, out ModelCatalog catalog))
        {
            return ExitCode.Usage;
        }

        IReadOnlyList<SelectedModel> models = request.Models.Select(catalog, OnModelFailure);
        if (models.Count == 0)
        {
            return ExitCode.Usage;
        }

        IReadOnlyList<CostPlan> plans = CreatePlans(models);
        if (plans.Count == 0)
        {
            return ExitCode.Failure;
        }

        using Interruption interruption = new();
        InputReader inputs = new(request.Inputs.Recurse, Console.OpenStandardInput, interruption.Token);
        ItemReader items = new(plans, request.Settings.Pdf, request.Inputs.Web, interruption.Token);
        BatchOutput output = CreateOutput(models, plans, catalog, StandardOutput.Open());
        long failures = new ReadAhead(items, output, plans.Count, interruption.Token).Run(inputs.Read(request.Inputs.Given));
        return failures + _modelFailures == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>The plans by which files are read.</summary>
    protected abstract IReadOnlyList<CostPlan> CreatePlans(IReadOnlyList<SelectedModel> models);

    /// <summary>What takes the items that are read.</summary>
    protected abstract BatchOutput CreateOutput(IReadOnlyList<SelectedModel> models, IReadOnlyList<CostPlan> plans, ModelCatalog catalog, Stream output);

    protected void OnModelFailure(string model, MediaException exception)
    {
        _modelFailures++;
        errors.Write(model, exception);
    }
}
