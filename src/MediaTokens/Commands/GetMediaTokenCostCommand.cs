using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>Gets what each image, video and PDF document costs in tokens and in money on each model asked for, with the working shown.</summary>
[Cmdlet(VerbsCommon.Get, "MediaTokenCost", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MediaTokenCost))]
public sealed class GetMediaTokenCostCommand : CountingCommandBase
{
    // By the setting of the part, which is the only one that may differ from record to record.
    private readonly Dictionary<PartMediaResolution, IReadOnlyList<CostPlan>> _plans = [];

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

    /// <summary>The input fidelity of OpenAI's image models.</summary>
    [Parameter]
    public InputFidelity? InputFidelity { get; set; }

    /// <inheritdoc/>
    protected override string DefaultModel => ModelSelector.DefaultModel;

    /// <inheritdoc/>
    protected override void Count(MediaItem item, Func<MediaException, string, ErrorRecord> toRecord, string target)
    {
        List<(string Model, MediaException Exception)>? refusals = null;
        foreach (CostPlan plan in CostPlans.For(Plans(), item.MediaType))
        {
            try
            {
                WriteObject(plan.Count(item));
            }
            catch (MediaException exception) when (plan.IsFromPattern)
            {
                (refusals ??= []).Add((plan.Model, exception));
            }
            catch (MediaException exception)
            {
                WriteError(toRecord(exception, target));
            }
        }

        foreach (MediaException exception in refusals is null ? [] : CostPlans.Join(refusals))
        {
            WriteError(toRecord(exception, target));
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<CostPlan> Plans()
    {
        PartMediaResolution part = PartMediaResolution ?? Rules.PartMediaResolution.Unspecified;
        if (!_plans.TryGetValue(part, out IReadOnlyList<CostPlan>? plans))
        {
            CostSettings settings = Settings with
            {
                Detail = Detail,
                MediaResolution = MediaResolution,
                PartMediaResolution = PartMediaResolution,
                InputFidelity = InputFidelity,
            };
            plans = CostPlans.Create(Models, settings, (model, exception) => WriteError(ErrorRecords.Create(exception, model)));
            _plans.Add(part, plans);
        }

        return plans;
    }
}
