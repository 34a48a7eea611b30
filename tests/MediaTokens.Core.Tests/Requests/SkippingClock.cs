namespace MediaTokens.Core.Tests.Requests;

/// <summary>A clock on which short waits are over at once, and long ones only when the test says so.</summary>
internal sealed class SkippingClock : TimeProvider
{
    /// <summary>What is waited for longer than this is a timeout.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<Alarm> _pending = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>The short waits, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether short waits last until the test ends them too.</summary>
    public bool HoldsAll { get; init; }

    /// <summary>Is done once something waits that the test has to end.</summary>
    public TaskCompletionSource<TimeSpan> Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm = new(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Ends every long wait.</summary>
    public void Elapse()
    {
        Alarm[] due;
        lock (_lock)
        {
            due = [.. _pending];
            _pending.Clear();
        }

        foreach (Alarm alarm in due)
        {
            alarm.Ring();
        }
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        bool isShort = dueTime < Patience;
        lock (_lock)
        {
            _pending.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            if (!isShort || HoldsAll)
            {
                _pending.Add(alarm);
            }

            if (isShort)
            {
                _waits.Add(dueTime);
                _now += HoldsAll ? TimeSpan.Zero : dueTime;
            }
        }

        if (isShort && HoldsAll)
        {
            Held.TrySetResult(dueTime);
        }
        else if (isShort)
        {
            ThreadPool.QueueUserWorkItem(_ => alarm.Ring());
        }
    }

    private void Remove(Alarm alarm)
    {
        lock (_lock)
        {
            _pending.Remove(alarm);
        }
    }

    private sealed class Alarm(SkippingClock clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Ring()
        {
            if (!Volatile.Read(ref _isDisposed))
            {
                callback(state);
            }
        }

        public void Dispose()
        {
            Volatile.Write(ref _isDisposed, true);
            clock.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
