using MediaTokens.Core.Tests.Imaging.Making;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests;

/// <summary>Whichever engine is asked, the model sees the same picture.</summary>
public sealed class EngineAgreementTests
{
    private const double LeastDecibels = 38;

    private static readonly PixelSize Large = new(1600, 1199);

    // Made once: it takes longer than the tests.
    private static readonly Lazy<byte[]> Source = new(() => Write(Engines.Get(Encoder), PngFile.Write(Photograph.Create(Large.Width, Large.Height, 7)), Large, 92));

    public static TheoryData<int, int> Sizes => new() { { 1024, 767 }, { 800, 600 }, { 511, 383 }, { 333, 250 }, { 101, 76 } };

    // libjpeg-turbo writes no other format, and reads none.
    private static string Encoder => Engines.WhyMissing([EngineNames.ImageSharp]) is null ? EngineNames.ImageSharp : EngineNames.Libvips;

    [EngineTheory(EngineNames.ImageSharp, EngineNames.Libvips)]
    [MemberData(nameof(Sizes))]
    public void ImageSharp_and_libvips_agree(int width, int height) => Agree(EngineNames.ImageSharp, EngineNames.Libvips, new(width, height));

    [EngineTheory(EngineNames.ImageSharp, EngineNames.LibjpegTurbo)]
    [MemberData(nameof(Sizes))]
    public void ImageSharp_and_libjpeg_turbo_agree(int width, int height) => Agree(EngineNames.ImageSharp, EngineNames.LibjpegTurbo, new(width, height));

    [EngineTheory(EngineNames.Libvips, EngineNames.LibjpegTurbo)]
    [MemberData(nameof(Sizes))]
    public void Libvips_and_libjpeg_turbo_agree(int width, int height) => Agree(EngineNames.Libvips, EngineNames.LibjpegTurbo, new(width, height));

    [EngineFact(EngineNames.ImageSharp, EngineNames.Libvips)]
    public void ImageSharp_and_libvips_convert_a_wide_profile_to_the_same_colours()
    {
        PixelSize size = new(500, 375);
        byte[] wide = WithProfile(Source.Value, Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve));
        Pixels one = Shrink(EngineNames.ImageSharp, size, wide), other = Shrink(EngineNames.Libvips, size, wide);
        double decibels = Decibels(one, other);
        Assert.True(decibels >= LeastDecibels, $"{decibels:0.0} dB");
        // Grey as it is mostly, it changes little; but by far more than the engines differ.
        double change = Decibels(one, Shrink(EngineNames.ImageSharp, size, Source.Value));
        Assert.True(change < decibels - 3, $"{change:0.0} dB to the picture without a profile, {decibels:0.0} dB between the engines");
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Libjpeg_turbo_leaves_a_wide_profile_to_others_and_takes_sRGB()
    {
        IImageEngine engine = Engines.Get(EngineNames.LibjpegTurbo);
        byte[] file = Sample("formats/jpeg-baseline.jpg");
        using ImageBytes wide = ImageBytes.Copy(WithProfile(file, Icc.Rgb(Icc.DisplayP3Colorants, Icc.SrgbCurve)));
        using ImageBytes ordinary = ImageBytes.Copy(WithProfile(file, Icc.Rgb(Icc.SrgbColorants, Icc.SrgbCurve)));
        Assert.Null(engine.Resize(Request(wide, new(100, 65), MediaFormat.Jpeg), CancellationToken.None));
        using IResizedImage? image = engine.Resize(Request(ordinary, new(100, 65), MediaFormat.Jpeg), CancellationToken.None);
        Assert.NotNull(image);
    }

    private static void Agree(string one, string other, PixelSize size)
    {
        double decibels = Decibels(Shrink(one, size, Source.Value), Shrink(other, size, Source.Value));
        Assert.True(decibels >= LeastDecibels, $"{one} and {other} at {size}: {decibels:0.0} dB");
    }

    // As JPEG, which all of them write, at a quality that adds next to nothing.
    private static Pixels Shrink(string engine, PixelSize size, byte[] source)
    {
        byte[] small = Write(Engines.Get(engine), source, size, 98);
        return PngFile.Read(Write(Engines.Get(Encoder), small, size, 100, MediaFormat.Png));
    }

    private static byte[] Write(IImageEngine engine, byte[] file, PixelSize size, int quality, MediaFormat format = MediaFormat.Jpeg)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        using IResizedImage image = engine.Resize(Request(bytes, size, format), CancellationToken.None)!;
        Assert.Equal(size, image.Size);
        using MemoryStream output = new();
        image.Write(format, quality, output, CancellationToken.None);
        return output.ToArray();
    }

    // As the optimizer asks: a profile that is sRGB goes without saying.
    private static ResizeRequest Request(ImageBytes bytes, PixelSize size, MediaFormat format)
    {
        MediaHeader header = MediaHeaderReader.Read(bytes);
        ColorProfile? profile = ImageParts.Read(bytes, header.Format)?.Profile;
        return new(bytes, header, size, [format], profile is { IsSrgb: false } ? profile : null);
    }

    // In one segment, APP2, right after the start of the image.
    private static byte[] WithProfile(byte[] jpeg, byte[] profile)
    {
        int length = 2 + 14 + profile.Length;
        byte[] segment = [0xFF, 0xE2, (byte)(length >> 8), (byte)length, .. "ICC_PROFILE\0"u8, 1, 1, .. profile];
        return [.. jpeg[..2], .. segment, .. jpeg[2..]];
    }

    private static byte[] Sample(string path) => File.ReadAllBytes(Path.Combine(Repository(), "tests", "media", path));

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MediaTokens.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static double Decibels(Pixels one, Pixels other)
    {
        double squares = one.Rgba.Zip(other.Rgba, (first, second) => (double)(first - second) * (first - second)).Where((_, i) => i % 4 != 3).Average();
        return 10 * Math.Log10(255 * 255 / squares);
    }
}
