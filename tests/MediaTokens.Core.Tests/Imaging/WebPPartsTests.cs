using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>WebP, chunk by chunk.</summary>
public sealed class WebPPartsTests
{
    private const byte Alpha = 0x10;
    private const byte Xmp = 0x04;
    private const byte Profile = 0x20;

    private static readonly byte[] Pixels = WebP.Lossy(8, 8);

    [Fact]
    public void Metadata_is_taken_out_and_the_file_tells_so()
    {
        byte[] file = WebP.File(
            WebP.Extended(Alpha | WebP.HasExif | Xmp, 8, 8),
            WebP.Chunk("ALPH", 1, 2, 3),
            Pixels,
            WebP.Chunk("EXIF", 1, 2, 3),
            WebP.Chunk("XMP ", 1),
            WebP.Chunk("abcd", 1));
        Assert.Equal("Image 60, Metadata 32", Of(file));
        Assert.Equal(WebP.File(WebP.Extended(Alpha, 8, 8), WebP.Chunk("ALPH", 1, 2, 3), Pixels), Parts.WithoutMetadata(file, MediaFormat.WebP));
    }

    [Fact]
    public void What_stands_behind_the_declared_size_is_a_trailer()
    {
        byte[] file = [.. WebP.File(Pixels), 1, 2, 3];
        Assert.Equal("Image 30, Trailer 3", Of(file));
        Assert.Equal(WebP.File(Pixels), Parts.WithoutMetadata(file, MediaFormat.WebP));
        Assert.Null(Damage(file));
    }

    [Fact]
    public void An_sRGB_profile_is_taken_out_and_another_stays()
    {
        byte[] srgb = WebP.Chunk("ICCP", Icc.Rgb(Icc.SrgbColorants, Icc.SrgbCurve));
        byte[] other = WebP.Chunk("ICCP", Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve));
        byte[] wide = WebP.File(WebP.Extended(Profile, 8, 8), other, Pixels);
        Assert.Equal(WebP.File(WebP.Extended(0, 8, 8), Pixels), Parts.WithoutMetadata(WebP.File(WebP.Extended(Profile, 8, 8), srgb, Pixels), MediaFormat.WebP));
        Assert.Equal(wide, Parts.WithoutMetadata(wide, MediaFormat.WebP));
        Assert.False(Parts.Profile(wide, MediaFormat.WebP)!.IsSrgb);
    }

    [Fact]
    public void A_profile_that_the_flags_do_not_announce_is_none()
    {
        byte[] chunk = WebP.Chunk("ICCP", Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve));
        Assert.Null(Parts.Profile(WebP.File(WebP.Extended(0, 8, 8), chunk, Pixels), MediaFormat.WebP));
        Assert.Null(Parts.Profile(WebP.File(Pixels, chunk), MediaFormat.WebP));
    }

    [Fact]
    public void A_missing_padding_at_the_end_is_no_damage()
    {
        byte[] content = [.. Pixels, .. WebP.Chunk("abcd", 1)[..^1]];
        Assert.Null(Damage(WebP.File((uint)content.Length + 4, content)));
    }

    [Fact]
    public void A_file_that_ends_too_early_says_where()
    {
        byte[] file = WebP.File(Pixels);
        Assert.Equal("It ends after 29 bytes, within chunk 'VP8 '.", Damage(file[..^1]));
        Assert.Equal("It ends after 30 bytes, and its header tells 32.", Damage(WebP.File(24, Pixels)));
        Assert.Equal("It ends after 30 bytes, before any pixels.", Damage(WebP.File(WebP.Extended(0, 8, 8))));
        Assert.Equal("It ends after 11 bytes, before its first chunk.", Damage(file[..11]));
        Assert.Equal("It ends after 30 bytes, within chunk 'VP8 '.", Damage(WebP.File(22, WebP.Chunk("VP8 ", uint.MaxValue, Pixels[8..]))));
    }

    [Fact]
    public void An_animation_is_an_image() => Assert.Null(
        Damage(WebP.File(WebP.Extended(WebP.Animation, 8, 8), WebP.Chunk("ANIM", new byte[6]), WebP.Chunk("ANMF", new byte[30]))));

    private static string Of(byte[] file) => Parts.Of(file, MediaFormat.WebP);

    private static string? Damage(byte[] file) => Parts.Damage(file, MediaFormat.WebP);
}
