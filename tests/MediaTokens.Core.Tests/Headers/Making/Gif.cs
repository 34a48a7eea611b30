namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>GIF files, block by block.</summary>
internal static class Gif
{
    public static readonly byte[] End = [0x3B];

    /// <summary>The longest sub-block.</summary>
    public static readonly byte[] SubBlock = [0xFF, .. new byte[255]];

    public static byte[] File(int width, int height, params byte[][] blocks) => [.. Screen(width, height), .. blocks.SelectMany(block => block)];

    /// <summary>Signature and logical screen.</summary>
    public static byte[] Screen(int width, int height, byte flags = 0) =>
        new ByteWriter(bigEndian: false).Text("GIF89a").U16(width).U16(height).Raw(flags, 0, 0).ToArray();

    public static byte[] Frame(int subBlocks = 1, byte flags = 0) =>
    [
        .. FrameStart(flags),
        .. Enumerable.Repeat(SubBlock, subBlocks).SelectMany(block => block),
        0,
    ];

    /// <summary>An image up to its sub-blocks.</summary>
    public static byte[] FrameStart(byte flags = 0) =>
        [0x2C, 0, 0, 0, 0, 4, 0, 4, 0, flags, .. new byte[(flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1)], 2];

    public static byte[] Application(string name) => new ByteWriter().Raw(0x21, 0xFF, 11).Text(name).Raw(3, 1, 0, 0, 0).ToArray();
}
