namespace MediaTokens.Tool.Reading;

/// <summary>Hands batches from the one who fills them to the workers, and from these in the old order to the one who writes them.</summary>
/// <param name="capacity">Batches in all, which bounds how far is read ahead.</param>
/// <param name="cancellationToken">Ends every wait.</param>
internal sealed class BatchQueue(int capacity, CancellationToken cancellationToken) : IDisposable
{
    private readonly object _lock = new();
    private readonly Queue<Batch> _waiting = [];
    private readonly Queue<Batch> _inOrder = [];
    private readonly Stack<Batch> _free = [];
    private CancellationTokenRegistration _registration;
    private int _created;
    private bool _isComplete;
    private Exception? _failure;

    /// <summary>Wakes every wait when the work is cancelled.</summary>
    public void Start() => _registration = cancellationToken.Register(Wake);

    /// <summary>An empty batch to fill, as soon as one is free.</summary>
    public Batch Rent()
    {
        lock (_lock)
        {
            WaitUntil(() => _free.Count > 0 || _created < capacity);
            return _free.TryPop(out Batch? batch) ? batch : Create();
        }
    }

    /// <summary>Puts a filled batch to the end.</summary>
    public void Add(Batch batch)
    {
        lock (_lock)
        {
            _waiting.Enqueue(batch);
            _inOrder.Enqueue(batch);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Tells that no batch follows.</summary>
    /// <param name="failure">Why, if not because everything is done.</param>
    public void Complete(Exception? failure)
    {
        lock (_lock)
        {
            (_isComplete, _failure) = (true, _failure ?? failure);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>The next batch to work on; null when none follows.</summary>
    public Batch? TakeWork()
    {
        lock (_lock)
        {
            WaitUntil(() => _waiting.Count > 0 || _isComplete);
            return _waiting.TryDequeue(out Batch? batch) ? batch : null;
        }
    }

    /// <summary>Tells that a batch can be written.</summary>
    public void MarkDone(Batch batch)
    {
        lock (_lock)
        {
            batch.IsDone = true;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>The next batch to write, in the order in which they were added; null when none follows.</summary>
    /// <param name="patience">Milliseconds until <paramref name="onIdle"/> is called, once.</param>
    /// <param name="onIdle">What to do while the input is slow.</param>
    public Batch? TakeDone(int patience, Action onIdle)
    {
        if (!TryTakeDone(patience, out Batch? batch))
        {
            onIdle();
            TryTakeDone(Timeout.Infinite, out batch);
        }

        return batch;
    }

    /// <summary>Gives a batch back that is written.</summary>
    public void Return(Batch batch)
    {
        batch.Clear();
        lock (_lock)
        {
            _free.Push(batch);
            Monitor.PulseAll(_lock);
        }
    }

    public void Dispose() => _registration.Dispose();

    private bool TryTakeDone(int patience, out Batch? batch)
    {
        lock (_lock)
        {
            batch = null;
            if (!WaitUntil(() => _failure is not null || (_inOrder.TryPeek(out Batch? next) ? next.IsDone : _isComplete), patience))
            {
                return false;
            }

            if (_failure is not null)
            {
                throw new InvalidOperationException(_failure.Message, _failure);
            }

            _inOrder.TryDequeue(out batch);
            return true;
        }
    }

    private bool WaitUntil(Func<bool> condition, int patience = Timeout.Infinite)
    {
        while (!condition())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Monitor.Wait(_lock, patience))
            {
                return condition();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return true;
    }

    private Batch Create()
    {
        _created++;
        return new();
    }

    private void Wake()
    {
        lock (_lock)
        {
            Monitor.PulseAll(_lock);
        }
    }
}
