using MediaTokens.Tool.Reading;

namespace MediaTokens.Tool.Output;

/// <summary>Writes batches of costs, and the failures between them.</summary>
internal abstract class CostOutput
{
    /// <summary>A format for one worker.</summary>
    public abstract CostFormat CreateFormat();

    /// <summary>Writes a batch.</summary>
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
