using System.Text;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class LibvipsMetadataTests
{
    // What the sample's EXIF and XMP say, the names of the parts that they stand in, and of an ICC profile.
    private static readonly string[] Traces = ["nobody", "Exif", "EXIF", "eXIf", "xmpmeta", "XMP ", "ICC_PROFILE", "iCCP", "ICCP", "Photoshop"];

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("formats/jpeg-exif-xmp.jpg", MediaFormat.Jpeg)]
    [InlineData("formats/jpeg-exif-xmp.jpg", MediaFormat.Png)]
    [InlineData("formats/jpeg-exif-xmp.jpg", MediaFormat.WebP)]
    [InlineData("formats/jpeg-icc.jpg", MediaFormat.Jpeg)]
    [InlineData("formats/webp-icc.webp", MediaFormat.WebP)]
    [InlineData("formats/png-text-icc.png", MediaFormat.Png)]
    [InlineData("orientation/orientation-6.webp", MediaFormat.WebP)]
    [InlineData("orientation/orientation-6.tif", MediaFormat.WebP)]
    public void Nothing_but_pixels_goes_over(string path, MediaFormat format)
    {
        string written = Text(Picture.Convert(Picture.Sample(path), format));

        Assert.DoesNotContain(Traces, written.Contains);
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData(MediaFormat.Jpeg)]
    [InlineData(MediaFormat.WebP)]
    public void Exif_and_xmp_go_over_on_demand(MediaFormat format)
    {
        string written = Text(Picture.Convert(Picture.Sample("formats/jpeg-exif-xmp.jpg"), format, keepMetadata: true));

        Assert.Contains("nobody", written);
        Assert.Contains("xmpmeta", written);
    }

    [EngineTheory(EngineNames.Libvips)]
    [InlineData("orientation/xmp-and-exif-6.jpg")]
    [InlineData("orientation/orientation-6.webp")]
    [InlineData("orientation/orientation-6.tif")]
    public void Kept_metadata_says_upright(string path)
    {
        byte[] file = Picture.Sample(path);
        MediaHeader source = Picture.Header(file);

        Assert.Equal(6, source.Orientation);
        Assert.Equal(new MediaHeader(MediaFormat.Jpeg, source.Size), Picture.Header(Picture.Convert(file, MediaFormat.Jpeg, keepMetadata: true)));
        Assert.Equal(new MediaHeader(MediaFormat.WebP, source.Size), Picture.Header(Picture.Convert(file, MediaFormat.WebP, keepMetadata: true)));
    }

    [EngineFact(EngineNames.Libvips)]
    public void A_profile_does_not_go_over_even_with_metadata()
    {
        string written = Text(Picture.Convert(Picture.Sample("formats/jpeg-icc.jpg"), MediaFormat.Jpeg, keepMetadata: true));

        Assert.DoesNotContain("ICC_PROFILE", written);
    }

    private static string Text(byte[] file) => Encoding.Latin1.GetString(file);
}
