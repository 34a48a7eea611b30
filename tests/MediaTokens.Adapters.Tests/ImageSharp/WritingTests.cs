using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.ImageSharp;

public sealed class WritingTests
{
    private static readonly Pixels HalfClear = new(2, 1, [255, 0, 0, 128, 0, 0, 255, 255]);

    [EngineFact(EngineNames.ImageSharp)]
    public void Transparency_is_kept_in_png() => Assert.Equal(HalfClear.Rgba, Work.PixelsOf(PngFile.Write(HalfClear), new(2, 1)).Rgba);

    [EngineFact(EngineNames.ImageSharp)]
    public void Transparency_lies_on_white_in_jpeg()
    {
        byte[] clear = PngFile.Write(new Pixels(32, 32, [.. Enumerable.Repeat<byte[]>([255, 0, 0, 128], 32 * 32).SelectMany(pixel => pixel)]));

        byte[] jpeg = Work.Resize(clear, image => Work.Written(image, MediaFormat.Jpeg))!;

        (byte r, byte g, byte b, _) = Work.PixelsOf(jpeg)[4, 4];
        Assert.Equal([255, 127, 127], [r, g, b], (one, two) => Math.Abs(one - two) <= 2);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void An_alpha_channel_that_hides_nothing_is_dropped()
    {
        byte[] opaque = PngFile.Write(new Pixels(2, 2, [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 8, 7, 255]));

        (bool hasTransparency, byte[] png) = Work.Resize(opaque, image => Tuple.Create(image.HasTransparency, Work.Written(image, MediaFormat.Png)), new(2, 2))!;

        Assert.False(hasTransparency);
        Assert.Equal(2, PngFile.ColorType(png));
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void Transparency_is_told() =>
        Assert.Equal("True", Work.Resize(Work.Sample("formats/webp-alpha.webp"), image => image.HasTransparency.ToString()));

    [EngineTheory(EngineNames.ImageSharp)]
    [InlineData("jpeg-grey.jpg", 1)]
    [InlineData("jpeg-baseline.jpg", 3)]
    public void Grey_stays_grey_and_colour_is_subsampled(string name, int components)
    {
        byte[] jpeg = Work.Resize(Work.Sample($"formats/{name}"), image => Work.Written(image, MediaFormat.Jpeg))!;

        int frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        Assert.Equal(components, jpeg[frame + 9]);
        Assert.Equal(components == 1 ? 0x11 : 0x22, jpeg[frame + 11]);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void A_lower_quality_makes_a_smaller_file()
    {
        string sizes = Work.Resize(
            Work.Sample("formats/jpeg-baseline.jpg"),
            image => string.Join(' ', Work.Engine.Writes.Select(format => Work.Written(image, format, 30).Length < Work.Written(image, format, 90).Length)))!;

        Assert.Equal("True False True", sizes);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void The_flat_share_tells_a_drawing_from_noise()
    {
        byte[] noise = new byte[64 * 64 * 4];
        new Random(1).NextBytes(noise);

        Assert.InRange(FlatShare(Work.Sample("screenshot.png"), null), 0.9, 0.999);
        Assert.InRange(FlatShare(PngFile.Write(new Pixels(64, 64, noise)), new(64, 64)), 0, 0.01);
        Assert.Equal(1, FlatShare(PngFile.Write(new Pixels(1, 2, [1, 2, 3, 255, 4, 5, 6, 255])), new(1, 2)));
    }

    private static double FlatShare(byte[] file, PixelSize? size) => Work.Resize(file, image => Tuple.Create(image.FlatShare), size)!.Item1;
}
