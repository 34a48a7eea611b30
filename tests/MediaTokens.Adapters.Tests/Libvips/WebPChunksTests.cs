using System.Buffers.Binary;
using System.Text;
using MediaTokens.Adapters.Libvips;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Adapters.Tests.Libvips;

public sealed class WebPChunksTests
{
    [Theory]
    [InlineData("orientation/orientation-6.webp", "EXIF")]
    [InlineData("formats/webp-icc.webp", "ICCP")]
    public void The_chunk_and_its_flag_are_left_out(string path, string chunk)
    {
        byte[] file = Picture.Sample(path);

        byte[] copy = Copy(file);

        Assert.Contains(chunk, Encoding.Latin1.GetString(file));
        Assert.DoesNotContain(chunk, Encoding.Latin1.GetString(copy));
        Assert.Equal(copy.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(copy.AsSpan(4)));
        Assert.Equal(0, copy[20] & 0x2C);
        Assert.Equal(1, Picture.Header(copy).Orientation);
    }

    [Theory]
    [InlineData("formats/webp-lossy.webp")]
    [InlineData("formats/webp-alpha.webp")]
    [InlineData("formats/webp-animated.webp")]
    public void A_file_without_metadata_stays_as_it_is(string path)
    {
        byte[] file = Picture.Sample(path);

        Assert.Equal(file, Copy(file));
    }

    private static byte[] Copy(byte[] file)
    {
        using MemoryStream output = new();
        WebPChunks.CopyWithoutMetadata(file, output);
        return output.ToArray();
    }
}
