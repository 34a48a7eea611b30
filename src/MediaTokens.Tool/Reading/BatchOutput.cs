using MediaTokens.Planning;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Reading;

/// <summary>Takes batches in the order of their inputs, with the failures between what else came of them.</summary>
internal abstract class BatchOutput
{
    /// <summary>What one worker does with the items that it reads.</summary>
    public abstract BatchWork CreateWork();

    /// <summary>Takes a batch.</summary>
    public abstract void Write(Batch batch);

    /// <summary>Writes what was kept back, since the input is slow.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Writes what comes after the last batch.</summary>
    /// <param name="failures">How many inputs failed, counted once for each model that refused one.</param>
    public virtual void Complete(long failures)
    {
    }
}

/// <summary>Puts what comes of an item into a batch. Each worker has one of its own.</summary>
internal abstract class BatchWork
{
    /// <summary>Appends what comes of an item.</summary>
    public abstract void Add(Batch batch, MediaInput input, in MediaItem item);

    /// <summary>How much of the batch's output is there.</summary>
    public abstract int Length(Batch batch);
}
