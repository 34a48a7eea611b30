using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Puts costs into a batch, in the shape in which they are written later. Each worker has one of its own.</summary>
internal abstract class CostFormat
{
    /// <summary>Appends one cost to the batch.</summary>
    public abstract void Append(Batch batch, MediaInput input, MediaTokenCost cost);

    /// <summary>How much of the batch's output is there.</summary>
    public abstract int Length(Batch batch);
}
