using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>
/// Makes results on several threads and gives them back in the order of their sources. What is under way is bounded, so
/// memory is too; only the one who takes the results writes files.
/// </summary>
public sealed class OptimizeRun
{
    // Results are small; a few may wait for one slow image before them.
    private const int PerWorker = 4;

    private readonly ResultPlacement _placement;
    private readonly CancellationToken _cancellationToken;
    private readonly TaskFactory<OptimizeResult> _workers;
    private readonly Queue<OptimizeTask> _tasks = [];
    private readonly int _capacity;

    /// <summary>Makes a run.</summary>
    /// <param name="placement">Where results go.</param>
    /// <param name="workers">Images that are decoded at the same time, 1 or more.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public OptimizeRun(ResultPlacement placement, int workers, CancellationToken cancellationToken)
    {
        (_placement, _cancellationToken, _capacity) = (placement, cancellationToken, workers * PerWorker);
        ConcurrentExclusiveSchedulerPair scheduler = new(TaskScheduler.Default, workers);
        _workers = new(cancellationToken, TaskCreationOptions.DenyChildAttach, TaskContinuationOptions.None, scheduler.ConcurrentScheduler);
    }

    /// <summary>Whether a result must be taken before another source can be added.</summary>
    public bool IsFull => _tasks.Count >= _capacity;

    /// <summary>Whether nothing is under way.</summary>
    public bool IsEmpty => _tasks.Count == 0;

    /// <summary>Begins with a source.</summary>
    /// <param name="optimizer">Makes the result.</param>
    /// <param name="source">The source's absolute path.</param>
    /// <param name="walked">The folder below which it was found; null where none was walked.</param>
    public void Add(ImageOptimizer optimizer, string source, string? walked) =>
        _tasks.Enqueue(new(source, walked, _workers.StartNew(() => optimizer.Optimize(source, _cancellationToken))));

    /// <summary>Takes the next result in the order of the sources.</summary>
    /// <param name="wait">Whether to wait for it.</param>
    /// <returns>The outcome; null when nothing is under way, or it is not made yet and waiting was not asked for.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public OptimizeOutcome? Take(bool wait)
    {
        if (!_tasks.TryPeek(out OptimizeTask? next) || (!wait && !next.Work.IsCompleted))
        {
            return null;
        }

        // The wait itself does not throw what the work threw.
        Task.WaitAny([next.Work], _cancellationToken);
        _cancellationToken.ThrowIfCancellationRequested();
        _tasks.Dequeue();
        return next.Work.Exception?.InnerException switch
        {
            null => new(next.Source, next.Walked, next.Work.Result, null),
            MediaException failure => new(next.Source, next.Walked, null, failure),
            Exception other => new(next.Source, next.Walked, null, Unexpected(other)),
        };
    }

    /// <summary>Decides where a result goes.</summary>
    /// <exception cref="MediaException">It must not go there, as <see cref="ResultPlacement.Place"/> tells.</exception>
    public string Place(OptimizeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return _placement.Place(outcome.Source, outcome.Walked, outcome.Result!.Format);
    }

    /// <summary>Writes a result.</summary>
    /// <param name="outcome">The outcome, which has a result.</param>
    /// <param name="place">Where <see cref="Place"/> says.</param>
    /// <exception cref="MediaException">
    /// DestinationUnwritable, DestinationExists or FileChanged; then the source is as it was. A result of another format that
    /// took its place beside a source that cannot be deleted stays.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled, and nothing is written.</exception>
    public OptimizedImage Write(OptimizeOutcome outcome, string place)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        _cancellationToken.ThrowIfCancellationRequested();
        OptimizeResult result = outcome.Result!;
        if (!_placement.IsInPlace)
        {
            ResultFile.Write(place, result.Content, _placement.Force, like: null, () => { });
            return result.At(place);
        }

        string source = RealPath.Of(outcome.Source);
        bool replaces = string.Equals(source, place, RealPath.Comparison);
        if (!replaces || !result.IsUnchanged)
        {
            ResultFile.Write(place, result.Content, replaces, like: source, () => RefuseChanged(source, result));
        }

        if (!replaces)
        {
            // The result has another name, since it has another format. It is on the disk by now.
            ResultFile.Delete(source);
        }

        return result.At(place);
    }

    private static void RefuseChanged(string source, OptimizeResult result)
    {
        if (FileStamp.Of(source) != result.Stamp)
        {
            throw new MediaException(
                MediaErrorId.FileChanged,
                "Another program changed it meanwhile, so it was left as it is.",
                "Wait until the other program is done with the file, and try again.");
        }
    }

    private static MediaException Unexpected(Exception exception) => exception is OutOfMemoryException
        ? new(MediaErrorId.TooManyPixels, "There is not enough memory to decode it.", "Lower -ThrottleLimit, or make a smaller copy with an image editor first.", exception)
        : new(MediaErrorId.EngineCannot, $"It could not be made: {exception.Message}", "Try another -Engine.", exception);

    private sealed record OptimizeTask(string Source, string? Walked, Task<OptimizeResult> Work);
}

/// <summary>What came of one source.</summary>
/// <param name="Source">The source's absolute path.</param>
/// <param name="Walked">The folder below which it was found; null where none was walked.</param>
/// <param name="Result">The result, not yet written; null where it failed.</param>
/// <param name="Failure">Why it failed; null where it did not.</param>
public sealed record OptimizeOutcome(string Source, string? Walked, OptimizeResult? Result, MediaException? Failure);
