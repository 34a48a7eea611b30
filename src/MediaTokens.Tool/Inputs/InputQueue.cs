using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace MediaTokens.Tool.Inputs;

/// <summary>
/// Finds the inputs on a thread of its own, so that neither a slow producer nor a large folder holds up the results. How far
/// it looks ahead is bounded; when it has seen all, the total is known.
/// </summary>
internal sealed class InputQueue : IDisposable
{
    private const int Capacity = 10_000;

    private readonly BlockingCollection<MediaInput> _inputs = new(Capacity);
    private readonly IEnumerable<MediaInput?> _source;
    private readonly Func<MediaInput, int> _measure;
    private readonly CancellationToken _cancellationToken;
    private volatile Exception? _failure;
    private volatile int _longestName;
    private int _count;

    /// <param name="source">The inputs; null before one that must be waited for.</param>
    /// <param name="measure">Measures the name of an input, in characters.</param>
    /// <param name="cancellationToken">Ends every wait.</param>
    public InputQueue(IEnumerable<MediaInput?> source, Func<MediaInput, int> measure, CancellationToken cancellationToken)
    {
        (_source, _measure, _cancellationToken) = (source, measure, cancellationToken);
        new Thread(Fill) { Name = "inputs", IsBackground = true }.Start();
    }

    /// <summary>The number of all inputs; null as long as there may be more.</summary>
    public int? Total => _inputs.IsAddingCompleted ? Volatile.Read(ref _count) : null;

    /// <summary>The length of the longest name so far, in characters.</summary>
    public int LongestName => _longestName;

    /// <summary>Whether all inputs were taken.</summary>
    /// <exception cref="InvalidOperationException">The inputs could not be read to their end.</exception>
    public bool IsComplete => _inputs.IsCompleted && (_failure is null ? true : throw new InvalidOperationException(_failure.Message, _failure));

    /// <summary>Takes the next input.</summary>
    /// <param name="patience">Milliseconds to wait for it.</param>
    /// <param name="input">The input.</param>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public bool TryTake(int patience, [NotNullWhen(true)] out MediaInput? input) => _inputs.TryTake(out input, patience, _cancellationToken);

    public void Dispose() => _inputs.Dispose();

    private void Fill()
    {
        try
        {
            AddAll();
            _inputs.CompleteAdding();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The one who takes has left, or ends in the same way.
        }
    }

    private void AddAll()
    {
        try
        {
            foreach (MediaInput? input in _source)
            {
                if (input is not null)
                {
                    _longestName = Math.Max(_longestName, _measure(input));
                    _inputs.Add(input, _cancellationToken);
                    _count++;
                }
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ObjectDisposedException))
        {
            _failure = exception;
        }
    }
}
