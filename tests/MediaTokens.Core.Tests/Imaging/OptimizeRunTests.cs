using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Many sources on several threads: their order, their number, their failures, and their end.</summary>
public sealed class OptimizeRunTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Optimizing _make = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task Results_come_in_the_order_of_their_sources_whatever_the_order_of_the_workers()
    {
        // The first one ends after all others.
        using CountdownEvent others = new(7);
        FakeEngine engine = Engine(request =>
        {
            if (request.Header.Size.Width == 1000)
            {
                Assert.True(others.Wait(Patience));
            }
            else
            {
                others.Signal();
            }
        });
        OptimizeRun run = Run(workers: 2);
        ImageOptimizer optimizer = Optimizer(engine);
        string[] sources = [.. Enumerable.Range(0, 8).Select(i => Source(1000 + i))];
        Array.ForEach(sources, source => run.Add(optimizer, source, walked: null));
        Assert.Null(run.Take(wait: false));
        Assert.Equal(sources, await Task.Run(() => TakeAll(run).Select(outcome => outcome.Source)).WaitAsync(Patience));
        Assert.True(run.IsEmpty);
        Assert.Null(run.Take(wait: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Never_more_workers_than_allowed_are_at_work(int workers)
    {
        int now = 0;
        int most = 0;
        using Barrier together = new(workers);
        FakeEngine engine = Engine(_ =>
        {
            int count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);

            // All of them meet here: so many do work at the same time.
            Assert.True(together.SignalAndWait(Patience));
            Thread.Sleep(2);
            Interlocked.Decrement(ref now);
        });
        OptimizeRun run = Run(workers);
        ImageOptimizer optimizer = Optimizer(engine);
        for (int i = 0; i < workers * 4; i++)
        {
            run.Add(optimizer, Source(1000), walked: null);
        }

        IReadOnlyList<OptimizeOutcome> outcomes = await Task.Run(() => TakeAll(run)).WaitAsync(Patience);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.Equal(workers, most);
    }

    [Fact]
    public void What_is_under_way_is_bounded()
    {
        OptimizeRun run = Run(workers: 2);
        ImageOptimizer optimizer = Optimizer(Engine(_ => { }));
        string source = Source(1000);
        int added = 0;
        while (!run.IsFull)
        {
            run.Add(optimizer, source, walked: null);
            Assert.True(++added <= 16);
        }

        Assert.InRange(added, 2, 16);
        Assert.NotNull(run.Take(wait: true));
        Assert.False(run.IsFull);
    }

    [Fact]
    public void Failures_come_in_their_places_and_the_others_go_on()
    {
        FakeEngine engine = Engine(request =>
        {
            Exception? failure = request.Header.Size.Width switch
            {
                1001 => new MediaException(MediaErrorId.CorruptPixels, "bad", "none"),
                1002 => new InsufficientMemoryException(),
                _ => null,
            };
            if (failure is not null)
            {
                throw failure;
            }
        });
        OptimizeRun run = Run(workers: 2);
        ImageOptimizer optimizer = Optimizer(engine);
        foreach (string source in new[] { Source(1000), Source(1001), _make.Scratch.At("none.jpg"), Source(1002), Source(1003) })
        {
            run.Add(optimizer, source, walked: _make.Scratch.Root);
        }

        IReadOnlyList<OptimizeOutcome> outcomes = TakeAll(run);
        Assert.Equal(
            [null, MediaErrorId.CorruptPixels, MediaErrorId.FileNotFound, MediaErrorId.TooManyPixels, null],
            outcomes.Select(outcome => outcome.Failure?.Id));
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Failure is null, outcome.Result is not null));
        Assert.All(outcomes, outcome => Assert.Equal(_make.Scratch.Root, outcome.Walked));
    }

    [Fact]
    public void An_engine_that_gives_up_by_itself_is_a_failure_of_one_file()
    {
        OptimizeRun run = Run(workers: 1);
        run.Add(Optimizer(Engine(_ => throw new TaskCanceledException("its own time ran out"))), Source(1000), walked: null);
        Assert.Equal(MediaErrorId.EngineCannot, run.Take(wait: true)!.Failure!.Id);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_whatever_the_engine_does()
    {
        using ManualResetEventSlim release = new();
        using ManualResetEventSlim started = new();
        OptimizeRun run = Run(workers: 1);
        run.Add(
            Optimizer(Engine(_ =>
            {
                started.Set();
                release.Wait(Patience);
            })),
            Source(1000),
            walked: null);
        Task<OptimizeOutcome?> taking = Task.Run(() => run.Take(wait: true));
        Assert.True(started.Wait(Patience));
        await _stop.CancelAsync();

        // The engine is still at work: it waits for what comes below.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking.WaitAsync(Patience));
        release.Set();
    }

    [Fact]
    public void After_cancellation_nothing_is_taken_begun_or_written()
    {
        FakeEngine engine = Engine(_ => { });
        OptimizeRun run = Run(workers: 1, ResultPlacement.At(_make.Scratch.At("upload"), force: false));
        string source = Source(1000);
        run.Add(Optimizer(engine), source, walked: null);
        OptimizeOutcome outcome = run.Take(wait: true)!;
        string place = run.Place(outcome);
        run.Add(Optimizer(engine), source, walked: null);
        _stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => run.Write(outcome, place));
        Assert.ThrowsAny<OperationCanceledException>(() => run.Take(wait: true));
        Assert.Equal([Path.GetFileName(source)], _make.Scratch.Files);
    }

    [Fact]
    public void A_run_leaves_no_image_in_memory_and_writes_each_result_once()
    {
        FakeEngine engine = Engine(_ => { });
        OptimizeRun run = Run(workers: 3, ResultPlacement.At(_make.Scratch.At("upload"), force: false));
        ImageOptimizer optimizer = Optimizer(engine);
        List<OptimizedImage> written = [];
        for (int i = 0; i < 40; i++)
        {
            if (run.IsFull)
            {
                written.Add(Write(run, run.Take(wait: true)!));
            }

            run.Add(optimizer, Source(1000 + i), walked: null);
        }

        written.AddRange(TakeAll(run).Select(outcome => Write(run, outcome)));
        Assert.Equal(Enumerable.Range(1000, 40), written.Select(image => image.SourceWidth));
        Assert.All(written, image => Assert.Equal(image.Bytes, new FileInfo(image.Path).Length));
        Assert.All(written, image => Assert.True(image.Duration > TimeSpan.Zero));
        Assert.Equal(0, engine.Alive);
        Assert.Equal(80, _make.Scratch.Files.Count);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _make.Dispose();
    }

    private static List<OptimizeOutcome> TakeAll(OptimizeRun run)
    {
        List<OptimizeOutcome> outcomes = [];
        while (run.Take(wait: true) is OptimizeOutcome outcome)
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private static OptimizedImage Write(OptimizeRun run, OptimizeOutcome outcome) => run.Write(outcome, run.Place(outcome));

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }

    private static ImageOptimizer Optimizer(FakeEngine engine) => new(Optimizing.For(), Optimizing.Engines(engine));

    private static FakeEngine Engine(Action<ResizeRequest> work)
    {
        FakeEngine engine = null!;
        engine = new()
        {
            Instead = (request, _) =>
            {
                work(request);
                return engine.Image(request.Size);
            },
        };
        return engine;
    }

    private OptimizeRun Run(int workers, ResultPlacement? placement = null) => new(placement ?? ResultPlacement.InPlace(force: false), workers, _stop.Token);

    private string Source(int width) => _make.Source(size: new(width, 1000));
}
