using System.Buffers.Binary;
using MediaTokens.Core.Tests.Headers.Making;

namespace MediaTokens.Core.Tests.Headers.Video.Making;

/// <summary>Flash video files, tag by tag.</summary>
internal static class Flv
{
    public const byte Both = 5;
    public const byte AudioTag = 8;
    public const byte VideoTag = 9;
    public const byte ScriptTag = 18;

    /// <summary>A key frame of Sorenson H.263 with 300 x 200 pixels.</summary>
    public static readonly byte[] Picture = Sorenson(300, 200);

    /// <summary>A frame that tells nothing.</summary>
    public static readonly byte[] NoSize = [0x2F, 0, 0, 0, 0, 0];

    public static readonly byte[] Sound = [0x22, 0, 0, 0];

    public static byte[] File(byte flags, params byte[][] tags) =>
        [.. "FLV"u8, 1, flags, 0, 0, 0, 9, 0, 0, 0, 0, .. tags.SelectMany(tag => tag)];

    public static byte[] Tag(byte type, uint time, params byte[] body) => new ByteWriter()
        .U32(((uint)type << 24) | (uint)body.Length)
        .U32((time << 8) | (time >> 24))
        .Zeros(3).Raw(body).U32((uint)body.Length + 11).ToArray();

    public static byte[] Metadata(params byte[][] properties) => Named("onMetaData", properties);

    public static byte[] Named(string name, params byte[][] properties) =>
        Tag(ScriptTag, 0, [2, .. Name(name), 8, 0, 0, 0, 1, .. properties.SelectMany(property => property), 0, 0, 9]);

    public static byte[] Property(string name, params byte[] value) => [.. Name(name), .. value];

    public static byte[] Number(string name, double value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
        return Property(name, [0, .. bytes]);
    }

    public static byte[] Flag(string name, bool value) => Property(name, 1, value ? (byte)1 : (byte)0);

    public static byte[] Name(string name) => new ByteWriter().U16(name.Length).Text(name).ToArray();

    /// <summary>A key frame of Sorenson H.263 that tells its sides in 16 bits each.</summary>
    public static byte[] Sorenson(int width, int height) => Coded(0x22, $"{1:b17}{0:b13}{1:b3}{width:b16}{height:b16}");

    /// <summary>The body of a tag whose picture is given bit by bit.</summary>
    public static byte[] Coded(byte coding, string bits) =>
        [coding, .. bits.PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
}
