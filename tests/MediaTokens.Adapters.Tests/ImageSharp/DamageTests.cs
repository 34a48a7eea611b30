using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.ImageSharp;

public sealed class DamageTests
{
    private static readonly Pixels Picture = new(8, 8, [.. Enumerable.Range(0, 256).Select(value => (byte)(value | 1))]);

    [EngineFact(EngineNames.ImageSharp)]
    public void A_wrong_checksum_of_pixels_is_an_error() => AssertCorrupt(WithWrongChecksum());

    [EngineTheory(EngineNames.ImageSharp)]
    [InlineData(6)]
    [InlineData(2)]
    public void Pixels_that_end_before_the_last_row_are_an_error(int colorType)
    {
        int stride = (colorType == 6 ? 8 * 4 : 8 * 3) + 1;

        AssertCorrupt(PngFile.Write(8, 8, 8, colorType, new byte[stride * 8], isWhole: false));
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void An_image_that_is_clear_at_its_end_is_whole() =>
        Assert.NotNull(Work.Resize(PngFile.Write(new Pixels(8, 8, new byte[256])), image => image));

    [EngineFact(EngineNames.ImageSharp)]
    public void A_bitmap_that_ends_early_is_an_error() => AssertCorrupt(Work.Sample("banner.bmp")[..2000]);

    [EngineFact(EngineNames.ImageSharp)]
    public void What_is_left_of_the_pixels_is_taken_when_that_is_allowed()
    {
        foreach (byte[] file in new[] { WithWrongChecksum(), PngFile.Write(Picture, isWhole: false) })
        {
            Assert.Equal("8x8 True", Work.Resize(file, image => $"{image.Size} {image.IsPartial}", new(8, 8), allowPartial: true));
        }
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void A_cancelled_job_ends()
    {
        using ImageBytes bytes = ImageBytes.Copy(PngFile.Write(Picture));
        ResizeRequest request = new(bytes, MediaHeaderReader.Read(bytes), new(4, 4), [MediaFormat.Png]);

        Assert.ThrowsAny<OperationCanceledException>(() => Work.Engine.Resize(request, new(canceled: true)));
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void Every_cut_and_every_changed_byte_gives_an_image_or_the_error_and_nothing_else()
    {
        string[] samples = ["formats/jpeg-pillow.jpg", "formats/png-alpha.png", "formats/webp-alpha.webp", "formats/gif-pillow.gif", "formats/tiff-pillow.tif", "formats/bmp-v5.bmp"];
        Random random = new(7);
        foreach (byte[] whole in samples.Select(Work.Sample))
        {
            for (int i = 0; i < 60; i++)
            {
                byte[] file = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
                file.AsSpan(random.Next(file.Length + 1)).Slice(0, Math.Min(i % 2, file.Length)).Fill(0xA5);
                if (Record.Exception(() => Assert.InRange(Work.Header(file).Size.Width * (long)Work.Header(file).Size.Height, 1, 100_000)) is null
                    && Record.Exception(() => Work.Resize(file, image => Work.Written(image, MediaFormat.Jpeg))) is { } error)
                {
                    Assert.Equal(MediaErrorId.CorruptPixels, Assert.IsType<MediaException>(error).Id);
                }
            }
        }
    }

    private static byte[] WithWrongChecksum()
    {
        byte[] file = PngFile.Write(Picture);
        file[^13] ^= 1; // The last byte before IEND.
        return file;
    }

    private static void AssertCorrupt(byte[] file) =>
        Assert.Equal(MediaErrorId.CorruptPixels, Assert.Throws<MediaException>(() => Work.Resize(file, image => image)).Id);
}
