using System.Diagnostics;
using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Imaging;
using MediaTokens.Planning;

namespace MediaTokens.Commands;

/// <summary>
/// Feeds the workers from the pipeline, and writes what they made in the order of the input: files, objects, errors,
/// warnings and progress. All of it happens on the pipeline's own thread.
/// </summary>
internal sealed class OptimizePipeline(PSCmdlet cmdlet, ResultPlacement placement, int workers, CancellationToken cancellationToken)
{
    // What comes after a longer pause comes from a slow producer, whose results are not held back until the next one comes.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly OptimizeRun _run = new(placement, workers, cancellationToken);
    private readonly OptimizeProgress _progress = new(cmdlet);
    private readonly InPlaceQuestion _question = new(cmdlet);
    private long _left = Stopwatch.GetTimestamp();
    private bool _isSlow;

    /// <summary>Where results go.</summary>
    public ResultPlacement Placement => placement;

    /// <summary>Tells that the producer gave something.</summary>
    public void BeginRecord() => _isSlow = Stopwatch.GetElapsedTime(_left) > Pause;

    /// <summary>Begins with a file, and writes what is ready.</summary>
    public void Add(ImageOptimizer optimizer, string source, string? walked) => Quietly(() =>
    {
        Emit(_run.IsFull);
        _run.Add(optimizer, source, walked);
        while (Emit(wait: false))
        {
        }
    });

    /// <summary>Tells that the producer is asked for more.</summary>
    public void EndRecord()
    {
        if (_isSlow)
        {
            Drain();
        }

        _left = Stopwatch.GetTimestamp();
    }

    /// <summary>Writes all that is left.</summary>
    public void Complete()
    {
        Drain();
        _progress.Complete();
    }

    private void Drain() => Quietly(() =>
    {
        while (Emit(wait: true))
        {
        }
    });

    // A pipeline that is stopped ends without a word.
    private void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private bool Emit(bool wait)
    {
        if (_run.Take(wait) is not OptimizeOutcome outcome)
        {
            return false;
        }

        try
        {
            Emit(outcome.Failure is null ? outcome : throw outcome.Failure);
        }
        catch (MediaException exception)
        {
            WriteFailure(outcome, exception);
        }

        return true;
    }

    private void Emit(OptimizeOutcome outcome)
    {
        OptimizeResult result = outcome.Result!;
        string place = _run.Place(outcome);
        foreach (string warning in result.Warnings)
        {
            cmdlet.WriteWarning($"{outcome.Source}: {warning}");
        }

        foreach (string remark in result.Remarks)
        {
            cmdlet.WriteVerbose($"{outcome.Source}: {remark}");
        }

        string action = $"Write {result.Size} {result.Format}, {result.Length} bytes";
        bool stays = result.IsUnchanged && place == outcome.Source;
        if (placement.IsInPlace && !stays ? _question.Ask(place, action) : cmdlet.ShouldProcess(place, stays ? "Leave it as it is" : action))
        {
            OptimizedImage written = _run.Write(outcome, place);
            cmdlet.WriteObject(written);
            _progress.Add(written);
        }
    }

    private void WriteFailure(OptimizeOutcome outcome, MediaException exception)
    {
        if (outcome.Walked is not null && MediaFiles.IsLeftOut(outcome.Source, exception, imagesOnly: true))
        {
            cmdlet.WriteVerbose($"Left out '{outcome.Source}': {exception.Message}");
            return;
        }

        cmdlet.WriteError(ErrorRecords.ForFile(exception, outcome.Source));
    }
}
