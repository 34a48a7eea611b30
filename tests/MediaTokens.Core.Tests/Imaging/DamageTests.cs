using MediaTokens.Core.Tests.Headers;
using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Damage of formats that are not taken apart.</summary>
public sealed class DamageTests
{
    private const int ScreenSize = 13;

    [Fact]
    public void A_gif_does_without_its_end()
    {
        Assert.Null(Damage(Gif.File(4, 4, Gif.Frame(), Gif.End)));
        Assert.Null(Damage(Gif.File(4, 4, Gif.Frame())));
        Assert.Null(Damage(Gif.File(4, 4, Gif.Application("NETSCAPE2.0"), Gif.Frame(2, 0x87), Gif.Frame(), Gif.End, [1, 2, 3])));
        Assert.Null(Damage(Gif.File(4, 4, Gif.Frame(), [0, 0, 0])));
    }

    [Fact]
    public void A_gif_that_ends_within_something_says_within_what()
    {
        byte[] frame = Gif.Frame();
        for (int length = 1; length < frame.Length; length++)
        {
            Assert.Equal($"It ends after {ScreenSize + length} bytes, in the middle of the image data.", Damage(Gif.File(4, 4, frame[..length])));
        }

        Assert.Equal("It ends after 31 bytes, within an extension.", Damage(Gif.File(4, 4, Gif.Application("NETSCAPE2.0")[..^1])));
        Assert.Equal("It ends after 13 bytes, before any pixels.", Damage(Gif.File(4, 4)));
        Assert.Equal("The image ends at byte 13, before any pixels.", Damage(Gif.File(4, 4, Gif.End)));
        Assert.Equal("It ends after 12 bytes, within its header.", Damage(Gif.File(4, 4)[..12]));
    }

    [Theory]
    [InlineData("formats/bmp-core.bmp")]
    [InlineData("formats/bmp-info.bmp")]
    [InlineData("formats/bmp-os2.bmp")]
    [InlineData("formats/bmp-v5.bmp")]
    [InlineData("banner.bmp")]
    public void A_bitmap_must_have_all_its_rows(string path)
    {
        byte[] bytes = TestMedia.Bytes(path);
        Assert.Null(Parts.Damage(bytes, MediaFormat.Bmp));
        for (int length = 34; length <= bytes.Length - 4; length += 7)
        {
            Assert.Equal($"It ends after {length} bytes, in the middle of the image data.", Parts.Damage(bytes[..length], MediaFormat.Bmp));
        }

        Assert.Equal("It ends after 20 bytes, within its header.", Parts.Damage(bytes[..20], MediaFormat.Bmp));
    }

    [Fact]
    public void A_bitmap_pads_its_rows_to_four_bytes()
    {
        // Two rows of 15 bytes and their padding, and a third without it, from byte 54 on.
        byte[] bytes = Bmp.Info(40, 5, -3);
        Assert.Null(Parts.Damage(bytes[..101], MediaFormat.Bmp));
        Assert.NotNull(Parts.Damage(bytes[..100], MediaFormat.Bmp));
    }

    [Theory]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void A_bitmap_of_a_hostile_size_is_damaged(int width, int height) =>
        Assert.NotNull(Parts.Damage(Bmp.Info(40, width, height), MediaFormat.Bmp));

    [Fact]
    public void A_compressed_bitmap_is_not_judged()
    {
        byte[] bytes = Bmp.Info(40, 1000, 1000);
        Assert.NotNull(Parts.Damage(bytes, MediaFormat.Bmp));
        bytes[30] = 1;
        Assert.Null(Parts.Damage(bytes, MediaFormat.Bmp));
    }

    private static string? Damage(byte[] gif) => Parts.Damage(gif, MediaFormat.Gif);
}
