using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.ImageSharp;

public sealed class SampleTests
{
    private static readonly string[] Endings = [".jpg", ".png", ".gif", ".webp", ".bmp", ".tif"];

    [EngineFact(EngineNames.ImageSharp)]
    public void Every_sample_that_it_reads_comes_out_upright_at_exactly_the_size_asked_for()
    {
        string[] samples = [.. Directory.EnumerateFiles(Work.Media, "*", SearchOption.AllDirectories)
            .Where(path => Endings.Contains(Path.GetExtension(path)) && !path.Contains($"{Path.DirectorySeparatorChar}bad{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) is not ("jpeg-lossless.jpg" or "pdf-named.jpg"))];

        Assert.True(samples.Length > 50);
        Assert.All(samples, path =>
        {
            byte[] file = File.ReadAllBytes(path);
            PixelSize size = Work.Header(file).Size;
            int divisor = size.Width > 400 ? 13 : 2;
            PixelSize smaller = new((size.Width + 1) / divisor, size.Height / divisor);
            Assert.NotNull(Work.Resize(file, image => CheckWritten(image, smaller), smaller));
        });
    }

    [EngineTheory(EngineNames.ImageSharp)]
    [InlineData("formats/jpeg-lossless.jpg")]
    [InlineData("photo.heic")]
    [InlineData("photo.avif")]
    public void What_it_cannot_read_is_left_to_another_engine(string path) =>
        Assert.Null(Work.Resize(Work.Sample(path), image => image));

    [EngineTheory(EngineNames.ImageSharp)]
    [InlineData("gif-animated.gif")]
    [InlineData("webp-animated.webp")]
    [InlineData("png-animated.png")]
    public void The_first_frame_stands_for_an_animated_image(string name)
    {
        Pixels pixels = Work.PixelsOf(Work.Sample($"formats/{name}"));

        Assert.Equal([148, 200, 43, 255], Enumerable.Range(0, 4).Select(channel => Math.Round(pixels.Mean(channel))), (one, two) => Math.Abs(one - two) <= 1);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void Ink_colours_are_not_inverted()
    {
        Pixels ink = Work.PixelsOf(Work.Sample("formats/jpeg-cmyk.jpg"));
        Pixels screen = Work.PixelsOf(Work.Sample("formats/jpeg-rgb.jpg"));

        Assert.True(ink.Distance(screen) < 4, $"{ink.Distance(screen)}");
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void Sixteen_bits_are_rounded_and_not_cut_to_eight()
    {
        // 511 / 257 = 1.99, 33,023 / 257 = 128.49, 33,281 / 257 = 129.5 - 0.002.
        byte[] file = PngFile.Write(3, 1, 16, 0, [0, 0x01, 0xFF, 0x80, 0xFF, 0x82, 0x01]);

        Pixels pixels = Work.PixelsOf(file, new(3, 1));

        Assert.Equal([2, 128, 129], [pixels[0, 0].R, pixels[1, 0].R, pixels[2, 0].R]);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void One_pixel_is_an_image_too()
    {
        byte[] file = PngFile.Write(new Pixels(1, 1, [10, 200, 30, 255]));

        Assert.Equal((10, 200, 30, 255), Work.PixelsOf(file)[0, 0]);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void What_is_shrunk_to_one_pixel_wide_keeps_its_height()
    {
        PixelSize size = new(1, 40);

        Assert.NotNull(Work.Resize(Work.Sample("orientation/orientation-1.jpg"), image => CheckWritten(image, size), size));
    }

    private static string CheckWritten(IResizedImage image, PixelSize size)
    {
        Assert.Equal(size, image.Size);
        Assert.False(image.IsPartial);
        foreach (MediaFormat format in Work.Engine.Writes)
        {
            Assert.True(image.CanWrite(format));
            Assert.Equal(new MediaHeader(format, size), Work.Header(Work.Written(image, format)));
        }

        return "written";
    }
}
