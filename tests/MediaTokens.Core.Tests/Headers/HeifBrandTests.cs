using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>The brands of an ISO media file: which of HEIC and AVIF it is, a sequence or not, or a video.</summary>
public sealed class HeifBrandTests
{
    [Theory]
    [InlineData("heic", "", MediaFormat.Heic, false)]
    [InlineData("heix", "mif1", MediaFormat.Heic, false)]
    [InlineData("heim", "mif1", MediaFormat.Heic, false)]
    [InlineData("hevc", "msf1 hevc", MediaFormat.Heic, true)]
    [InlineData("mif1", "heic", MediaFormat.Heic, false)]
    [InlineData("mif1", "", MediaFormat.Heic, false)]
    [InlineData("msf1", "hevc", MediaFormat.Heic, true)]
    [InlineData("avif", "", MediaFormat.Avif, false)]
    [InlineData("avif", "mif1 miaf MA1B", MediaFormat.Avif, false)]
    [InlineData("mif1", "avif miaf", MediaFormat.Avif, false)]
    [InlineData("miaf", "mif1 avif", MediaFormat.Avif, false)]
    [InlineData("avis", "msf1 avif", MediaFormat.Avif, true)]
    [InlineData("heic", "avif", MediaFormat.Heic, false)]
    [InlineData("isom", "mif1 heic", MediaFormat.Heic, false)]
    public void The_major_brand_decides_or_leaves_it_to_the_others(string major, string brands, MediaFormat format, bool sequence)
    {
        byte[] fileType = Heif.FileType(major, brands.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            new MediaHeader(format, new PixelSize(300, 200), IsAnimated: sequence),
            Reading.Header(Heif.Image(fileType, [Heif.Size(300, 200)])));
    }

    [Theory]
    [InlineData("isom", "iso2 avc1 mp41")]
    [InlineData("qt  ", "qt  ")]
    [InlineData("M4A ", "")]
    [InlineData("\0\0\0\0", "")]
    public void Another_container_is_taken_for_a_video_and_no_image(string major, string brands)
    {
        byte[] bytes = [.. Heif.FileType(major, brands), .. Heif.Box("moov", new byte[100])];
        MediaException exception = Reading.FailsAsImage(bytes, MediaErrorId.UnknownFormat);
        Assert.Contains("a video", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_brands_without_end_is_not_read_to_its_end()
    {
        byte[] fileType = Heif.FileType("isom", [.. Enumerable.Repeat("iso2", 50_000), "heic"]);
        Reading.FailsAsImage(Heif.Image(fileType, [Heif.Size(300, 200)]), MediaErrorId.UnknownFormat);
    }

    [Fact]
    public void A_file_type_that_is_too_short_is_corrupt() =>
        Reading.Fails([.. Heif.Box("ftyp", new byte[4]), .. Heif.Box("free", new byte[40])], MediaErrorId.CorruptHeader);
}
