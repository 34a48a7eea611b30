using MediaTokens.Catalog;
using MediaTokens.Imaging;
using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Optimizing;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>One run of <c>optimize</c>, from the catalog to the exit code.</summary>
internal sealed class OptimizeJob(OptimizeRequest request, ErrorOutput errors)
{
    // Names of later inputs may be longer than those that are known.
    private const int LeastForNames = 32;

    public int Run()
    {
        if (!Catalogs.TryLoad(new(request.CatalogPath), errors, out ModelCatalog catalog))
        {
            return ExitCode.Usage;
        }

        try
        {
            SelectedModel model = request.Model.Resolve(catalog);
            EngineSet engines = EngineSet.Choose(MachineEngines.Find(), request.Engine);
            ResultPlacement placement = request.Destination is null
                ? ResultPlacement.InPlace(request.Force)
                : ResultPlacement.At(Path.GetFullPath(request.Destination), request.Force);
            return Run(new ImageOptimizer(request.ToOptions(model, placement.Format), engines), placement);
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.NoEngine)
        {
            errors.Write("engine", exception);
            return ExitCode.Failure;
        }
        catch (MediaException exception)
        {
            errors.Write(request.Model.Name, exception);
            return ExitCode.Usage;
        }
    }

    private int Run(ImageOptimizer optimizer, ResultPlacement placement)
    {
        if (optimizer.Advice is string advice)
        {
            errors.Warn(optimizer.Model, advice);
        }

        using Interruption interruption = new();
        InputReader reader = new(request.Recurse, Console.OpenStandardInput, interruption.Token);
        using InputQueue inputs = new(reader.Read(request.Inputs), input => NameOf(input).Length, interruption.Token);
        OptimizeRun run = new(placement, request.Workers, interruption.Token);
        ResultWriter results = CreateWriter(run, placement, inputs, interruption.Token);
        try
        {
            new OptimizeLoop(run, optimizer, placement, inputs, results).Run();
            results.Complete();
        }
        finally
        {
            results.End();
        }

        return results.Failures == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private ResultWriter CreateWriter(OptimizeRun run, ResultPlacement placement, InputQueue inputs, CancellationToken cancellationToken)
    {
        Stream output = StandardOutput.Open();
        ResultScreen screen = new(errors, new ProgressBar(Terminal.OpenForProgress(request.Shape), () => inputs.Total, () => Terminal.Width, TimeProvider.System));
        return request.WhatIf
            ? new PlannedResults(run, screen, placement, output)
            : new WrittenResults(run, screen, CreateOutput(output, inputs, screen), placement.IsInPlace && !request.Force ? new(screen, cancellationToken) : null);
    }

    private OptimizeOutput CreateOutput(Stream output, InputQueue inputs, ResultScreen screen) => request.Shape == OutputShape.Table
        ? new OptimizedTable(output, screen, NameOf, () => inputs.Total is null ? Math.Max(inputs.LongestName, LeastForNames) : inputs.LongestName)
        : new OptimizedLines(output, request.Shape, screen);

    private string NameOf(MediaInput input) => request.IsSingleFolder ? input.ShortName : input.Shown;
}
