using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsDamageTests
{
    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/jpeg-progressive.jpg")]
    [InlineData("formats/jpeg-restart.jpg")]
    [InlineData("boardwalk.jpg")]
    [InlineData("formats/png-truecolour.png")]
    [InlineData("formats/png-16-bit.png")]
    [InlineData("formats/png-interlaced.png")]
    [InlineData("formats/gif-comment.gif")]
    [InlineData("formats/webp-lossy.webp")]
    [InlineData("formats/webp-lossless.webp")]
    [InlineData("formats/bmp-info.bmp")]
    public void A_file_that_was_cut_off_is_refused(string path)
    {
        byte[] file = Cut(Picture.Sample(path));

        MediaException failure = Assert.Throws<MediaException>(() => Picture.Resize(file, image => image));

        Assert.Equal(MediaErrorId.CorruptPixels, failure.Id);
        Assert.Contains("-AllowPartial", failure.RecommendedAction);
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/jpeg-progressive.jpg")]
    [InlineData("formats/gif-comment.gif")]
    public void What_is_left_of_it_is_taken_on_demand(string path)
    {
        byte[] whole = Picture.Sample(path);
        PixelSize half = Picture.Halved(Picture.Header(whole).Size);

        byte[] part = Picture.Resize(
            Cut(whole),
            image =>
            {
                Assert.True(image!.IsPartial);
                Assert.Equal(half, image.Size);
                return image.Pixels[..(20 * half.Width)].ToArray();
            },
            half,
            allowPartial: true);

        Assert.Contains(part, value => value is > 10 and < 245);
    }

    [EngineFact(EngineNames.Libvips)]
    public void The_missing_rows_of_a_png_are_white()
    {
        Random random = new(1);
        byte[] file = PngFile.Create(200, 200, PngFile.Rgb, 8, (_, _, _) => random.Next(100));

        byte[] pixels = Picture.Resize(Cut(file), image => image!.Pixels.ToArray(), new(100, 100), allowPartial: true);

        Assert.All(pixels[..3000], value => Assert.InRange(value, 0, 110));
        Assert.All(pixels[^3000..], value => Assert.Equal(255, value));
    }

    [EngineFact(EngineNames.Libvips)]
    public void A_whole_file_is_not_partial_even_where_that_is_allowed() =>
        Assert.False(Picture.Resize(Picture.Sample("formats/jpeg-baseline.jpg"), image => image!.IsPartial, allowPartial: true));

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/jpeg-progressive.jpg")]
    public void Padding_between_the_segments_of_a_jpeg_is_no_damage(string path)
    {
        byte[] file = Picture.Sample(path);
        int scan = file.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] padded = [.. file[..scan], 1, 2, 3, .. file[scan..]];

        byte[] pixels = Picture.Pixels(padded);

        Assert.Equal(Picture.Pixels(file), pixels);
    }

    [EngineFact(EngineNames.Libvips)]
    public void Bytes_after_the_end_are_no_damage()
    {
        byte[] file = Picture.Sample("formats/jpeg-baseline.jpg");

        Assert.Equal(Picture.Pixels(file), Picture.Pixels([.. file, 1, 2, 3]));
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/png-truecolour.png")]
    [InlineData("formats/webp-lossy.webp")]
    [InlineData("formats/gif-comment.gif")]
    [InlineData("formats/tiff-little-endian.tif")]
    [InlineData("formats/avif-plain.avif")]
    [InlineData("formats/heic-plain.heic")]
    [InlineData("formats/bmp-info.bmp")]
    public void Changed_bytes_give_an_image_or_a_refusal_and_nothing_else(string path)
    {
        byte[] file = Picture.Sample(path);
        PixelSize size = Picture.Header(file).Size;
        Random random = new(7);
        for (int i = 0; i < 40; i++)
        {
            byte[] changed = [.. file];
            changed[random.Next(file.Length * 2 / 5, file.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                Assert.True(Picture.Resize(changed, image => image is null || image.Size == size, size, allowPartial: i % 2 == 0));
            }
            catch (MediaException failure)
            {
                Assert.True(failure.Id != MediaErrorId.CorruptPixels || failure.InnerException is not null);
            }
        }
    }

    private static byte[] Cut(byte[] file) => file[..(file.Length * 7 / 10)];
}
