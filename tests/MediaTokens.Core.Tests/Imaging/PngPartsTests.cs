using System.IO.Compression;
using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>PNG, chunk by chunk.</summary>
public sealed class PngPartsTests
{
    private static readonly byte[] Plain = CheckedPng.Image();

    [Theory]
    [InlineData("PLTE")]
    [InlineData("tRNS")]
    [InlineData("gAMA")]
    [InlineData("sRGB")]
    [InlineData("cICP")]
    [InlineData("pHYs")]
    [InlineData("acTL")]
    [InlineData("fdAT")]
    [InlineData("ABCD")]
    public void Chunks_that_change_what_is_seen_stay(string type)
    {
        byte[] file = CheckedPng.Image(CheckedPng.Chunk(type, [1, 2, 3]));
        Assert.Equal($"Image {Plain.Length + 15}", Of(file));
        Assert.Equal(file, Parts.WithoutMetadata(file, MediaFormat.Png));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("eXIf")]
    [InlineData("tIME")]
    [InlineData("iDOT")]
    [InlineData("abCd")]
    public void Other_chunks_are_taken_out(string type)
    {
        byte[] file = CheckedPng.Image(CheckedPng.Chunk(type, [1, 2, 3]));
        Assert.Equal($"Image 33, Metadata 15, Image {Plain.Length - 33}", Of(file));
        Assert.Equal(Plain, Parts.WithoutMetadata(file, MediaFormat.Png));
    }

    [Fact]
    public void What_stands_behind_the_end_is_a_trailer()
    {
        byte[] file = [.. Plain, 1, 2, 3];
        Assert.Equal($"Image {Plain.Length}, Trailer 3", Of(file));
        Assert.Equal(Plain, Parts.WithoutMetadata(file, MediaFormat.Png));
        Assert.Null(Damage(file));
    }

    [Fact]
    public void A_profile_is_inflated()
    {
        byte[] profile = Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve);
        byte[] file = CheckedPng.Image(Profile(profile));
        Assert.Equal(profile, Parts.Profile(file, MediaFormat.Png)!.Bytes.ToArray());
        Assert.Equal(file, Parts.WithoutMetadata(file, MediaFormat.Png));
    }

    [Fact]
    public void An_sRGB_profile_stays_only_beside_other_statements_about_colour()
    {
        byte[] profile = Profile(Icc.Rgb(Icc.SrgbColorants, Icc.SrgbCurve));
        byte[] gamma = CheckedPng.Chunk("gAMA", [0, 0, 0xB1, 0x8F]);
        Assert.Equal(Plain, Parts.WithoutMetadata(CheckedPng.Image(profile), MediaFormat.Png));
        byte[] both = CheckedPng.Image(gamma, profile);
        Assert.Equal(both, Parts.WithoutMetadata(both, MediaFormat.Png));
    }

    [Fact]
    public void A_profile_that_cannot_be_inflated_is_none()
    {
        byte[] chunk = Profile(Icc.Grey(Icc.SrgbCurve));
        byte[] data = chunk[8..^4];
        byte[][] broken =
        [
            [],
            data[..3],
            data[..5],
            [.. data[..2], 9, .. data[3..]],
            [.. data[..3], 0xFF, .. data[4..]],
            [.. data[..20], 0xFF, 0xFF, 0xFF, 0xFF],
            [0, .. data[2..]],
        ];
        Assert.NotNull(Parts.Profile(CheckedPng.Image(chunk), MediaFormat.Png));
        Assert.All(broken, bytes => Assert.Null(Parts.Profile(CheckedPng.Image(CheckedPng.Chunk("iCCP", bytes)), MediaFormat.Png)));
    }

    [Fact]
    public void A_profile_that_inflates_without_end_is_none()
    {
        byte[] profile = Icc.Grey(Icc.SrgbCurve);
        byte[] file = CheckedPng.Image(Profile([.. profile, .. new byte[8 << 20]]));
        Assert.True(file.Length < 20_000);
        Assert.Null(Parts.Profile(file, MediaFormat.Png));
    }

    [Fact]
    public void A_file_that_ends_within_something_says_within_what()
    {
        int length = Plain.Length;
        Assert.Equal($"It ends after {length - 12} bytes, before the end of the image is marked.", Damage(Plain[..^12]));
        Assert.Equal($"It ends after {length - 1} bytes, within chunk 'IEND'.", Damage(Plain[..^1]));
        Assert.Equal($"It ends after {length - 13} bytes, within chunk 'IDAT'.", Damage(Plain[..^13]));
        Assert.Equal("It ends after 45 bytes, within chunk 'IDAT'.", Damage([.. CheckedPng.Start, .. Png.Chunk("IDAT", uint.MaxValue, [])]));
        Assert.Equal("The image ends at byte 33, before any pixels.", Damage([.. CheckedPng.Start, .. CheckedPng.End]));
    }

    [Theory]
    [InlineData("PLTE", true)]
    [InlineData("ABCD", true)]
    [InlineData("tRNS", false)]
    [InlineData("tEXt", false)]
    public void A_wrong_checksum_is_damage_where_a_decoder_needs_the_chunk(string type, bool isDamage)
    {
        byte[] chunk = CheckedPng.Chunk(type, [1, 2, 3]);
        chunk[9] ^= 0x10;
        string? damage = Damage(CheckedPng.Image(chunk));
        Assert.Equal(isDamage ? $"The checksum of chunk '{type}' at byte 33 is wrong." : null, damage);
    }

    [Fact]
    public void A_checksum_is_the_one_of_the_specification_at_any_length()
    {
        byte[] bytes = new byte[300];
        new Random(7).NextBytes(bytes);
        Assert.Equal(0xCBF43926u, Crc32.Compute("123456789"u8));
        for (int length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(CheckedPng.Checksum(bytes.AsSpan(0, length)), Crc32.Compute(bytes.AsSpan(0, length)));
        }
    }

    private static byte[] Profile(byte[] profile)
    {
        using MemoryStream data = new();
        data.Write("x\0\0"u8);
        using (ZLibStream zlib = new(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(profile);
        }

        return CheckedPng.Chunk("iCCP", data.ToArray());
    }

    private static string Of(byte[] file) => Parts.Of(file, MediaFormat.Png);

    private static string? Damage(byte[] file) => Parts.Damage(file, MediaFormat.Png);
}
