namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>WebP files, chunk by chunk.</summary>
internal static class WebP
{
    public const byte Animation = 0x02;
    public const byte HasExif = 0x08;

    public static byte[] File(params byte[][] chunks)
    {
        byte[] content = [.. chunks.SelectMany(chunk => chunk)];
        return File((uint)content.Length + 4, content);
    }

    /// <summary>A file that may tell a size other than its own.</summary>
    public static byte[] File(uint size, byte[] content) =>
        new ByteWriter(bigEndian: false).Text("RIFF").U32(size).Text("WEBP").Raw(content).ToArray();

    public static byte[] Lossy(int width, int height) =>
        Chunk("VP8 ", new ByteWriter(bigEndian: false).Raw(0x10, 0, 0, 0x9D, 0x01, 0x2A).U16(width).U16(height).ToArray());

    public static byte[] Lossless(uint width, uint height) =>
        Chunk("VP8L", new ByteWriter(bigEndian: false).Raw(0x2F).U32((width - 1) | ((height - 1) << 14)).ToArray());

    public static byte[] Extended(byte flags, uint width, uint height) => Chunk(
        "VP8X",
        [flags, 0, 0, 0, .. BitConverter.GetBytes(width - 1).Take(3), .. BitConverter.GetBytes(height - 1).Take(3)]);

    public static byte[] Chunk(string type, params byte[] data) => Chunk(type, (uint)data.Length, data);

    /// <summary>A chunk that may tell a size other than its own, padded to an even number of bytes.</summary>
    public static byte[] Chunk(string type, uint size, byte[] data) =>
        new ByteWriter(bigEndian: false).Text(type).U32(size).Raw(data).Zeros(data.Length & 1).ToArray();
}
