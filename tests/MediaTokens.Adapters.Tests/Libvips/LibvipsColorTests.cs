using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsColorTests
{
    // Every sample of that name shows the same drawing, whose mean ImageMagick tells.
    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/jpeg-arithmetic.jpg")]
    [InlineData("formats/jpeg-rgb.jpg")]
    [InlineData("formats/png-truecolour.png")]
    [InlineData("formats/png-16-bit.png")]
    [InlineData("formats/png-interlaced.png")]
    [InlineData("formats/webp-lossy.webp")]
    [InlineData("formats/webp-lossless.webp")]
    [InlineData("formats/tiff-pillow.tif")]
    [InlineData("formats/tiff-big-big-endian.tif")]
    [InlineData("formats/tiff-tiled.tif")]
    [InlineData("formats/bmp-info.bmp")]
    public void Colours_are_those_of_the_file(string path)
    {
        byte[] file = Picture.Sample(path);

        double[] mean = Picture.Resize(file, image => Picture.Mean(image!.Pixels, image.Bands), Picture.Halved(Picture.Header(file).Size));

        Assert.Equal(3, mean.Length);
        Assert.InRange(mean[0], 124, 130);
        Assert.InRange(mean[1], 151, 157);
        Assert.InRange(mean[2], 135, 142);
    }

    [EngineFact(EngineNames.Libvips)]
    public void Cmyk_without_a_profile_is_converted_and_remarked_upon() => Picture.Resize(Picture.Sample("formats/jpeg-cmyk.jpg"), image =>
    {
        double[] mean = Picture.Mean(image!.Pixels, image.Bands);

        // A profile of a press makes colours less bright than a plain subtraction would.
        Assert.Equal(3, mean.Length);
        Assert.InRange(mean[0], 96, 156);
        Assert.InRange(mean[1], 124, 184);
        Assert.InRange(mean[2], 108, 168);
        Assert.Contains("CMYK", image.Remark);
        return true;
    });

    [EngineFact(EngineNames.Libvips)]
    public void Sixteen_bits_become_eight_without_clipping()
    {
        byte[] file = PngFile.Create(40, 40, PngFile.Rgb, 16, (_, _, channel) => 1000 + (30_000 * channel));

        double[] mean = Picture.Resize(file, image => Picture.Mean(image!.Pixels, image.Bands), new(20, 20));

        Assert.InRange(mean[0], 3, 4.5);
        Assert.InRange(mean[1], 120, 121.5);
        Assert.InRange(mean[2], 237, 238.5);
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-grey.jpg")]
    [InlineData("formats/png-grey.png")]
    public void Grey_stays_grey(string path)
    {
        byte[] file = Picture.Sample(path);

        byte[] jpeg = Picture.Convert(file, MediaFormat.Jpeg);

        Assert.Equal(1, Picture.Resize(file, image => image!.Bands));
        Assert.Equal(1, Picture.Resize(jpeg, image => image!.Bands));
    }
}
