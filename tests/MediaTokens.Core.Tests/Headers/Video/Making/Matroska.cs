using System.Buffers.Binary;
using System.Text;
using MediaTokens.Core.Tests.Headers.Making;

namespace MediaTokens.Core.Tests.Headers.Video.Making;

/// <summary>Matroska files, element by element.</summary>
internal static class Matroska
{
    public const uint Segment = 0x18538067;
    public const uint SeekHead = 0x114D9B74;
    public const uint Info = 0x1549A966;
    public const uint Tracks = 0x1654AE6B;
    public const uint Cluster = 0x1F43B675;
    public const uint Tags = 0x1254C367;

    /// <summary>Picks out a size of 8 bytes with all other bits set.</summary>
    private const ulong Unknown = 0x01FFFFFFFFFFFFFF;

    public static byte[] Element(uint id, params byte[][] content)
    {
        byte[] all = [.. content.SelectMany(part => part)];
        return Element(id, (ulong)all.Length, all);
    }

    /// <summary>An element that may tell a size other than its own, in 8 bytes.</summary>
    public static byte[] Element(uint id, ulong size, byte[] content) =>
        [.. Id(id), .. new ByteWriter().U64(0x0100000000000000 | size).ToArray(), .. content];

    public static byte[] OfUnknownSize(uint id, params byte[][] content) => Element(id, Unknown, [.. content.SelectMany(part => part)]);

    public static byte[] Number(uint id, ulong value) => Element(id, new ByteWriter().U64(value).ToArray());

    public static byte[] Float(uint id, double value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Element(id, bytes);
    }

    public static byte[] Text(uint id, string value) => Element(id, Encoding.ASCII.GetBytes(value));

    public static byte[] Header(string docType = "webm", ulong maxSizeLength = 8, ulong maxIdLength = 4, ulong readVersion = 1) =>
        Element(0x1A45DFA3, Number(0x42F7, readVersion), Number(0x42F2, maxIdLength), Number(0x42F3, maxSizeLength), Text(0x4282, docType));

    public static byte[] Duration(double ticks) => Element(Info, Float(0x4489, ticks));

    public static byte[] Scale(ulong nanoseconds) => Number(0x2AD7B1, nanoseconds);

    public static byte[] Track(ulong number, ulong type, params byte[][] more) =>
        Element(0xAE, [Number(0xD7, number), Number(0x73C5, number + 100), Number(0x83, type), .. more]);

    public static byte[] Pixels(ulong width, ulong height, params byte[][] more) =>
        Element(0xE0, [Number(0xB0, width), Number(0xBA, height), .. more]);

    /// <summary>Track 1, of 300 x 200 pixels.</summary>
    public static byte[] Picture(params byte[][] more) => Track(1, 1, [Pixels(300, 200), .. more]);

    /// <summary>Track 2.</summary>
    public static byte[] Sound() => Track(2, 2);

    /// <summary>The duration of a frame in milliseconds.</summary>
    public static byte[] FrameOf(ulong milliseconds) => Number(0x23E383, milliseconds * 1_000_000);

    public static byte[] Time(ulong ticks) => Number(0xE7, ticks);

    public static byte[] Block(byte track, short time, int size = 20, uint id = 0xA3) =>
        Element(id, new ByteWriter().Raw((byte)(0x80 | track)).U16(time).Raw(0x80).Zeros(size).ToArray());

    public static byte[] Group(byte track, short time, ulong duration) =>
        Element(0xA0, Block(track, time, id: 0xA1), Number(0x9B, duration));

    public static byte[] ClusterAt(ulong time, params byte[][] blocks) => Element(Cluster, [Time(time), .. blocks]);

    public static byte[] Seek(uint id, int position) =>
        Element(0x4DBB, Element(0x53AB, Id(id)), Number(0x53AC, (ulong)position));

    public static byte[] Tag(ulong track, string duration) => Element(
        Tags, Element(0x7373, Element(0x63C0, Number(0x63C5, track + 100)), Element(0x67C8, Text(0x45A3, "DURATION"), Text(0x4487, duration))));

    /// <summary>A file with a Segment of these parts.</summary>
    public static byte[] File(params byte[][] parts) => [.. Header(), .. Element(Segment, parts)];

    /// <summary>A file as it is written without going back: without sizes of the Segment, and of Clusters if they have none.</summary>
    public static byte[] Recording(params byte[][] parts) => [.. Header(), .. OfUnknownSize(Segment, parts)];

    private static byte[] Id(uint id) => new ByteWriter().U32(id).ToArray().AsSpan().TrimStart((byte)0).ToArray();
}
