using System.Diagnostics;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>What is refused before any pixel is decoded, and what is taken only when that is asked for.</summary>
public sealed class OptimizerRefusalTests : IDisposable
{
    private static readonly PixelSize Large = new(2000, 1000);

    private readonly Optimizing _make = new();
    private readonly FakeEngine _engine = new();

    [Theory]
    [InlineData(MediaFormat.Jpeg, 65_500, 65_500)]
    [InlineData(MediaFormat.Png, 100_000, 100_000)]
    [InlineData(MediaFormat.Png, int.MaxValue, int.MaxValue)]
    [InlineData(MediaFormat.Png, 1, OptimizeOptions.DefaultMaxPixels + 1)]
    public void A_size_that_no_memory_holds_is_refused_by_its_header(MediaFormat format, int width, long height)
    {
        string source = _make.Source(format, new(width, (int)height), 0);
        MediaException exception = Refusal.Of(MediaErrorId.TooManyPixels, () => _make.Of(Optimizing.For(), source, _engine));
        Assert.Contains($"{(long)width * height}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("-MaxPixels", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public void A_bomb_is_refused_before_its_file_is_read()
    {
        // A file longer than can be read at all, of which only the header is there.
        string source = _make.Scratch.Put("bomb.png", Picture.Of(MediaFormat.Png, new(100_000, 100_000), 0));
        using (FileStream file = new(source, FileMode.Open, FileAccess.Write))
        {
            file.SetLength(ImageBytes.MaximumLength + 1L);
        }

        Refusal.Of(MediaErrorId.TooManyPixels, () => _make.Of(Optimizing.For(), source, _engine));
    }

    [Fact]
    public void The_limit_is_the_last_size_that_is_taken()
    {
        string source = _make.Source(MediaFormat.Png, new(100, 100));
        Assert.Equal("100x100", _make.Of(Optimizing.For() with { MaxPixels = 10_000 }, source, _engine).Size);
        Refusal.Of(MediaErrorId.TooManyPixels, () => _make.Of(Optimizing.For() with { MaxPixels = 9_999 }, source, _engine));
    }

    [Theory]
    [InlineData(MediaFormat.Jpeg)]
    [InlineData(MediaFormat.Png)]
    [InlineData(MediaFormat.WebP)]
    public void A_file_that_ends_in_the_middle_is_refused_unless_a_part_is_allowed(MediaFormat format)
    {
        string source = _make.Scratch.Put("cut", File.ReadAllBytes(_make.Source(format, Large))[..5_000]);
        Refusal.Of(MediaErrorId.CorruptPixels, () => _make.Of(Optimizing.For(), source, _engine));
        Assert.Empty(_engine.Requests);
        OptimizeResult result = Optimizing.Make(Optimizing.For() with { AllowPartial = true }, source, _engine);
        Assert.Contains("damaged", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.True(Assert.Single(_engine.Requests).AllowPartial);
    }

    [Fact]
    public void A_damaged_image_is_not_copied_even_if_a_part_is_allowed()
    {
        string source = _make.Scratch.Put("cut", File.ReadAllBytes(_make.Source())[..5_000]);
        FakeEngine engine = new() { Pixels = new() { Length = (_, _, _) => 4_900 } };
        Assert.Equal("Reencoded", _make.Of(Optimizing.For() with { AllowPartial = true }, source, engine).Action);
    }

    [Fact]
    public void Damage_that_the_engine_finds_ends_the_work_and_no_other_engine_is_asked()
    {
        FakeEngine first = new("First") { RankOfAll = 1, Instead = (_, _) => throw new MediaException(MediaErrorId.CorruptPixels, "It is damaged.", "Get another.") };
        Refusal.Of(MediaErrorId.CorruptPixels, () => _make.Of(Optimizing.For(), _make.Source(size: Large), first, _engine));
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public void Pixels_that_an_engine_filled_in_are_told()
    {
        FakeEngine engine = new() { Pixels = new() { IsPartial = true } };
        OptimizeResult result = Optimizing.Make(Optimizing.For() with { AllowPartial = true }, _make.Source(size: Large), engine);
        Assert.Contains("damaged", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_images_are_refused_under_their_own_ids()
    {
        foreach ((string name, MediaErrorId id) in TestMedia.Bad)
        {
            Refusal.Of(id, () => _make.Of(Optimizing.For(), TestMedia.FullPath($"bad/{name}"), _engine));
        }

        Refusal.Of(MediaErrorId.FileNotFound, () => _make.Of(Optimizing.For(), _make.Scratch.At("none.jpg"), _engine));
        Refusal.Of(MediaErrorId.PathIsDirectory, () => _make.Of(Optimizing.For(), _make.Scratch.Folder("x.jpg"), _engine));
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_refused_as_the_reader_of_headers_does()
    {
        Refusal.Of(MediaErrorId.InvalidPath, () => _make.Of(Optimizing.For(), _make.Scratch.At("a\0b.jpg"), _engine));
        if (!OperatingSystem.IsWindows())
        {
            Refusal.Of(MediaErrorId.InvalidPath, () => _make.Of(Optimizing.For(), _make.Scratch.At(new string('x', 300)), _engine));
        }

        if (_make.Scratch.TryLink("a.jpg", "b.jpg") && _make.Scratch.TryLink("b.jpg", "a.jpg"))
        {
            Refusal.Of(MediaErrorId.FileUnreadable, () => _make.Of(Optimizing.For(), _make.Scratch.At("a.jpg"), _engine));
        }
    }

    [Fact]
    public async Task A_pipe_is_refused_without_waiting_for_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process process = Process.Start("mkfifo", [_make.Scratch.At("pipe.jpg")]);
        await process.WaitForExitAsync();
        Task<MediaException> refusal = Task.Run(() => Refusal.Of(MediaErrorId.NotRegularFile, () => _make.Of(Optimizing.For(), _make.Scratch.At("pipe.jpg"), _engine)));
        await refusal.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Tokens_that_cannot_be_met_are_refused_before_any_pixel()
    {
        OptimizeOptions options = Optimizing.For() with { Size = new() { MaxTokens = 10 } };
        Refusal.Of(MediaErrorId.MaxTokensTooLow, () => _make.Of(options, _make.Source(), _engine));
        Assert.Empty(_engine.Requests);
    }

    [Fact]
    public void A_setting_that_the_model_does_not_have_is_refused_at_once()
    {
        OptimizeOptions options = Optimizing.For() with { Settings = new() { MediaResolution = MediaResolution.High } };
        Refusal.Of(MediaErrorId.SettingNotSupported, () => new ImageOptimizer(options, Optimizing.Engines(_engine)));
    }

    [Fact]
    public void A_model_whose_tokens_do_not_follow_the_size_says_what_saves_them()
    {
        Assert.Contains("media resolution", new ImageOptimizer(Optimizing.For("gemini-3.1-pro-preview"), Optimizing.Engines(_engine)).Advice, StringComparison.Ordinal);
        Assert.Null(new ImageOptimizer(Optimizing.For(), Optimizing.Engines(_engine)).Advice);
    }

    [Fact]
    public void Cancellation_ends_the_work_before_an_engine_and_within_one()
    {
        using CancellationTokenSource stop = new();
        FakeEngine engine = new()
        {
            Instead = (_, token) =>
            {
                stop.Cancel();
                token.ThrowIfCancellationRequested();
                return null;
            },
        };
        ImageOptimizer optimizer = new(Optimizing.For(), Optimizing.Engines(engine));
        string source = _make.Source(size: Large, extra: Jpeg.Xmp());
        Assert.ThrowsAny<OperationCanceledException>(() => optimizer.Optimize(source, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => optimizer.Optimize(source, stop.Token));
        Assert.Single(engine.Requests);
    }

    public void Dispose() => _make.Dispose();
}
