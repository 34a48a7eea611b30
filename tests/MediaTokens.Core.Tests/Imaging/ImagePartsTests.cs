using MediaTokens.Core.Tests.Headers;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>The files of tests/media, taken apart.</summary>
public sealed class ImagePartsTests
{
    public static TheoryData<string> AllPaths => new(TestMedia.Samples.Select(sample => sample.Path));

    public static TheoryData<string> Paths => new(TestMedia.Samples
        .Where(sample => sample.Format is MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP)
        .Select(sample => sample.Path));

    [Theory]
    [InlineData("formats/jpeg-cmyk.jpg", 4)]
    [InlineData("formats/jpeg-grey.jpg", 1)]
    [InlineData("formats/jpeg-progressive.jpg", 3)]
    [InlineData("formats/png-grey.png", null)]
    public void Tells_the_colour_channels_of_JPEG(string sample, int? channels)
    {
        using ImageBytes bytes = ImageBytes.Copy(TestMedia.Bytes(sample));
        Assert.Equal(channels, ImageParts.Read(bytes, TestMedia.Sample(sample).Format)!.Channels);
    }

    [Theory]
    [MemberData(nameof(AllPaths))]
    public void A_sample_is_not_damaged(string path) =>
        Assert.Null(Parts.Check(TestMedia.Bytes(path), TestMedia.Sample(path).Format));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Without_metadata_a_sample_keeps_format_and_stored_size(string path)
    {
        Sample sample = TestMedia.Sample(path);
        byte[] copy = Parts.WithoutMetadata(TestMedia.Bytes(path), sample.Format);
        PixelSize stored = sample.Orientation >= 5 ? new(sample.Size.Height, sample.Size.Width) : sample.Size;
        Assert.Equal(sample.Header with { Size = stored, Orientation = 1 }, MediaHeaderReader.Read(new MemorySource(copy)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Without_metadata_a_sample_is_the_same_but_for_what_was_taken_out(string path)
    {
        byte[] file = TestMedia.Bytes(path);
        MediaFormat format = TestMedia.Sample(path).Format;
        using ImageBytes bytes = ImageBytes.Copy(file);
        ImageParts parts = ImageParts.Read(bytes, format)!;
        byte[] expected = [.. parts.Parts.Where(part => part.Kind == PartKind.Image).SelectMany(part => file.AsSpan(part.Offset, part.Length).ToArray())];
        byte[] copy = Parts.WithoutMetadata(file, format);

        // WebP tells its size and the kinds of its chunks at the start.
        int start = format == MediaFormat.WebP ? 21 : 0;
        if (parts.Profile is null)
        {
            Assert.Equal(expected[start..], copy[start..]);
        }
    }

    [Theory]
    [InlineData("formats/jpeg-exif-xmp.jpg", "Image 20, Metadata 3051, Image 512")]
    [InlineData("formats/jpeg-icc.jpg", "Image 20, Profile 2594, Image 512")]
    [InlineData("formats/jpeg-cmyk.jpg", "Image 3177")]
    [InlineData("formats/png-text-icc.png", "Image 33, Profile 2354, Image 780, Metadata 19, Image 683, Metadata 142, Image 12")]
    [InlineData("formats/png-animated-pillow.png", "Image 2590")]
    [InlineData("formats/webp-icc.webp", "Image 30, Profile 2584, Image 196")]
    [InlineData("formats/webp-pillow.webp", "Image 224, Metadata 34")]
    [InlineData("orientation/orientation-6.png", "Image 762, Metadata 102, Image 652")]
    public void A_sample_is_made_of_its_parts(string path, string expected) =>
        Assert.Equal(expected, Parts.Of(TestMedia.Bytes(path), TestMedia.Sample(path).Format));

    [Theory]
    [InlineData("formats/jpeg-icc.jpg")]
    [InlineData("formats/png-text-icc.png")]
    [InlineData("formats/webp-icc.webp")]
    public void The_profile_of_a_sample_is_sRGB(string path)
    {
        ColorProfile profile = Parts.Profile(TestMedia.Bytes(path), TestMedia.Sample(path).Format)!;
        Assert.Equal(("Artifex Software sRGB ICC Profile", "RGB", true, 2576), (profile.Name, profile.ColorSpace, profile.IsSrgb, profile.Bytes.Length));
    }

    [Theory]
    [InlineData("formats/jpeg-icc.jpg", 532)]
    [InlineData("formats/webp-icc.webp", 226)]
    public void An_sRGB_profile_is_left_out(string path, int expected)
    {
        byte[] copy = Parts.WithoutMetadata(TestMedia.Bytes(path), TestMedia.Sample(path).Format);
        Assert.Equal(expected, copy.Length);
        Assert.Null(Parts.Profile(copy, TestMedia.Sample(path).Format));
    }

    [Theory]
    [InlineData("icon.gif")]
    [InlineData("banner.bmp")]
    [InlineData("scan.tif")]
    [InlineData("photo.heic")]
    [InlineData("photo.avif")]
    public void Other_formats_have_no_parts(string path)
    {
        using ImageBytes bytes = ImageBytes.Copy(TestMedia.Bytes(path));
        Assert.Null(ImageParts.Read(bytes, TestMedia.Sample(path).Format));
    }
}
