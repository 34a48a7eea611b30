using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>What is told of an ICC profile.</summary>
public sealed class ColorProfileTests
{
    private static readonly byte[] WideGamut = Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve);

    public static TheoryData<string, byte[]> SrgbCurves => new()
    {
        { "parameters", Icc.SrgbCurve },
        { "parameters with offsets", Icc.Function(4, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045, 0, 0) },
        { "1024 samples", Icc.Samples(SrgbSamples(1024)) },
        { "64 samples", Icc.Samples(SrgbSamples(64)) },
    };

    [Theory]
    [MemberData(nameof(SrgbCurves))]
    public void The_colours_of_sRGB_are_sRGB(string name, byte[] curve)
    {
        Assert.NotEmpty(name);
        Assert.True(Parse(Icc.Rgb(Icc.SrgbColorants, curve)).IsSrgb);
        Assert.True(Parse(Icc.Grey(curve)).IsSrgb);
        Assert.False(Parse(Icc.Rgb(Icc.DisplayP3Colorants, curve)).IsSrgb);
    }

    [Fact]
    public void Another_curve_is_not_sRGB()
    {
        byte[][] curves = [Icc.Gamma(563), Icc.Gamma(256), Icc.Samples(), Icc.Function(0, 2.2), Icc.Samples(0, 65535), Icc.Samples(SrgbSamples(8))];
        Assert.All(curves, curve => Assert.False(Parse(Icc.Rgb(Icc.SrgbColorants, curve)).IsSrgb));
        Assert.All(curves, curve => Assert.False(Parse(Icc.Grey(curve)).IsSrgb));
        Assert.False(Parse(Icc.Rgb(Icc.SrgbColorants, Icc.SrgbCurve, Icc.SrgbCurve, Icc.Gamma(563))).IsSrgb);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(-0.5, true)]
    [InlineData(1.5, false)]
    [InlineData(-1.5, false)]
    public void A_curve_may_be_off_by_one_level(double levels, bool isSrgb)
    {
        byte[] curve = Icc.Samples(SrgbSamples(1024, levels / 255));
        Assert.Equal(isSrgb, Parse(Icc.Rgb(Icc.SrgbColorants, curve)).IsSrgb);
    }

    [Fact]
    public void Other_primaries_are_not_sRGB()
    {
        for (int i = 0; i < 9; i++)
        {
            double[] colorants = [.. Icc.SrgbColorants];
            colorants[i] += 0.004;
            Assert.False(Parse(Icc.Rgb(colorants, Icc.SrgbCurve)).IsSrgb);
        }
    }

    [Fact]
    public void A_profile_tells_its_name()
    {
        Assert.Equal("", Parse(WideGamut).Name);
        Assert.Equal("Camera RGB", Name(Icc.Ascii("Camera RGB")));
        Assert.Equal("Écran", Name(Icc.Localized(("frFR", "Écran"))));
        Assert.Equal("Display", Name(Icc.Localized(("frFR", "Écran"), ("enUS", "Display"), ("enGB", "Another"))));
        Assert.Equal("Bell", Name(Icc.Ascii("Be\u0007\u001Bll ")));
        Assert.Equal("", Name(Icc.Localized()));
        Assert.Equal("", Name([]));
    }

    [Theory]
    [InlineData("CMYK", "CMYK")]
    [InlineData("Lab ", "Lab")]
    [InlineData("4CLR", "4CLR")]
    [InlineData("\0\0\0\0", "")]
    public void A_profile_of_another_space_is_named_and_not_converted(string space, string expected)
    {
        ColorProfile profile = Parse(Icc.Profile(space));
        Assert.Equal((expected, false, false), (profile.ColorSpace, profile.IsSrgb, profile.CanConvert));
        Assert.Throws<InvalidOperationException>(() => profile.ConvertToSrgb(new byte[3], 3));
    }

    [Fact]
    public void Bytes_without_header_and_signature_are_no_profile()
    {
        Assert.Null(ColorProfile.Parse([]));
        Assert.Null(ColorProfile.Parse(WideGamut.AsSpan(0, 131)));
        Assert.Null(ColorProfile.Parse(new byte[1000]));
        Assert.Equal(WideGamut, Parse(WideGamut).Bytes.ToArray());
    }

    [Fact]
    public void A_damaged_model_is_not_converted_with()
    {
        byte[][] curves =
        [
            [],
            new byte[40],
            Icc.Samples(1, 2)[..^1],
            new ByteWriter().Text("curv").Zeros(4).U32(uint.MaxValue).Zeros(40).ToArray(),
            Icc.Function(3, 2.4, 1, 0, 1),
            Icc.Function(5, 1, 1, 1, 1, 1, 1, 1),
            Icc.Function(4, 0.5, 1, -9, 0, 0, 0, 0),
        ];
        Assert.All(curves, curve => Assert.False(Parse(Icc.Rgb(Icc.SrgbColorants, curve)).CanConvert));
        Assert.All(curves, curve => Assert.False(Parse(Icc.Grey(curve)).CanConvert));
        Assert.False(Parse(Icc.Rgb([1, 1, 1, 1, 1, 1, 0, 0, 1], Icc.SrgbCurve)).CanConvert);
        Assert.False(Parse(Icc.Rgb(new double[9], Icc.SrgbCurve)).CanConvert);
        Assert.False(Parse(Icc.Profile("GRAY", "Lab ", 1, ("kTRC", Icc.SrgbCurve))).CanConvert);
        Assert.True(Parse(Icc.Grey(Icc.SrgbCurve)).CanConvert);
    }

    [Theory]
    [InlineData(0u, false)]
    [InlineData(5u, false)]
    [InlineData(6u, true)]
    [InlineData(4_294_967_295, true)]
    public void The_table_of_tags_is_read_as_far_as_there_is_one(uint count, bool canConvert)
    {
        byte[] bytes = [.. WideGamut];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(128), count);
        Assert.Equal(canConvert, Parse(bytes).CanConvert);
    }

    [Theory]
    [InlineData(0x7FFF_FFFFu, 20u)]
    [InlineData(0xFFFF_FFFFu, 1u)]
    [InlineData(200u, 0xFFFF_FFFFu)]
    [InlineData(0u, 0u)]
    public void A_tag_out_of_bounds_is_missing(uint offset, uint size)
    {
        byte[] bytes = [.. WideGamut];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(136), offset);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(140), size);
        Assert.False(Parse(bytes).CanConvert);
    }

    [Fact]
    public void Cut_or_changed_a_profile_is_read_or_not_but_never_fails()
    {
        byte[][] profiles = [WideGamut, Icc.Rgb(Icc.SrgbColorants, Icc.Samples(SrgbSamples(64))), Icc.Grey(Icc.Gamma(563)), Named(Icc.Localized(("enUS", "Display")))];
        Random random = new(11);
        foreach (byte[] profile in profiles)
        {
            for (int length = 0; length < profile.Length; length++)
            {
                Use(profile.AsSpan(0, length));
            }

            for (int round = 0; round < 2000; round++)
            {
                byte[] bytes = [.. profile];
                for (int change = random.Next(8); change >= 0; change--)
                {
                    bytes[random.Next(16, bytes.Length)] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
                }

                "acsp"u8.CopyTo(bytes.AsSpan(36));
                Use(bytes);
            }
        }
    }

    private static void Use(ReadOnlySpan<byte> bytes)
    {
        if (ColorProfile.Parse(bytes) is { CanConvert: true } profile)
        {
            profile.ConvertToSrgb([0, 128, 255, 3, 255, 255, 255, 0], 4);
        }
    }

    private static ColorProfile Parse(byte[] bytes) => ColorProfile.Parse(bytes)!;

    private static byte[] Named(byte[] description) => Icc.Profile("RGB ", ("desc", description));

    private static string Name(byte[] description) => Parse(Named(description)).Name;

    private static int[] SrgbSamples(int count, double shift = 0) => [.. Enumerable.Range(0, count)
        .Select(i => ReferenceColor.SrgbToLinear(Math.Clamp((i / (count - 1.0)) + shift, 0, 1)))
        .Select(linear => (int)Math.Round(65535 * linear))];
}
