using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>The bytes of a result: the highest quality that fits, then the largest size, and never more than the source at its size.</summary>
public sealed class OptimizerBytesTests : IDisposable
{
    private static readonly PixelSize Large = new(3000, 1500);

    private readonly Optimizing _make = new();

    [Theory]
    [InlineData(84_000, 84)]
    [InlineData(84_999, 84)]
    [InlineData(85_000, 85)]
    [InlineData(61_500, 61)]
    [InlineData(40_000, 40)]
    public void The_highest_quality_that_fits_is_taken_before_any_size_is_given_up(int most, int quality)
    {
        OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = most }, _make.Source(size: Large, length: 200_000), Linear());
        Assert.Equal(quality, image.Quality);
        Assert.Equal("1536x768", image.Size);
        Assert.InRange(image.Bytes, 1, most);
    }

    [Theory]
    [InlineData(39_999)]
    [InlineData(20_000)]
    [InlineData(1_000)]
    [InlineData(200)]
    public void The_size_is_lowered_where_the_quality_would_hide_what_a_model_reads(int most)
    {
        OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = most }, _make.Source(size: Large, length: 200_000), Linear());
        Assert.InRange(image.Bytes, 1, most);
        Assert.True(image.Quality >= 40);
        Assert.True(image.Width < 1536);
        Assert.Equal(2.0, (double)image.Width / image.Height, tolerance: 0.2);
        Assert.Contains($"to fit {most} bytes", image.Explanation, StringComparison.Ordinal);
        Assert.Equal("Resized", image.Action);
    }

    [Fact]
    public void Not_much_more_is_given_up_than_must_be()
    {
        OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = 20_000 }, _make.Source(size: Large, length: 200_000), Linear());
        Assert.InRange(image.Bytes, 17_000, 20_000);
    }

    [Fact]
    public void A_limit_below_every_file_is_an_error_that_names_the_least()
    {
        FakeEngine engine = new() { Pixels = new() { Length = (_, _, size) => 300 + (int)Area(size) } };
        MediaException exception = Refusal.Of(
            MediaErrorId.MaxBytesTooLow,
            () => _make.Of(Optimizing.For() with { MaxBytes = 250 }, _make.Source(size: Large), engine));
        Assert.Contains("300", exception.Message, StringComparison.Ordinal);
        Assert.Contains("250", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, engine.Alive);
    }

    [Fact]
    public void A_lossless_format_that_is_asked_for_gives_up_size_alone()
    {
        FakeEngine engine = Linear();
        OptimizeOptions options = Optimizing.For() with { Format = OutputFormat.Png, MaxBytes = 50_000 };
        OptimizedImage image = _make.Of(options, _make.Source(MediaFormat.Png, Large, 200_000), engine);
        Assert.Equal("Png", image.Format);
        Assert.InRange(image.Bytes, 40_000, 50_000);
        Assert.All(engine.Written, written => Assert.Equal("Png", written));
    }

    [Fact]
    public void Flat_pixels_that_do_not_fit_without_loss_are_tried_with_loss_first()
    {
        FakeEngine engine = new() { Pixels = new() { FlatShare = 0.9, Length = FakePixels.Lengths(jpeg: 5_000, png: 5_100) } };
        OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = 5_050 }, _make.Source(size: Large), engine);
        Assert.Equal(("Jpeg", 85, "1536x768"), (image.Format, image.Quality, image.Size));
    }

    [Fact]
    public void The_vendors_limit_holds_where_none_is_asked_for()
    {
        const int Limit = 20 << 20;
        FakeEngine engine = new() { Pixels = new() { Length = (_, quality, _) => quality * (Limit / 80) } };
        OptimizedImage image = _make.Of(Optimizing.For("gpt-4-turbo"), _make.Source(size: Large, length: 25 << 20), engine);
        Assert.Equal(80, image.Quality);
        Assert.InRange(image.Bytes, 1, Limit);
    }

    [Fact]
    public void A_copy_that_is_too_long_is_none()
    {
        OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = 9_000 }, _make.Source(length: 10_000), Writing(9_000));
        Assert.Equal("Reencoded", image.Action);
    }

    [Fact]
    public void A_quality_below_forty_is_what_the_user_asks_for()
    {
        FakeEngine engine = Linear();
        OptimizedImage image = _make.Of(Optimizing.For() with { Quality = 30, MaxBytes = 20_000 }, _make.Source(size: Large, length: 200_000), engine);
        Assert.Equal(30, image.Quality);
        Assert.True(image.Width < 1536);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(30_000)]
    [InlineData(60_000)]
    public void A_turned_image_never_becomes_longer_than_its_source(int length)
    {
        FakeEngine engine = new() { Pixels = new() { Length = (_, quality, _) => quality * 1_000 } };
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(length: length, extra: Jpeg.Exif(Tiff.Exif(8))), engine);
        Assert.Equal("Reencoded", image.Action);
        Assert.InRange(image.Bytes, 1, length);
        Assert.Equal(length / 1_000, image.Quality);
    }

    [Fact]
    public void Quality_is_not_given_up_for_a_length_that_it_cannot_reach()
    {
        OptimizedImage image = _make.Of(Optimizing.For(), Turned(5_000), Writing(6_000));
        Assert.Equal(85, image.Quality);
        Assert.Equal(6_000, image.Bytes);
    }

    [Fact]
    public void A_smaller_image_gives_up_quality_down_to_forty_so_as_not_to_be_longer_than_its_source()
    {
        Assert.Equal(60, _make.Of(Optimizing.For(), Turned(60_000), Linear()).Quality);
        Assert.Equal(85, _make.Of(Optimizing.For(), Turned(30_000), Linear()).Quality);
    }

    [Fact]
    public void A_size_that_is_lowered_to_fit_never_costs_more_tokens()
    {
        // Rounded, a smaller image can have another shape, which gemini-2.5-flash cuts into more crops.
        string source = _make.Source(size: new(512, 1023), length: 100_000);
        foreach (int most in Enumerable.Range(4, 396).Select(i => i * 100))
        {
            FakeEngine engine = new() { Pixels = new() { Length = (_, _, size) => (int)(50_000.0 * size.Width * size.Height / (512 * 1023)) } };
            OptimizedImage image = _make.Of(Optimizing.For("gemini-2.5-flash") with { MaxBytes = most }, source, engine);
            Assert.InRange(image.Bytes, 1, most);
            Assert.InRange(image.Tokens, 1, 1536);
        }
    }

    [Fact]
    public void Whatever_the_engine_writes_the_result_fits_and_is_the_best_that_does()
    {
        Random random = new(20_261_121);
        for (int i = 0; i < 200; i++)
        {
            double perQuality = Math.Exp(random.NextDouble() * 9);
            FakeEngine engine = new() { Pixels = new() { Length = (_, quality, size) => 200 + (int)(quality * perQuality * Area(size)) } };
            int most = 300 + random.Next(100_000);
            int length = 300 + random.Next(100_000);
            OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = most }, Turned(length), engine);
            Assert.InRange(image.Bytes, 1, most);
            PixelSize size = new(image.Width, image.Height);
            if (size != new PixelSize(1536, 768))
            {
                Assert.True(engine.Pixels.Length(MediaFormat.Jpeg, 40, new(1536, 768)) > most, "The size was given up before the quality.");
            }
            else if (image.Quality < 85)
            {
                Assert.True(engine.Pixels.Length(MediaFormat.Jpeg, image.Quality.Value + 1, size) > Math.Min(most, length), "A higher quality would have fit.");
            }
        }
    }

    public void Dispose() => _make.Dispose();

    // Upside down, so that it cannot be copied.
    private string Turned(int length) => _make.Source(size: Large, length: length, extra: Jpeg.Exif(Tiff.Exif(3)));

    // The share of the area of 1536 x 768.
    private static double Area(PixelSize size) => (double)size.Width * size.Height / (1536 * 768);

    // A thousand bytes for each step of quality at 1536 x 768.
    private static FakeEngine Linear() => new()
    {
        Pixels = new() { Length = (format, quality, size) => (int)((format == MediaFormat.Png ? 150 : quality) * 1_000 * Area(size)) },
    };

    private static FakeEngine Writing(int length) => new() { Pixels = new() { Length = (_, _, _) => length } };
}
