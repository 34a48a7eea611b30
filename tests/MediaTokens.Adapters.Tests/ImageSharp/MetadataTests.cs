using System.Text;
using MediaTokens.Headers;
using MediaTokens.Imaging;
using Xunit;

namespace MediaTokens.Adapters.Tests.ImageSharp;

public sealed class MetadataTests
{
    public static TheoryData<MediaFormat> Formats => [MediaFormat.Jpeg, MediaFormat.Png, MediaFormat.WebP];

    [EngineTheory(EngineNames.ImageSharp)]
    [MemberData(nameof(Formats))]
    public void Metadata_is_dropped_unless_it_is_to_be_kept(MediaFormat format)
    {
        byte[] sample = Work.Sample("formats/jpeg-exif-xmp.jpg");

        Assert.Contains("nobody", Text(sample), StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", Text(Written(sample, format, keep: false)), StringComparison.Ordinal);
        Assert.Contains("nobody", Text(Written(sample, format, keep: true)), StringComparison.Ordinal);
    }

    [EngineTheory(EngineNames.ImageSharp)]
    [MemberData(nameof(Formats))]
    public void What_is_kept_says_that_the_image_is_upright(MediaFormat format)
    {
        byte[] sample = Work.Sample("orientation/xmp-and-exif-6.jpg");

        byte[] kept = Written(sample, format, keep: true);

        Assert.Equal(6, Work.Header(sample).Orientation);
        Assert.Equal(1, Work.Header(kept).Orientation);
        Assert.Equal(Work.Header(sample).Size, Work.Header(kept).Size);
    }

    [EngineTheory(EngineNames.ImageSharp)]
    [InlineData("webp-icc.webp", MediaFormat.WebP, "ICCP")]
    [InlineData("jpeg-icc.jpg", MediaFormat.Jpeg, "ICC_PROFILE")]
    [InlineData("png-text-icc.png", MediaFormat.Png, "iCCP")]
    public void A_colour_profile_is_never_kept(string name, MediaFormat format, string mark)
    {
        byte[] sample = Work.Sample($"formats/{name}");

        Assert.Contains(mark, Text(sample), StringComparison.Ordinal);
        Assert.DoesNotContain(mark, Text(Written(sample, format, keep: true)), StringComparison.Ordinal);
    }

    [EngineFact(EngineNames.ImageSharp)]
    public void Of_a_tiff_what_describes_the_picture_is_kept_and_its_layout_is_not()
    {
        byte[] kept = Written(Tiff(), MediaFormat.Jpeg, keep: true);

        Assert.Contains("nobody", Text(kept), StringComparison.Ordinal);
        Assert.Equal(-1, kept.AsSpan().IndexOf([(byte)0x11, (byte)0x01])); // StripOffsets
        Assert.DoesNotContain("nobody", Text(Written(Tiff(), MediaFormat.Jpeg, keep: false)), StringComparison.Ordinal);
    }

    // A grey image of two rows, whose one strip follows the header, with a copyright notice.
    private static byte[] Tiff()
    {
        (ushort Tag, ushort Type, uint Count, uint Value)[] entries =
        [
            (0x0100, 3, 1, 2), (0x0101, 3, 1, 2), (0x0102, 3, 1, 8), (0x0103, 3, 1, 1), (0x0106, 3, 1, 1), (0x0111, 4, 1, 8),
            (0x0115, 3, 1, 1), (0x0116, 3, 1, 2), (0x0117, 4, 1, 4), (0x8298, 2, 7, 12),
        ];
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write("II*\0"u8);
        writer.Write(20);
        writer.Write([10, 20, 30, 40]);
        writer.Write("nobody\0\0"u8);
        writer.Write((ushort)entries.Length);
        foreach ((ushort tag, ushort type, uint count, uint value) in entries)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(count);
            writer.Write(value);
        }

        writer.Write(0);
        writer.Flush();
        return stream.ToArray();
    }

    private static byte[] Written(byte[] sample, MediaFormat format, bool keep) =>
        Work.Resize(sample, image => Work.Written(image, format), Work.Header(sample).Size, keepMetadata: keep)!;

    private static string Text(byte[] file) => Encoding.Latin1.GetString(file);
}
