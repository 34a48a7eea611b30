using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.ImageSharp;

public sealed class EngineTests
{
    [Fact]
    public void It_is_listed_whether_it_is_there_or_not()
    {
        EngineStatus status = Assert.Single(Engines.All, status => status.Name == EngineNames.ImageSharp);

        Assert.Equal(status.Engine is null, status.Reason is not null);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void It_tells_its_version_and_formats()
    {
        IImageEngine engine = Work.Engine;

        Assert.Equal("3.1.12", engine.Version);
        Assert.Equal([MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.Gif, MediaFormat.WebP, MediaFormat.Bmp, MediaFormat.Tiff], engine.Reads);
        Assert.Equal([MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP], engine.Writes);
        Assert.All(Enum.GetValues<MediaFormat>(), format => Assert.Equal(engine.Reads.Contains(format), engine.Rank(new(format, new(100, 100))) < int.MaxValue));
    }

    [EngineFact(EngineNames.ImageSharp, EngineNames.Libvips)]
    public void A_huge_image_goes_to_the_engine_that_reads_row_by_row()
    {
        IImageEngine whole = Work.Engine, rows = Engines.Get(EngineNames.Libvips);
        MediaHeader screenshot = new(MediaFormat.Png, new(1920, 1080)), poster = new(MediaFormat.Png, new(16_000, 16_000));
        Assert.True(whole.Rank(screenshot) < whole.Rank(poster));
        Assert.True(rows.Rank(poster) < whole.Rank(poster));
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void What_it_cannot_write_is_left_to_another_engine()
    {
        using ImageBytes bytes = ImageBytes.Copy(Work.Sample("banner.bmp"));

        Assert.Null(Work.Engine.Resize(new(bytes, MediaHeaderReader.Read(bytes), new(48, 16), [MediaFormat.Avif]), CancellationToken.None));
    }

    [EngineFact(EngineNames.ImageSharp)]
    public async Task Images_at_work_side_by_side_come_out_as_one_after_another()
    {
        string[] samples = ["boardwalk.jpg", "screenshot.png", "diagram.webp", "receipt.png", "icon.gif", "scan.tif", "formats/jpeg-progressive.jpg", "banner.bmp"];
        byte[][] alone = [.. samples.Select(Make)];

        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Make(samples[i % samples.Length]))));

        Assert.All(Enumerable.Range(0, 24), i => Assert.Equal(alone[i % samples.Length], together[i]));
    }

    private static byte[] Make(string sample) => Work.Resize(
        Work.Sample(sample),
        image => (byte[])[.. Work.Written(image, MediaFormat.Jpeg), .. Work.Written(image, MediaFormat.Png), .. Work.Written(image, MediaFormat.WebP)],
        new(64, 48))!;
}
