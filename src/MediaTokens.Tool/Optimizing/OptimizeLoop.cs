using MediaTokens.Imaging;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Optimizing;

/// <summary>
/// Feeds the workers with inputs, and has what they made written in the order of the inputs. Only this thread writes, so that
/// no file is half done when the user stops it.
/// </summary>
internal sealed class OptimizeLoop(OptimizeRun run, ImageOptimizer optimizer, ResultPlacement placement, InputQueue inputs, ResultWriter results)
{
    // Failures that wait for one slow image before them.
    private const int MostPending = 1000;

    // How long an input is waited for while a result may come any moment.
    private const int PollMilliseconds = 20;

    private readonly Queue<MediaInput> _pending = [];

    private bool HasRoom => !run.IsFull && _pending.Count < MostPending;

    /// <summary>Works until all is done.</summary>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public void Run()
    {
        while (Step())
        {
        }
    }

    private bool Step()
    {
        while (HasRoom && inputs.TryTake(0, out MediaInput? next))
        {
            Add(next);
        }

        if (TryWrite(wait: false))
        {
            return true;
        }

        // Nothing is ready: the user sees what there is.
        results.Flush();
        if (!HasRoom || inputs.IsComplete)
        {
            return TryWrite(wait: true);
        }

        if (inputs.TryTake(_pending.Count == 0 ? Timeout.Infinite : PollMilliseconds, out MediaInput? input))
        {
            Add(input);
        }

        return true;
    }

    private void Add(MediaInput input)
    {
        switch (input)
        {
            case WalkedInput walked when placement.Holds(walked.Path, walked.Folder.FullPath):
                results.LeaveOut();
                return;
            case WalkedInput walked:
                run.Add(optimizer, walked.Path, walked.Folder.FullPath);
                break;
            case FileInput file:
                run.Add(optimizer, file.Path, walked: null);
                break;
        }

        _pending.Enqueue(input);
    }

    private bool TryWrite(bool wait)
    {
        if (!_pending.TryPeek(out MediaInput? input))
        {
            return false;
        }

        if (input is FailedInput failed)
        {
            results.Fail(input, failed.Exception);
        }
        else if (run.Take(wait) is OptimizeOutcome outcome)
        {
            results.Write(input, outcome);
        }
        else
        {
            return false;
        }

        _pending.Dequeue();
        return true;
    }
}
