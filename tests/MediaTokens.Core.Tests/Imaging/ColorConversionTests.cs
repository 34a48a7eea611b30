using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Pixels of other colour spaces in sRGB.</summary>
public sealed class ColorConversionTests
{
    // A conversion rounds once at the end, and its table may move a value over the border to the next level.
    private const double OneLevel = 0.5 + 0.25;

    public static TheoryData<string> Spaces => ["Display P3", "Adobe RGB", "ProPhoto RGB", "sampled", "linear", "power of a line", "raised", "with offsets"];

    [Theory]
    [MemberData(nameof(Spaces))]
    public void A_conversion_is_within_one_level_of_the_exact_one(string space)
    {
        (double[] colorants, byte[] tag, Func<double, double> curve) = Space(space);
        ColorProfile profile = ColorProfile.Parse(Icc.Rgb(colorants, tag))!;
        Assert.True(profile is { CanConvert: true, IsSrgb: false });
        double[] stored = [.. colorants.Select(value => Math.Round(value * 65536) / 65536)];
        byte[] levels = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 128, 144, 180, 220, 233, 250, 254, 255];
        foreach (byte red in levels)
        {
            foreach (byte green in levels)
            {
                foreach (byte blue in levels)
                {
                    byte[] pixel = [red, green, blue];
                    double[] exact = ReferenceColor.ToSrgb(stored, curve, red, green, blue);
                    profile.ConvertToSrgb(pixel, 3);
                    for (int i = 0; i < 3; i++)
                    {
                        Assert.True(Math.Abs(pixel[i] - exact[i]) <= OneLevel, $"{red} {green} {blue}: channel {i} is {pixel[i]} instead of {exact[i]:F3}.");
                    }
                }
            }
        }
    }

    /// <summary>What Little CMS 2.14 makes of Display P3, relative to the white point, without its shortcuts.</summary>
    [Theory]
    [InlineData(255, 0, 0, 255, 0, 0)]
    [InlineData(200, 100, 50, 215, 93, 31)]
    [InlineData(10, 20, 30, 7, 20, 31)]
    [InlineData(128, 128, 128, 128, 128, 128)]
    [InlineData(60, 180, 220, 0, 183, 225)]
    public void Display_P3_is_converted_as_others_do(byte red, byte green, byte blue, int toRed, int toGreen, int toBlue)
    {
        byte[] pixel = [red, green, blue];
        ColorProfile.Parse(Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve))!.ConvertToSrgb(pixel, 3);
        Assert.InRange(pixel[0], toRed - 1, toRed + 1);
        Assert.InRange(pixel[1], toGreen - 1, toGreen + 1);
        Assert.InRange(pixel[2], toBlue - 1, toBlue + 1);
    }

    [Fact]
    public void Grey_stays_grey_and_white_stays_white()
    {
        ColorProfile profile = ColorProfile.Parse(Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve))!;
        for (int level = 0; level < 256; level++)
        {
            byte[] pixel = [(byte)level, (byte)level, (byte)level];
            profile.ConvertToSrgb(pixel, 3);
            Assert.All(pixel, value => Assert.Equal(level, value));
        }
    }

    [Fact]
    public void Alpha_stays_as_it_is()
    {
        ColorProfile profile = ColorProfile.Parse(Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve))!;
        byte[] opaque = [200, 100, 50, 60, 180, 220];
        byte[] withAlpha = [200, 100, 50, 7, 60, 180, 220, 255];
        profile.ConvertToSrgb(opaque, 3);
        profile.ConvertToSrgb(withAlpha, 4);
        Assert.Equal([opaque[0], opaque[1], opaque[2], 7, opaque[3], opaque[4], opaque[5], 255], withAlpha);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Grey_pixels_go_through_the_curve(int channels, bool hasAlpha)
    {
        ColorProfile profile = ColorProfile.Parse(Icc.Grey(Icc.Function(0, 2.2)))!;
        for (int level = 0; level < 256; level++)
        {
            byte[] pixel = new byte[channels];
            Array.Fill(pixel, (byte)level);
            profile.ConvertToSrgb(pixel, channels);
            double exact = ReferenceColor.ToSrgb(WhiteOfIcc, x => Math.Pow(x, 2.2000000), (byte)level, (byte)level, (byte)level)[1];
            Assert.All(hasAlpha ? pixel[..^1] : pixel, value => Assert.InRange(value, exact - OneLevel, exact + OneLevel));
            Assert.True(!hasAlpha || pixel[^1] == level);
        }
    }

    [Fact]
    public void Pixels_in_sRGB_are_not_touched()
    {
        byte[] pixels = [.. Enumerable.Range(0, 255).Select(i => (byte)(i * 7))];
        byte[] converted = [.. pixels];
        ColorProfile.Parse(Icc.Rgb(Icc.SrgbColorants, Icc.SrgbCurve))!.ConvertToSrgb(converted, 3);
        Assert.Equal(pixels, converted);
    }

    [Fact]
    public void Pixels_that_do_not_fit_are_refused()
    {
        ColorProfile profile = ColorProfile.Parse(Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve))!;
        profile.ConvertToSrgb([], 3);
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.ConvertToSrgb(new byte[6], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.ConvertToSrgb(new byte[6], 5));
        Assert.Throws<ArgumentException>(() => profile.ConvertToSrgb(new byte[7], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ColorProfile.Parse(Icc.Grey(Icc.SrgbCurve))!.ConvertToSrgb([], 0));
    }

    /// <summary>Colourants whose sum is the white of ICC, so that grey stays grey.</summary>
    private static double[] WhiteOfIcc => [0.9642, 1, 0.8249, 0, 0, 0, 0, 0, 0];

    private static (double[] Colorants, byte[] Tag, Func<double, double> Curve) Space(string name) => name switch
    {
        "Display P3" => (Icc.DisplayP3Colorants, Icc.SrgbCurve, ReferenceColor.SrgbToLinear),
        "Adobe RGB" => (Icc.AdobeRgbColorants, Icc.Gamma(563), x => Math.Pow(x, 563 / 256.0)),
        "ProPhoto RGB" => (Icc.ProPhotoColorants, Icc.Function(0, 1.8), x => Math.Pow(x, Math.Round(1.8 * 65536) / 65536)),
        "sampled" => (Icc.DisplayP3Colorants, Icc.Samples(0, 10_000, 65_535), x => (x < 0.5 ? 20_000 * x : 10_000 + (111_070 * (x - 0.5))) / 65_535),
        "linear" => (Icc.DisplayP3Colorants, Icc.Samples(), x => x),
        "power of a line" => (Icc.DisplayP3Colorants, Icc.Function(1, 2, 1.125, -0.125), x => x < 0.125 / 1.125 ? 0 : Math.Pow((1.125 * x) - 0.125, 2)),
        "raised" => (Icc.DisplayP3Colorants, Icc.Function(2, 2, 0.75, 0, 0.25), x => Math.Pow(0.75 * x, 2) + 0.25),
        _ => (Icc.DisplayP3Colorants, Icc.Function(4, 2, 0.875, 0, 0.5, 0.25, 0.125, 0.0625), x => x < 0.25 ? (0.5 * x) + 0.0625 : Math.Pow(0.875 * x, 2) + 0.125),
    };
}
