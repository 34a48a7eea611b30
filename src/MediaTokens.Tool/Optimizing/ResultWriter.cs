using MediaTokens.Imaging;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Optimizing;

/// <summary>Takes what came of each input: failures and warnings here, results in the classes below.</summary>
internal abstract class ResultWriter(OptimizeRun run, ResultScreen screen)
{
    /// <summary>The number of inputs that failed.</summary>
    public long Failures { get; private set; }

    /// <summary>Places and writes the results.</summary>
    protected OptimizeRun Run => run;

    /// <summary>Shows failures, warnings and progress.</summary>
    protected ResultScreen Screen => screen;

    /// <summary>Takes an outcome.</summary>
    public void Write(MediaInput input, OptimizeOutcome outcome)
    {
        if (outcome.Failure is not null)
        {
            Fail(input, outcome.Failure);
            return;
        }

        try
        {
            string place = run.Place(outcome);
            foreach (string warning in outcome.Result!.Warnings)
            {
                FlushRows();
                screen.Warn(input.Shown, warning);
            }

            Write(input, outcome, place);
        }
        catch (MediaException exception)
        {
            Fail(input, exception);
        }
    }

    /// <summary>Tells a failure, unless it only says that a file which was found in a folder is no image.</summary>
    public void Fail(MediaInput input, MediaException exception)
    {
        LeaveOut();
        if (input.IsLeftOut(exception, imagesOnly: true))
        {
            return;
        }

        Failures++;
        FlushRows();
        screen.Fail(input.Shown, exception);
    }

    /// <summary>Counts an input that gives no result.</summary>
    public void LeaveOut() => screen.Progress.Add();

    /// <summary>Shows all that is known so far.</summary>
    public void Flush()
    {
        FlushRows();
        screen.Progress.Draw();
    }

    /// <summary>Shows what comes after the last result.</summary>
    public void Complete()
    {
        FlushRows();
        screen.Write(WriteTotals);
    }

    /// <summary>Tells what was written, however it ended, and takes the progress away.</summary>
    public void End()
    {
        FlushRows();
        screen.Progress.Hide();
    }

    /// <summary>Takes a result.</summary>
    /// <exception cref="MediaException">It cannot be written.</exception>
    protected abstract void Write(MediaInput input, OptimizeOutcome outcome, string place);

    /// <summary>Writes rows that were kept back.</summary>
    protected abstract void FlushRows();

    /// <summary>Writes the last line.</summary>
    protected abstract void WriteTotals();
}
