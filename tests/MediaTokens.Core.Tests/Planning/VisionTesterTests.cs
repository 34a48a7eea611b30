using MediaTokens.Core.Tests.Headers;
using MediaTokens.Core.Tests.Imaging;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>What a vendor would refuse a file for, and the command that mends it.</summary>
public sealed class VisionTesterTests : IDisposable
{
    private static readonly PixelSize Small = new(600, 400);

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("boardwalk.jpg", "Jpeg", 2560, 1669)]
    [InlineData("screenshot.png", "Png", 1920, 1080)]
    [InlineData("diagram.webp", "WebP", 1024, 1024)]
    [InlineData("icon.gif", "Gif", 128, 64)]
    public void A_file_that_the_vendor_takes_has_no_problem(string sample, string format, int width, int height)
    {
        string path = TestMedia.FullPath(sample);
        MediaVisionTest test = Test(path);
        Assert.True(test.Acceptable);
        Assert.Empty(test.Problems);
        Assert.Null(test.Recommendation);
        Assert.Equal((path, sample, "gpt-4o", format), (test.Path, test.Name, test.Model, test.Format));
        Assert.Equal((width, height, new FileInfo(path).Length), (test.Width, test.Height, test.Bytes));
    }

    [Theory]
    [InlineData("banner.bmp", "gpt-4o", "Bmp")]
    [InlineData("scan.tif", "gpt-4o", "Tiff")]
    [InlineData("photo.heic", "gpt-4o", "Heic")]
    [InlineData("photo.avif", "gpt-4o", "Avif")]
    [InlineData("banner.bmp", "gemini-3.1-pro-preview", "Bmp")]
    public void A_format_that_the_vendor_does_not_take_is_to_be_converted(string sample, string model, string format)
    {
        string path = TestMedia.FullPath(sample);
        MediaVisionTest test = Test(path, model);
        Assert.Contains(format, Assert.Single(test.Problems), StringComparison.Ordinal);
        Assert.Equal($"Optimize-ImageForVision -LiteralPath '{path}' -Destination upload -Model {model}", test.Recommendation);
    }

    [Fact]
    public void Vendors_differ_in_what_they_take() => Assert.True(Test(TestMedia.FullPath("photo.heic"), "gemini-3.1-pro-preview").Acceptable);

    [Theory]
    [InlineData("formats/gif-animated.gif")]
    [InlineData("formats/png-animated.png")]
    [InlineData("formats/webp-from-gif.webp")]
    public void An_animation_is_a_problem_where_the_vendor_says_so(string sample)
    {
        Assert.Contains("animated", Assert.Single(Test(TestMedia.FullPath(sample)).Problems), StringComparison.Ordinal);
        Assert.StartsWith("Optimize-ImageForVision", Test(TestMedia.FullPath(sample)).Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20 << 20, true)]
    [InlineData((20 << 20) + 1, false)]
    public void A_file_over_the_vendors_limit_is_a_problem(int length, bool expected)
    {
        MediaVisionTest test = Test(_scratch.Put("a.jpg", Picture.Of(MediaFormat.Jpeg, Small, length)), "gpt-4-turbo");
        Assert.Equal(expected, test.Acceptable);
        Assert.Equal(length, test.Bytes);
        Assert.All(test.Problems, problem => Assert.Contains("20971521", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_over_all_that_can_be_read_is_a_problem_and_no_failure()
    {
        string path = _scratch.Put("a.jpg", Picture.Of(MediaFormat.Jpeg, Small, 0));
        using (FileStream file = new(path, FileMode.Open, FileAccess.Write))
        {
            file.SetLength(ImageBytes.MaximumLength + 10L);
        }

        MediaVisionTest test = Test(path);
        Assert.Contains($"{ImageBytes.MaximumLength + 10L}", Assert.Single(test.Problems), StringComparison.Ordinal);
        Assert.Equal(ImageBytes.MaximumLength + 10L, test.Bytes);
        Assert.Equal(600, test.Width);
    }

    [Fact]
    public void More_patches_than_the_vendor_takes_are_a_problem()
    {
        string path = _scratch.Put("a.png", Picture.Of(MediaFormat.Png, new(30_000, 30_000), 1_000));
        MediaVisionTest test = Test(path, "gpt-6-astra");
        Assert.Contains("patches", Assert.Single(test.Problems), StringComparison.Ordinal);
        Assert.StartsWith("Optimize-ImageForVision", test.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("photo.png", "photo.jpg", "'.png'")]
    [InlineData("photo.bak", "photo.bak.jpg", "'.bak'")]
    [InlineData("photo", "photo.jpg", "no ending")]
    [InlineData("photo.", "photo..jpg", "no ending")]
    public void A_name_that_lies_is_to_be_changed_and_nothing_else(string name, string better, string told)
    {
        string path = _scratch.Put(name, Picture.Of(MediaFormat.Jpeg, Small, 1_000));
        MediaVisionTest test = Test(path);
        Assert.Contains(told, Assert.Single(test.Problems), StringComparison.Ordinal);
        Assert.Equal($"Rename-Item -LiteralPath '{path}' -NewName '{better}'", test.Recommendation);
    }

    [Fact]
    public void A_name_that_lies_is_the_least_problem_of_a_file_that_is_to_be_converted()
    {
        MediaVisionTest test = Test(_scratch.PutSample("banner.bmp", "photo.jpg"));
        Assert.Equal(2, test.Problems.Length);
        Assert.StartsWith("Optimize-ImageForVision", test.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    public void A_file_that_ends_too_early_is_a_problem_and_what_is_there_may_be_taken(string name)
    {
        string path = _scratch.Put(name, Picture.Of(MediaFormat.Jpeg, Small, 1_000)[..500]);
        MediaVisionTest test = Test(path);
        Assert.Contains(test.Problems, problem => problem.Contains("500 bytes", StringComparison.Ordinal));
        Assert.StartsWith("Optimize-ImageForVision", test.Recommendation, StringComparison.Ordinal);
        Assert.EndsWith("-AllowPartial", test.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_image_is_a_problem_with_advice()
    {
        foreach ((string name, MediaErrorId id) in TestMedia.Bad)
        {
            MediaVisionTest test = Test(TestMedia.FullPath($"bad/{name}"));
            Assert.False(test.Acceptable, $"{name}: {id}");
            Assert.All(test.Problems, Assert.NotEmpty);
            Assert.NotEmpty(test.Recommendation!);
            Assert.True(test.MediaType is null or "Video" or "Pdf", $"{name}: {test.MediaType}");
            Assert.Equal(test.MediaType is null, test.Format is null);
            Assert.Equal(new FileInfo(test.Path).Length, test.Bytes);
        }
    }

    [Fact]
    public void A_video_that_tells_no_duration_is_to_be_converted_to_one_that_does()
    {
        MediaVisionTest test = Test(TestMedia.FullPath("video/bad/timescale-0.mp4"), "gemini-3.1-pro-preview");
        Assert.Contains("timescale is 0", Assert.Single(test.Problems), StringComparison.Ordinal);
        Assert.StartsWith("Convert it to MP4", test.Recommendation, StringComparison.Ordinal);
        Assert.Null(test.Duration);
    }

    [Fact]
    public void The_length_is_that_of_the_file_that_a_link_leads_to()
    {
        string bad = _scratch.PutSample("bad/text.jpg", "real.jpg");
        string good = _scratch.PutSample("boardwalk.jpg", "good.jpg");
        if (_scratch.TryLink("bad-link.jpg", "real.jpg") && _scratch.TryLink("good-link.jpg", "good.jpg"))
        {
            Assert.Equal(new FileInfo(bad).Length, Test(_scratch.At("bad-link.jpg")).Bytes);
            Assert.Equal(new FileInfo(good).Length, Test(_scratch.At("good-link.jpg")).Bytes);
        }
    }

    [Fact]
    public void What_is_no_file_is_a_failure_and_no_problem()
    {
        Refusal.Of(MediaErrorId.FileNotFound, () => Test(_scratch.At("none.jpg")));
        Refusal.Of(MediaErrorId.PathIsDirectory, () => Test(_scratch.Folder("x.jpg")));
    }

    [Theory]
    [InlineData("with space.bmp")]
    [InlineData("it's.bmp")]
    [InlineData("[1]*?.bmp")]
    [InlineData("$(rm)`n;&.bmp")]
    [InlineData("\"double\".bmp")]
    [InlineData("Bob’s ‘best’ ‚low‛.bmp")]
    [InlineData("-Force.bmp")]
    public void Names_are_quoted_so_that_PowerShell_reads_them_as_they_are(string name)
    {
        if (OperatingSystem.IsWindows() && name.AsSpan().ContainsAny("*?\""))
        {
            return;
        }

        string path = _scratch.PutSample("banner.bmp", name);
        string command = Test(path).Recommendation!;
        string quoted = command["Optimize-ImageForVision -LiteralPath ".Length..command.IndexOf(" -Destination", StringComparison.Ordinal)];
        Assert.Equal(path, Unquote(quoted));
    }

    [Fact]
    public void A_setting_goes_with_the_command()
    {
        string path = TestMedia.FullPath("banner.bmp");
        Assert.EndsWith("-Model gpt-4o -Detail Low", Test(path, "gpt-4o", new() { Detail = ImageDetail.Low }).Recommendation, StringComparison.Ordinal);
        Assert.EndsWith("-MediaResolution UltraHigh", Gemini(PartMediaResolution.UltraHigh), StringComparison.Ordinal);
        Assert.EndsWith("-MediaResolution Low", Gemini(PartMediaResolution.Low), StringComparison.Ordinal);
        string? Gemini(PartMediaResolution resolution) => Test(path, "gemini-3.1-pro-preview", CostSettings.ForPart(null, resolution)).Recommendation;
    }

    [Fact]
    public void A_models_name_is_quoted_where_it_must_be()
    {
        SelectedModel odd = new("my model's", Optimizing.Model("gpt-4o").Row);
        string command = new VisionTester(odd, new()).Test(TestMedia.FullPath("banner.bmp"), default).Recommendation!;
        Assert.EndsWith(" -Model 'my model''s'", command, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_the_model_does_not_have_is_refused_at_once() => Refusal.Of(
        MediaErrorId.SettingNotSupported,
        () => new VisionTester(Optimizing.Model("gpt-4o"), new() { MediaResolution = MediaResolution.High }));

    [Fact]
    public void A_video_that_does_not_tell_how_long_it_plays_is_to_be_converted()
    {
        string path = _scratch.Put("a.mpg", Headers.Video.StreamSamples.Bytes("bad/mpeg-bare.m2v"));
        MediaVisionTest test = Test(path, "gemini-3.1-pro-preview");
        Assert.Contains("does not tell how long", Assert.Single(test.Problems), StringComparison.Ordinal);
        Assert.StartsWith("Convert it to MP4", test.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_videos_do_not_have_is_to_be_changed()
    {
        string path = _scratch.PutSample("video/fragments-cmaf.mp4", "a.mp4");
        MediaVisionTest test = Test(path, "gemini-3.1-pro-preview", CostSettings.ForPart(null, PartMediaResolution.UltraHigh));
        Assert.Contains(test.Problems, problem => problem.Contains("UltraHigh", StringComparison.Ordinal));
        Assert.Equal("Choose another level.", test.Recommendation);
    }

    [Fact]
    public void Cancellation_ends_the_reading()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new VisionTester(Optimizing.Model("gpt-4o"), new()).Test(TestMedia.FullPath("boardwalk.jpg"), stop.Token));
    }

    public void Dispose() => _scratch.Dispose();

    private static MediaVisionTest Test(string path, string model = "gpt-4o", CostSettings? settings = null) =>
        new VisionTester(Optimizing.Model(model), settings ?? new()).Test(path, default);

    /// <summary>A single-quoted text as PowerShell reads it: any of five characters ends it, unless two of them stand together.</summary>
    private static string Unquote(string text)
    {
        const string Quotes = "'‘’‚‛";
        Assert.Contains(text[0], Quotes);
        System.Text.StringBuilder read = new();
        int i = 1;
        for (; i < text.Length; i++)
        {
            if (Quotes.Contains(text[i], StringComparison.Ordinal))
            {
                if (i + 1 == text.Length || !Quotes.Contains(text[i + 1], StringComparison.Ordinal))
                {
                    break;
                }

                i++;
            }

            read.Append(text[i]);
        }

        Assert.Equal(text.Length - 1, i);
        return read.ToString();
    }
}
