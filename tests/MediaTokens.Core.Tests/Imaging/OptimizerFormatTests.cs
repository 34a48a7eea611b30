using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>The format of a result: told by its pixels where it is open, and never by a name.</summary>
public sealed class OptimizerFormatTests : IDisposable
{
    private static readonly PixelSize Large = new(2000, 2000);

    private readonly Optimizing _make = new();

    [Theory]
    [InlineData(0.59, 900, "Jpeg")]
    [InlineData(0.60, 900, "Png")]
    [InlineData(0.60, 1_200, "Png")]
    [InlineData(0.60, 1_201, "Jpeg")]
    [InlineData(1.00, 1_201, "Jpeg")]
    public void Flat_pixels_give_png_where_it_is_at_most_a_fifth_longer_than_jpeg(double flat, int png, string expected)
    {
        FakeEngine engine = Engine(flat, jpeg: 1_000, png);
        foreach (MediaFormat source in new[] { MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP })
        {
            OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(source, Large), engine);
            Assert.Equal(expected, image.Format);
            Assert.Equal(expected == "Png" ? null : 85, image.Quality);
        }
    }

    [Fact]
    public void Photographs_are_not_even_tried_as_png()
    {
        FakeEngine engine = Engine(0.3, jpeg: 1_000, png: 10);
        _make.Of(Optimizing.For(), _make.Source(size: Large), engine);
        Assert.Equal(["Jpeg 85"], engine.Written);
    }

    [Fact]
    public void Transparency_gives_png_however_long_it_is()
    {
        FakeEngine engine = new() { Pixels = new() { HasTransparency = true, FlatShare = 0, Length = FakePixels.Lengths(jpeg: 10, png: 9_000) } };
        OptimizeResult result = Optimizing.Make(Optimizing.For(), _make.Source(MediaFormat.Png, Large), engine);
        Assert.Equal(MediaFormat.Png, result.Format);
        Assert.Empty(result.Remarks);
        Assert.Equal(["Png"], engine.Written);
    }

    [Theory]
    [InlineData(OutputFormat.Jpeg, "Jpeg", 85)]
    [InlineData(OutputFormat.Png, "Png", null)]
    [InlineData(OutputFormat.WebP, "WebP", 85)]
    public void A_format_that_is_asked_for_is_given_whatever_the_pixels(OutputFormat format, string expected, int? quality)
    {
        foreach (double flat in new[] { 0.1, 0.9 })
        {
            FakeEngine engine = Engine(flat, jpeg: 1_000, png: 1_000, webP: 1_000);
            foreach (MediaFormat source in new[] { MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP })
            {
                OptimizedImage image = _make.Of(Optimizing.For() with { Format = format }, _make.Source(source, Optimizing.Small, 900), engine);
                Assert.Equal(expected, image.Format);
                Assert.True(image.Action == "Copied" || image.Quality == quality);
            }
        }
    }

    [Theory]
    [InlineData(OutputFormat.Jpeg, true)]
    [InlineData(OutputFormat.Png, false)]
    [InlineData(OutputFormat.WebP, false)]
    public void Transparency_that_is_lost_is_told(OutputFormat format, bool isLost)
    {
        FakeEngine engine = new() { Pixels = new() { HasTransparency = true } };
        OptimizeResult result = Optimizing.Make(Optimizing.For() with { Format = format }, _make.Source(MediaFormat.Png, Large), engine);
        Assert.Equal(isLost ? 1 : 0, result.Remarks.Count);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Flat_pixels_of_an_engine_that_writes_no_png_go_to_one_that_does()
    {
        FakeEngine first = Engine(0.9, jpeg: 1_000, png: 1, "First", [MediaFormat.Jpeg], rank: 1);
        FakeEngine second = Engine(0.9, jpeg: 1_000, png: 1_100, "Second", rank: 2);
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(size: Large), first, second);
        Assert.Equal(("Png", "Second"), (image.Format, image.Engine));
        Assert.Empty(first.Written);
    }

    [Fact]
    public void Flat_pixels_are_written_as_jpeg_where_no_engine_writes_png()
    {
        FakeEngine first = Engine(0.9, jpeg: 1_000, png: 1, "First", [MediaFormat.Jpeg], rank: 1);
        FakeEngine other = Engine(0.9, jpeg: 1_000, png: 1, "Other", reads: [MediaFormat.Png], rank: 2);
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(size: Large), first, other);
        Assert.Equal(("Jpeg", "First"), (image.Format, image.Engine));
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Flat_pixels_are_written_as_jpeg_where_the_engine_that_writes_png_cannot_read_them(bool throws)
    {
        FakeEngine first = Engine(0.9, jpeg: 1_000, png: 1, "First", [MediaFormat.Jpeg], rank: 1);
        FakeEngine second = new("Second") { RankOfAll = 2, Instead = (_, _) => throws ? throw new InvalidOperationException("no") : null };
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(size: Large), first, second);
        Assert.Equal(("Jpeg", "First"), (image.Format, image.Engine));
        Assert.Single(second.Requests);
    }

    [Fact]
    public void Damage_that_the_engine_that_writes_png_finds_is_told()
    {
        FakeEngine first = Engine(0.9, jpeg: 1_000, png: 1, "First", [MediaFormat.Jpeg], rank: 1);
        FakeEngine second = new("Second") { RankOfAll = 2, Instead = (_, _) => throw new MediaException(MediaErrorId.CorruptPixels, "bad", "none") };
        Refusal.Of(MediaErrorId.CorruptPixels, () => _make.Of(Optimizing.For(), _make.Source(size: Large), first, second));
        Assert.Equal(0, first.Alive);
    }

    [Fact]
    public void A_name_decides_nothing()
    {
        string source = _make.Scratch.Put("really-a-photo.png", File.ReadAllBytes(_make.Source(size: Large)));
        Assert.Equal("Jpeg", _make.Of(Optimizing.For(), source, Engine(0.1, jpeg: 1_000, png: 1)).Format);
    }

    [Fact]
    public void An_engines_remark_is_a_warning()
    {
        FakeEngine engine = new() { Pixels = new() { Remark = "Its colours are approximate." } };
        Assert.Equal(["Its colours are approximate."], Optimizing.Make(Optimizing.For(), _make.Source(size: Large), engine).Warnings);
    }

    public void Dispose() => _make.Dispose();

    private static FakeEngine Engine(
        double flat, int jpeg, int png, string name = "Fake", MediaFormat[]? writes = null, MediaFormat[]? reads = null, int rank = 1, int webP = 1_000)
    {
        FakeEngine usual = new();
        return new(name)
        {
            RankOfAll = rank,
            Writes = writes ?? usual.Writes,
            Reads = reads ?? usual.Reads,
            Pixels = new() { FlatShare = flat, Length = FakePixels.Lengths(jpeg, png, webP) },
        };
    }
}
