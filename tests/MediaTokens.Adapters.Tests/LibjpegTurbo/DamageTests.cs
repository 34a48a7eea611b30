using MediaTokens.Adapters.LibjpegTurbo;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

public sealed class DamageTests
{
    [EngineTheory(EngineNames.LibjpegTurbo)]
    [InlineData("boardwalk.jpg")]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/jpeg-progressive.jpg")]
    [InlineData("formats/jpeg-restart.jpg")]
    [InlineData("formats/jpeg-grey.jpg")]
    public void A_file_that_was_cut_is_refused_unless_a_part_will_do(string path)
    {
        byte[] whole = Jpegs.Sample(path);
        foreach (int percent in (int[])[50, 75, 90, 99])
        {
            byte[] cut = whole[..(whole.Length * percent / 100)];
            MediaException exception = Assert.Throws<MediaException>(() => Jpegs.Resize(cut));
            Assert.Equal(MediaErrorId.CorruptPixels, exception.Id);
            Assert.True(IsPartial(cut));
        }

        Assert.False(IsPartial(whole));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void What_is_left_of_a_cut_file_is_as_it_was()
    {
        byte[] whole = Jpegs.Make(new(320, 320), ChromaSubsampling.Yuv420, Texture);
        DecodedJpeg expected = Jpegs.Decode(whole);
        DecodedJpeg part = Jpegs.Decode(Jpegs.Resize(whole[..(whole.Length / 2)], allowPartial: true)!);
        for (int y = 0; y < 120; y++)
        {
            Assert.InRange(part.Planes[0][y, 100], expected.Planes[0][y, 100] - 3, expected.Planes[0][y, 100] + 3);
        }
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Pixels_that_were_overwritten_are_noticed()
    {
        byte[] file = Jpegs.Make(new(320, 320), ChromaSubsampling.Yuv420, Texture);
        file.AsSpan(file.Length / 2, 2000).Clear();
        Assert.Equal(MediaErrorId.CorruptPixels, Assert.Throws<MediaException>(() => Jpegs.Resize(file)).Id);
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void A_few_bytes_before_the_end_do_no_harm()
    {
        byte[] file = Jpegs.Make(new(320, 320), ChromaSubsampling.Yuv420, Texture);
        Assert.NotNull(Jpegs.Resize([.. file[..^2], 1, 2, 3, .. file[^2..]]));
        Assert.NotNull(Jpegs.Resize([.. file, .. new byte[1000]]));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void A_JFIF_revision_of_the_future_does_no_harm()
    {
        byte[] file = Jpegs.Make(new(64, 64), ChromaSubsampling.Yuv420, Texture);
        file[file.AsSpan().IndexOf("JFIF\0"u8) + 5] = 3;
        Assert.NotNull(Jpegs.Resize(file));
        Assert.Throws<MediaException>(() => Jpegs.Resize(file[..^200]));
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void A_file_without_any_pixels_is_refused()
    {
        byte[] file = Jpegs.Make(new(64, 64), ChromaSubsampling.Yuv420, Texture);
        byte[] headers = file[..file.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA])];
        Assert.Equal(MediaErrorId.CorruptPixels, Assert.Throws<MediaException>(() => Jpegs.Resize(headers)).Id);
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void A_file_of_endless_scans_is_refused()
    {
        byte[] file = Jpegs.Sample("formats/jpeg-progressive.jpg");
        int start = file.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] scan = file[start..^2];
        byte[] bomb = [.. file[..start], .. Enumerable.Repeat(scan, 1000).SelectMany(bytes => bytes), 0xFF, 0xD9];
        Assert.Equal(MediaErrorId.CorruptPixels, Assert.Throws<MediaException>(() => Jpegs.Resize(bomb)).Id);
    }

    [EngineTheory(EngineNames.LibjpegTurbo)]
    [InlineData("formats/jpeg-cmyk.jpg")]
    [InlineData("formats/jpeg-rgb.jpg")]
    [InlineData("formats/jpeg-lossless.jpg")]
    public void Other_kinds_of_JPEG_are_left_to_another_engine(string path) => Assert.Null(Jpegs.Resize(Jpegs.Sample(path)));

    [EngineTheory(EngineNames.LibjpegTurbo)]
    [InlineData("portrait.jpg")]
    [InlineData("formats/jpeg-baseline.jpg")]
    [InlineData("formats/jpeg-progressive.jpg")]
    [InlineData("formats/jpeg-restart.jpg")]
    [InlineData("formats/jpeg-grey.jpg")]
    [InlineData("formats/jpeg-pillow.jpg")]
    [InlineData("formats/jpeg-exif-xmp.jpg")]
    public void The_samples_come_out_at_half_their_size(string path)
    {
        byte[] source = Jpegs.Sample(path);
        PixelSize size = Jpegs.Header(source).Size;
        PixelSize half = new(size.Width / 2, size.Height / 2);
        Assert.Equal(half, Jpegs.Header(Jpegs.Resize(source, half)!).Size);
    }

    [EngineFact(EngineNames.LibjpegTurbo)]
    public void Arithmetic_coding_is_right_or_left_to_another_engine()
    {
        byte[]? file = Jpegs.Resize(Jpegs.Sample("formats/jpeg-arithmetic.jpg"));
        if (file is not null)
        {
            // The same drawing at the same quality, coded in two ways.
            DecodedJpeg expected = Jpegs.Decode(Jpegs.Resize(Jpegs.Sample("formats/jpeg-baseline.jpg"))!);
            Assert.InRange(Planes.LargestDifference(expected.Planes[0], Jpegs.Decode(file).Planes[0]), 0, 1);
        }
    }

    private static bool IsPartial(byte[] file)
    {
        using ImageBytes bytes = ImageBytes.Copy(file);
        MediaHeader header = MediaHeaderReader.Read(bytes);
        using IResizedImage image = Jpegs.Engine.Resize(
            new(bytes, header, header.Size, [MediaFormat.Jpeg], AllowPartial: true), CancellationToken.None)!;
        return image.IsPartial;
    }

    private static double Texture(int plane, double x, double y) => 128 + (((int)((x * 7) + (y * 13) + plane) * 37 % 101) - 50);
}
