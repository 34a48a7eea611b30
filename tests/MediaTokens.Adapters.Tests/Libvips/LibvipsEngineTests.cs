using MediaTokens.Adapters.Libvips;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsEngineTests
{
    private static readonly MediaFormat[] Outputs = [MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP];

    [Fact]
    public void The_status_has_either_an_engine_or_a_reason()
    {
        EngineStatus status = Engines.All.Single(status => status.Name == EngineNames.Libvips);

        Assert.True(status.Engine is null ? status.Reason!.EndsWith('.') : status.Reason is null);
    }

    [EngineFact(EngineNames.Libvips)]
    public void It_tells_its_version_and_its_formats()
    {
        IImageEngine engine = Engines.Get(EngineNames.Libvips);

        Assert.True(Version.Parse(engine.Version) >= new Version(8, 12));
        Assert.Contains(MediaFormat.Jpeg, engine.Reads);
        Assert.Contains(MediaFormat.Png, engine.Writes);
        Assert.DoesNotContain(MediaFormat.Gif, engine.Writes);
        Assert.Equal(EngineNames.Libvips, engine.Name);
    }

    [EngineFact(EngineNames.Libvips)]
    public void Every_sample_is_resized_to_half_and_written_in_every_format()
    {
        IImageEngine engine = Engines.Get(EngineNames.Libvips);
        List<string> wrong = [];
        foreach (string path in Picture.Samples)
        {
            byte[] file = Picture.Sample(path);
            MediaHeader header = Picture.Header(file);

            // No libvips decodes lossless JPEG, and a build may lack the decoder of HEVC or AV1.
            bool mayBeRefused = path.Contains("jpeg-lossless") || header.Format is MediaFormat.Heic or MediaFormat.Avif;
            if (!engine.Reads.Contains(header.Format))
            {
                continue;
            }

            PixelSize half = Picture.Halved(header.Size);
            bool isRight = Picture.Resize(file, image => image is null ? mayBeRefused : IsRight(image, half), half);
            if (!isRight)
            {
                wrong.Add(path);
            }
        }

        Assert.Empty(wrong);
    }

    [EngineFact(EngineNames.Libvips)]
    public void Lossless_jpeg_is_left_to_another_engine() =>
        Assert.True(Picture.Resize(Picture.Sample("formats/jpeg-lossless.jpg"), image => image is null));

    [EngineFact(EngineNames.Libvips)]
    public void A_result_that_must_be_written_as_gif_is_left_to_another_engine()
    {
        using ImageBytes bytes = ImageBytes.Copy(Picture.Sample("icon.gif"));
        MediaHeader header = MediaHeaderReader.Read(bytes);

        Assert.Null(Engines.Get(EngineNames.Libvips).Resize(new(bytes, header, header.Size, [MediaFormat.Gif]), CancellationToken.None));
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 500, 1, 1)]
    [InlineData(500, 1, 7, 1)]
    [InlineData(4001, 3, 5, 3)]
    [InlineData(50_000, 2, 100, 1)]
    [InlineData(333, 777, 331, 3)]
    public void The_size_is_exact_and_a_plain_colour_stays_the_same(int width, int height, int toWidth, int toHeight)
    {
        byte[] file = PngFile.Create(width, height, PngFile.Rgb, 8, (_, _, channel) => 50 + (100 * channel));
        PixelSize size = new(toWidth, toHeight);

        byte[] pixels = Picture.Pixels(file, size);

        Assert.Equal(toWidth * toHeight * 3, pixels.Length);
        Assert.All(pixels, (value, i) => Assert.InRange(value, 49 + (100 * (i % 3)), 51 + (100 * (i % 3))));
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/gif-animated.gif", 148, 200, 43)]
    [InlineData("formats/webp-from-gif.webp", 148, 200, 43)]
    public void Of_an_animation_the_first_frame_is_taken(string path, int red, int green, int blue)
    {
        double[] mean = Picture.Resize(Picture.Sample(path), image => Picture.Mean(image!.Pixels, image.Bands));

        Assert.Equal([red, green, blue], mean.Select(value => (int)Math.Round(value)));
    }

    [EngineFact(EngineNames.Libvips)]
    public void What_is_too_long_for_webp_is_not_written_as_webp()
    {
        byte[] file = PngFile.Create(16_384, 1, PngFile.Grey, 8, (x, _, _) => x);

        Picture.Resize(file, image =>
        {
            Assert.False(image!.CanWrite(MediaFormat.WebP));
            Assert.True(image.CanWrite(MediaFormat.Jpeg));
            Assert.Equal(MediaErrorId.EngineCannot, Assert.Throws<MediaException>(() => Picture.Written(image, MediaFormat.WebP)).Id);
            return true;
        });
    }

    private static bool IsRight(VipsResizedImage image, PixelSize size) =>
        image.Size == size
        && !image.IsPartial
        && image.FlatShare is >= 0 and <= 1
        && Array.TrueForAll(Outputs, format => Picture.Header(Picture.Written(image, format)) == new MediaHeader(format, size));
}
