using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Which engine is asked, which one after it, and what a user is told when none can do it.</summary>
public sealed class EngineSetTests : IDisposable
{
    private static readonly PixelSize Half = new(300, 200);

    private readonly ImageBytes _bytes = ImageBytes.Copy([1]);

    [Fact]
    public void The_lowest_rank_is_asked_first_and_no_other_when_it_can()
    {
        FakeEngine slow = new("Slow") { RankOfAll = 2 };
        FakeEngine fast = new("Fast") { RankOfAll = 1 };
        Assert.Equal("Fast", Ask(slow, fast));
        Assert.Empty(slow.Requests);
    }

    [Fact]
    public void An_engine_that_cannot_is_followed_by_the_next_in_rank()
    {
        FakeEngine[] engines =
        [
            new("Fourth") { RankOfAll = 4 },
            new("Third") { RankOfAll = 3, Instead = (_, _) => throw new BadImageFormatException("broken library") },
            new("First") { RankOfAll = 1, Instead = (_, _) => null },
            new("Second") { RankOfAll = 2, Instead = (_, _) => throw new InvalidOperationException("cannot") },
            new("Fifth") { RankOfAll = 5 },
        ];
        Assert.Equal("Fourth", Ask(engines));
        Assert.Empty(engines[4].Requests);
        Assert.All(engines[..4], engine => Assert.Single(engine.Requests));
    }

    [Fact]
    public void An_image_of_another_size_is_freed_and_not_taken()
    {
        FakeEngine wrong = null!;
        wrong = new("Wrong") { RankOfAll = 1, Instead = (_, _) => wrong.Image(new(301, 200)) };
        FakeEngine right = new("Right") { RankOfAll = 2 };
        Assert.Equal("Right", Ask(wrong, right));
        Assert.Equal(0, wrong.Alive);
        Assert.Contains("301x200", Refusal.Of(MediaErrorId.EngineCannot, () => Ask(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_engines_that_read_the_source_and_write_the_first_format_are_asked()
    {
        FakeEngine reader = new("Reader") { RankOfAll = 1, Writes = [MediaFormat.WebP, MediaFormat.Png] };
        FakeEngine writer = new("Writer") { RankOfAll = 2, Reads = [MediaFormat.Png] };
        FakeEngine both = new("Both") { RankOfAll = 3, Reads = [MediaFormat.Jpeg], Writes = [MediaFormat.Jpeg] };
        Assert.Equal("Both", Ask(reader, writer, both));
        Assert.Empty(reader.Requests);
        Assert.Empty(writer.Requests);
    }

    [Fact]
    public void When_none_can_the_reasons_of_all_are_told()
    {
        FakeEngine first = new("First") { RankOfAll = 1, Instead = (_, _) => throw new InvalidOperationException("no arithmetic coding") };
        FakeEngine second = new("Second") { RankOfAll = 2, Instead = (_, _) => null };
        MediaException exception = Refusal.Of(MediaErrorId.EngineCannot, () => Ask(first, second));
        Assert.Contains("First: no arithmetic coding", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Jpeg", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-MediaTokenEngine", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void When_none_is_made_for_it_the_engines_and_the_formats_are_named()
    {
        FakeEngine engine = new("Only") { Reads = [MediaFormat.Png] };
        MediaException exception = Refusal.Of(MediaErrorId.EngineCannot, () => Ask(engine));
        Assert.Contains("Only", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Jpeg", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_is_no_reason_to_ask_the_next_engine()
    {
        using CancellationTokenSource stop = new();
        FakeEngine first = new("First") { RankOfAll = 1, Instead = (_, token) => { stop.Cancel(); token.ThrowIfCancellationRequested(); return null; } };
        FakeEngine second = new("Second") { RankOfAll = 2 };
        Assert.ThrowsAny<OperationCanceledException>(() => Optimizing.Engines(first, second).Resize(Request(), stop.Token));
        Assert.Empty(second.Requests);
    }

    [Fact]
    public void Too_little_memory_is_no_reason_to_ask_the_next_engine()
    {
        FakeEngine first = new("First") { RankOfAll = 1, Instead = (_, _) => throw new InsufficientMemoryException() };
        FakeEngine second = new("Second") { RankOfAll = 2 };
        Assert.Throws<InsufficientMemoryException>(() => Ask(first, second));
        Assert.Empty(second.Requests);
    }

    [Theory]
    [InlineData(EngineChoice.ImageSharp, EngineNames.ImageSharp)]
    [InlineData(EngineChoice.Libvips, EngineNames.Libvips)]
    [InlineData(EngineChoice.LibjpegTurbo, EngineNames.LibjpegTurbo)]
    public void An_engine_that_is_asked_for_is_the_only_one(EngineChoice choice, string name)
    {
        EngineStatus[] found = [.. new[] { EngineNames.Libvips, EngineNames.ImageSharp, EngineNames.LibjpegTurbo }.Select(each => new EngineStatus(each, new FakeEngine(each), null))];
        Assert.Equal(name, EngineSet.Choose(found, choice).Resize(Request(), default).Engine.Name);
    }

    [Fact]
    public void An_engine_that_is_asked_for_and_cannot_be_used_says_why()
    {
        EngineStatus[] found = [new(EngineNames.Libvips, null, "libvips.so.42 is not on this machine."), new(EngineNames.ImageSharp, new FakeEngine(EngineNames.ImageSharp), null)];
        MediaException exception = Refusal.Of(MediaErrorId.NoEngine, () => EngineSet.Choose(found, EngineChoice.Libvips));
        Assert.Contains("libvips.so.42 is not on this machine.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", exception.Message, StringComparison.Ordinal);
        Refusal.Of(MediaErrorId.NoEngine, () => EngineSet.Choose(found, EngineChoice.LibjpegTurbo));
        Assert.Equal(EngineNames.ImageSharp, EngineSet.Choose(found, EngineChoice.Auto).Resize(Request(), default).Engine.Name);
    }

    [Fact]
    public void No_engine_at_all_says_what_to_install()
    {
        foreach (EngineStatus[] found in new EngineStatus[][] { [], [new(EngineNames.Libvips, null, "none")] })
        {
            MediaException exception = Refusal.Of(MediaErrorId.NoEngine, () => EngineSet.Choose(found, EngineChoice.Auto));
            Assert.Contains("libvips42", exception.RecommendedAction, StringComparison.Ordinal);
            Assert.Contains("libturbojpeg0", exception.RecommendedAction, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _bytes.Dispose();

    private ResizeRequest Request() => new(_bytes, new(MediaFormat.Jpeg, new(600, 400)), Half, [MediaFormat.Jpeg, MediaFormat.Png]);

    private string Ask(params FakeEngine[] engines)
    {
        (IImageEngine engine, IResizedImage image) = Optimizing.Engines(engines).Resize(Request(), default);
        using (image)
        {
            Assert.Equal(Half, image.Size);
            return engine.Name;
        }
    }
}
