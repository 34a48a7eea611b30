using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>The names of results: an ending that says the format already stays, another format's ending goes, and nothing else is lost.</summary>
public sealed class FileEndingsTests
{
    [Theory]
    [InlineData("photo.jpg", MediaFormat.Jpeg, "photo.jpg")]
    [InlineData("photo.JPEG", MediaFormat.Jpeg, "photo.JPEG")]
    [InlineData("photo.jfif", MediaFormat.Jpeg, "photo.jfif")]
    [InlineData("scan.tif", MediaFormat.Jpeg, "scan.jpg")]
    [InlineData("a.bmp", MediaFormat.Png, "a.png")]
    [InlineData("a.bmp.png", MediaFormat.Png, "a.bmp.png")]
    [InlineData("a.png.bmp", MediaFormat.Png, "a.png.png")]
    [InlineData("noending", MediaFormat.Jpeg, "noending.jpg")]
    [InlineData("archive.v2", MediaFormat.Jpeg, "archive.v2.jpg")]
    [InlineData("2024.05.01 at 10.30", MediaFormat.Png, "2024.05.01 at 10.30.png")]
    [InlineData(".bmp", MediaFormat.Png, ".png")]
    [InlineData("dot.", MediaFormat.Jpeg, "dot..jpg")]
    [InlineData("space.jpg ", MediaFormat.Jpeg, "space.jpg .jpg")]
    [InlineData("größe-図.heic", MediaFormat.WebP, "größe-図.webp")]
    public void A_result_is_called_after_its_source_and_its_format(string source, MediaFormat format, string expected) =>
        Assert.Equal(expected, FileEndings.Name(source, format));

    [Fact]
    public void A_name_that_is_given_says_the_format_that_it_is_given_for()
    {
        foreach (MediaFormat format in Enum.GetValues<MediaFormat>())
        {
            Assert.Equal(format, FileEndings.FormatOf(FileEndings.Name("x", format)));
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("x.")]
    [InlineData("x.txt")]
    [InlineData("folder.jpg/x")]
    [InlineData("")]
    public void A_name_without_a_known_ending_says_no_format(string name) => Assert.Null(FileEndings.FormatOf(name));
}
