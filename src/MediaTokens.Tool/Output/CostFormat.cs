using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Counts each item on every plan that is for it, and puts the costs into the batch in the shape in which they are written later.</summary>
internal abstract class CostFormat(IReadOnlyList<CostPlan> plans) : BatchWork
{
    private readonly Dictionary<MediaType, CostPlan[]> _plans = Enum.GetValues<MediaType>().ToDictionary(media => media, media => CostPlans.For(plans, media).ToArray());

    public sealed override void Add(Batch batch, MediaInput input, in MediaItem item)
    {
        List<(string Model, MediaException Exception)>? refusals = null;
        foreach (CostPlan plan in _plans[item.MediaType])
        {
            try
            {
                Append(batch, input, plan.Count(item));
            }
            catch (MediaException exception) when (plan.IsFromPattern)
            {
                (refusals ??= []).Add((plan.Model, exception));
            }
            catch (MediaException exception)
            {
                batch.Failures.Add(new(Length(batch), input.Shown, exception));
            }
        }

        foreach (MediaException exception in refusals is null ? [] : CostPlans.Join(refusals))
        {
            batch.Failures.Add(new(Length(batch), input.Shown, exception));
        }
    }

    /// <summary>Appends one cost to the batch.</summary>
    protected abstract void Append(Batch batch, MediaInput input, MediaTokenCost cost);
}
