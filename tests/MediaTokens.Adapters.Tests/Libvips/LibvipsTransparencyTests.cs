using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsTransparencyTests
{
    // Red on the left; on the right, under full transparency, a green that must never show.
    private static readonly byte[] HalfRed = PngFile.Create(64, 32, PngFile.Rgba, 8, (x, _, channel) =>
        channel == 3 ? (x < 32 ? 255 : 0) : channel == (x < 32 ? 0 : 1) ? 255 : 0);

    [EngineTheory(EngineNames.Libvips)]
    [InlineData(MediaFormat.Png)]
    [InlineData(MediaFormat.WebP)]
    public void Transparency_is_kept(MediaFormat format)
    {
        byte[] written = Picture.Convert(HalfRed, format, new(32, 16));

        Picture.Resize(written, image =>
        {
            Assert.True(image!.HasTransparency);
            Assert.Equal(4, image.Bands);
            Assert.Equal(255, image.Pixels[3]);
            Assert.Equal(0, image.Pixels[^1]);
            return true;
        });
    }

    [EngineFact(EngineNames.Libvips)]
    public void Jpeg_shows_white_where_the_image_is_transparent()
    {
        byte[] written = Picture.Convert(HalfRed, MediaFormat.Jpeg, new(32, 16));

        byte[] pixels = Picture.Pixels(written);

        Assert.All(pixels[^9..], value => Assert.InRange(value, 250, 255));
        Assert.InRange(pixels[0], 240, 255);
        Assert.InRange(pixels[1], 0, 15);
    }

    [EngineFact(EngineNames.Libvips)]
    public void Hidden_colours_do_not_bleed_into_the_edge()
    {
        byte[] pixels = Picture.Pixels(HalfRed, new(21, 16));

        // Where anything is to be seen, it is red.
        for (int i = 0; i < pixels.Length; i += 4)
        {
            Assert.True(pixels[i + 3] < 3 || (pixels[i] > 250 && pixels[i + 1] < 5));
        }
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData(8)]
    [InlineData(16)]
    public void An_opaque_alpha_channel_is_dropped(int bits)
    {
        int full = (1 << bits) - 1;
        byte[] file = PngFile.Create(30, 20, PngFile.Rgba, bits, (x, y, channel) => channel == 3 ? full : (x * y * 100) & full);

        Picture.Resize(file, image =>
        {
            Assert.False(image!.HasTransparency);
            Assert.Equal(3, image.Bands);
            return true;
        }, new(15, 10));
    }

    [EngineFact(EngineNames.Libvips)]
    public void Sixteen_bit_transparency_becomes_eight_bits()
    {
        byte[] file = PngFile.Create(30, 20, PngFile.Rgba, 16, (_, _, channel) => channel == 3 ? 0x8000 : 0x4000);

        double[] mean = Picture.Resize(file, image => Picture.Mean(image!.Pixels, image.Bands), new(15, 10));

        Assert.Equal([64, 64, 64, 128], mean.Select(value => (int)Math.Round(value)));
    }

    [EngineFact(EngineNames.Libvips)]
    public void Flat_pictures_are_told_from_noise()
    {
        byte[] flat = PngFile.Create(100, 50, PngFile.Rgb, 8, (x, _, _) => x < 50 ? 10 : 200);
        byte[] noise = PngFile.Create(100, 50, PngFile.Rgb, 8, (x, y, channel) => ((x * 7919) + (y * 104_729) + (channel * 31)) * 2654 % 251);

        Assert.Equal(98.0 / 99, Picture.Resize(flat, image => image!.FlatShare), 6);
        Assert.InRange(Picture.Resize(noise, image => image!.FlatShare), 0, 0.05);
    }
}
