using MediaTokens.Core.Tests.Headers;
using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Whether an image is copied, encoded anew at its size, or shrunk.</summary>
public sealed class OptimizerCopyTests : IDisposable
{
    private static readonly byte[] Gps = Jpeg.Exif(Tiff.Exif(1));

    private readonly Optimizing _make = new();

    [Fact]
    public void CMYK_is_never_copied_since_not_every_reader_shows_its_colours()
    {
        string source = _make.Scratch.PutSample("formats/jpeg-cmyk.jpg", "cmyk.jpg");
        Assert.Equal("Reencoded", _make.Of(Optimizing.For(), source, Writing(100_000)).Action);
    }

    [Theory]
    [InlineData(MediaFormat.Jpeg)]
    [InlineData(MediaFormat.Png)]
    [InlineData(MediaFormat.WebP)]
    public void A_file_that_cannot_be_bettered_is_copied_byte_for_byte(MediaFormat format)
    {
        string source = _make.Source(format);
        OptimizeResult result = Optimizing.Make(Optimizing.For(), source, Writing(20_000));
        OptimizedImage image = result.At("result");
        Assert.True(result.IsUnchanged);
        Assert.Equal("Copied", image.Action);
        Assert.Null(image.Engine);
        Assert.Null(image.Quality);
        Assert.Equal(0, image.BytesSaved);
        Assert.Equal(0, image.TokensSaved);
        Assert.Contains("unchanged", image.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_001, "Copied")]
    [InlineData(9_000, "Reencoded")]
    public void A_loss_at_the_same_size_must_save_a_tenth(int length, string action) =>
        Assert.Equal(action, _make.Of(Optimizing.For(), _make.Source(), Writing(length)).Action);

    [Theory]
    [InlineData(10_000, "Copied", "3000x1500")]
    [InlineData(9_999, "Resized", "1536x768")]
    public void A_smaller_size_for_the_same_tokens_must_save_bytes(int length, string action, string size)
    {
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(size: new(3000, 1500)), Writing(length));
        Assert.Equal((action, size), (image.Action, image.Size));
    }

    [Fact]
    public void A_smaller_size_gives_up_some_quality_before_it_is_longer_than_a_copy()
    {
        FakeEngine engine = new() { Pixels = new() { Length = (_, quality, _) => quality * 150 } };
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(size: new(3000, 1500)), engine);
        Assert.Equal(("Resized", "1536x768", 66), (image.Action, image.Size, image.Quality));
    }

    [Fact]
    public void A_source_without_losses_is_copied_before_any_quality_is_given_up()
    {
        FakeEngine engine = new() { Pixels = new() { Length = (_, quality, _) => quality * 150 } };
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(MediaFormat.Png, new(3000, 1500)), engine);
        Assert.Equal(("Copied", "3000x1500", "Png"), (image.Action, image.Size, image.Format));
        OptimizedImage cheaper = _make.Of(Optimizing.For() with { Size = new() { MaxTokens = 500 } }, _make.Source(MediaFormat.Png, new(3000, 1500)), engine);
        Assert.Equal(("Resized", 85), (cheaper.Action, cheaper.Quality));
    }

    [Fact]
    public void A_smaller_size_that_exceeds_a_limit_gives_way_to_a_copy_that_does_not()
    {
        OptimizedImage image = _make.Of(
            Optimizing.For() with { MaxBytes = 10_000 }, _make.Source(size: new(3000, 1500)), Writing(10_001));
        Assert.Equal(("Copied", "3000x1500"), (image.Action, image.Size));
    }

    [Fact]
    public void A_smaller_size_for_fewer_tokens_may_cost_bytes()
    {
        OptimizedImage image = _make.Of(
            Optimizing.For() with { Size = new() { MaxTokens = 500 } }, _make.Source(size: new(3000, 1500)), Writing(20_000));
        Assert.Equal("Resized", image.Action);
        Assert.True(image.Tokens <= 500);
    }

    [Theory]
    [InlineData(10_000, "Copied")]
    [InlineData(9_999, "Reencoded")]
    public void A_gain_without_loss_is_taken_however_small(int length, string action)
    {
        FakeEngine flat = new() { Pixels = new() { FlatShare = 0.9, Length = FakePixels.Lengths(jpeg: 9_999, png: length) } };
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(MediaFormat.Png), flat);
        Assert.Equal(action, image.Action);
        Assert.Equal("Png", image.Format);
    }

    [Fact]
    public void Quality_is_not_lowered_for_the_sake_of_a_gain()
    {
        FakeEngine engine = new() { Pixels = new() { Length = (_, quality, _) => quality > 50 ? 20_000 : 5_000 } };
        Assert.Equal("Copied", _make.Of(Optimizing.For(), _make.Source(), engine).Action);
        Assert.Equal(["Jpeg 85"], engine.Written);
    }

    [Fact]
    public void A_copy_that_fits_is_kept_where_an_encoder_would_need_a_smaller_size()
    {
        OptimizedImage image = _make.Of(Optimizing.For() with { MaxBytes = 12_000 }, _make.Source(), Writing(15_000));
        Assert.Equal("Copied", image.Action);
        Assert.Equal("600x400", image.Size);
    }

    [Fact]
    public void A_larger_image_is_shrunk_to_what_the_model_looks_at()
    {
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(size: new(4000, 2000)), Writing(5_000));
        Assert.Equal("Resized", image.Action);
        Assert.Equal("1536x768", image.Size);
        Assert.Equal("4000x2000", image.SourceSize);
        Assert.Equal(85, image.Quality);
        Assert.Equal("Fake", image.Engine);
        Assert.Equal(5_000, image.BytesSaved);
        Assert.Equal("high", image.Detail, ignoreCase: true);
        Assert.Null(image.MediaResolution);
    }

    [Fact]
    public void Metadata_is_dropped_from_a_copy_and_the_gain_is_counted_without_it()
    {
        string source = _make.Source(length: 10_000, extra: Gps);
        int bare = 10_000 - Gps.Length;
        OptimizeResult result = Optimizing.Make(Optimizing.For(), source, Writing((int)(bare * 0.9) + 1));
        Assert.False(result.IsUnchanged);
        Assert.Equal(bare, result.Length);
        Assert.Equal("Copied", result.At("x").Action);
        Assert.Contains($"{Gps.Length} bytes of metadata", result.At("x").Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(result.Content.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_that_is_to_be_kept_is_copied_with_the_rest()
    {
        FakeEngine engine = Writing(20_000);
        Assert.True(Optimizing.Make(Optimizing.For() with { KeepMetadata = true }, _make.Source(extra: Gps), engine).IsUnchanged);
        Assert.True(Assert.Single(engine.Requests).KeepMetadata);
    }

    [Fact]
    public void A_turned_image_is_never_copied()
    {
        string source = _make.Source(length: 10_000, extra: Jpeg.Exif(Tiff.Exif(6)));
        OptimizedImage image = _make.Of(Optimizing.For(), source, Writing(9_900));
        Assert.Equal("Reencoded", image.Action);
        Assert.Equal("400x600", image.Size);
        Assert.Equal("400x600", image.SourceSize);
    }

    [Fact]
    public void An_image_with_a_profile_other_than_sRGB_is_never_copied()
    {
        FakeEngine engine = Writing(9_900);
        byte[] profile = Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve);
        byte[] segment = Jpeg.Segment(Jpeg.App2, [.. "ICC_PROFILE\0"u8, 1, 1, .. profile]);
        Assert.Equal("Reencoded", _make.Of(Optimizing.For(), _make.Source(extra: segment), engine).Action);
        Assert.NotNull(Assert.Single(engine.Requests).Profile);
    }

    [Fact]
    public void An_sRGB_profile_is_none()
    {
        FakeEngine engine = Writing(20_000);
        byte[] segment = Jpeg.Segment(Jpeg.App2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Icc.Rgb(Icc.SrgbColorants, Icc.SrgbCurve)]);
        Assert.Equal("Copied", _make.Of(Optimizing.For(), _make.Source(extra: segment), engine).Action);
        Assert.Null(Assert.Single(engine.Requests).Profile);
    }

    [Theory]
    [InlineData("banner.bmp")]
    [InlineData("scan.tif")]
    [InlineData("photo.heic")]
    [InlineData("photo.avif")]
    public void A_format_that_the_vendor_does_not_take_is_never_copied(string sample)
    {
        OptimizedImage image = _make.Of(Optimizing.For(), Sample(sample), Writing(500));
        Assert.NotEqual("Copied", image.Action);
        Assert.Equal("Jpeg", image.Format);
    }

    [Fact]
    public void Heic_that_the_vendor_takes_is_encoded_anew_unless_its_metadata_is_to_be_kept()
    {
        Assert.Equal("Reencoded", _make.Of(Optimizing.For("gemini-3.1-pro-preview"), Sample("photo.heic"), Writing(3_200)).Action);
        Assert.Equal("Copied", _make.Of(Optimizing.For("gemini-3.1-pro-preview") with { KeepMetadata = true }, Sample("photo.heic"), Writing(3_200)).Action);
    }

    [Fact]
    public void A_gif_that_the_vendor_takes_is_copied_without_asking_an_engine()
    {
        FakeEngine engine = Writing(10);
        OptimizeResult result = Optimizing.Make(Optimizing.For(), Sample("icon.gif"), engine);
        Assert.True(result.IsUnchanged);
        Assert.Empty(engine.Requests);
    }

    [Fact]
    public void A_gif_with_xmp_is_encoded_anew_unless_its_metadata_is_to_be_kept()
    {
        byte[] gif = TestMedia.Bytes("icon.gif");
        byte[] extension = [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 4, .. "GPS!"u8, 0];
        string source = _make.Scratch.Put("a.gif", [.. gif[..^1], .. extension, gif[^1]]);
        Assert.Equal("Reencoded", _make.Of(Optimizing.For(), source, Writing(1_000)).Action);
        Assert.Equal("Copied", _make.Of(Optimizing.For() with { KeepMetadata = true }, source, Writing(1_000)).Action);
    }

    [Theory]
    [InlineData("formats/gif-animated.gif")]
    [InlineData("formats/png-animated.png")]
    [InlineData("formats/webp-from-gif.webp")]
    public void An_animation_gives_its_first_frame_with_a_warning(string sample)
    {
        Assert.True(TestMedia.Sample(sample).IsAnimated);
        OptimizeResult result = Optimizing.Make(Optimizing.For(), Sample(sample), Writing(500));
        Assert.Equal("Reencoded", result.At("x").Action);
        Assert.Contains("first frame", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_of_one_pixel_stays_one()
    {
        OptimizedImage image = _make.Of(Optimizing.For(), _make.Source(MediaFormat.Png, new(1, 1), 100), Writing(100));
        Assert.Equal("Copied", image.Action);
        Assert.Equal("1x1", image.Size);
    }

    [Fact]
    public void Every_sample_gives_a_result_that_is_what_it_says()
    {
        foreach (Sample sample in TestMedia.Samples)
        {
            string source = Sample(sample.Path);
            foreach (string model in new[] { "gpt-4o", "gpt-5.5", "gemini-3.1-pro-preview" })
            {
                OptimizedImage image = _make.Of(Optimizing.For(model), source, Writing(400));
                Assert.Equal(sample.Size.ToString(), image.SourceSize);
            }
        }
    }

    public void Dispose() => _make.Dispose();

    private static FakeEngine Writing(int length) => new() { Pixels = new() { Length = (_, _, _) => length } };

    private string Sample(string path) => _make.Scratch.PutSample(path, Path.GetFileName(path));
}
