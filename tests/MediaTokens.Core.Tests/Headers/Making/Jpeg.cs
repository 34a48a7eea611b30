namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>JPEG files, segment by segment.</summary>
internal static class Jpeg
{
    public const byte App1 = 0xE1;
    public const byte App2 = 0xE2;

    /// <summary>The longest segment: 65,535 bytes with its length.</summary>
    public const int LongestContent = 65_533;

    public static readonly byte[] Start = [0xFF, 0xD8];

    /// <summary>SOI and the parts.</summary>
    public static byte[] File(params byte[][] parts) => [.. Start, .. parts.SelectMany(part => part)];

    public static byte[] Segment(byte marker, params byte[] content) => SegmentWith(marker, content.Length + 2, content);

    /// <summary>A segment that may tell a length other than its own.</summary>
    public static byte[] SegmentWith(byte marker, int length, params byte[] content) =>
        new ByteWriter().Raw(0xFF, marker).U16(length).Raw(content).ToArray();

    public static byte[] Frame(int width, int height, byte marker = 0xC0, int components = 3) =>
        Segment(marker, new ByteWriter().Raw(8).U16(height).U16(width).Raw((byte)components).Zeros(3 * components).ToArray());

    public static byte[] Exif(byte[] tiff) => Segment(App1, new ByteWriter().Text("Exif").Zeros(2).Raw(tiff).ToArray());

    public static byte[] Xmp() => Segment(App1, new ByteWriter().Text("http://ns.adobe.com/xap/1.0/").Zeros(1).Text("<x:xmpmeta/>").ToArray());
}
