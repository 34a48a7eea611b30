namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>PNG files, chunk by chunk; the checksums are zeros, which the size does not depend on.</summary>
internal static class Png
{
    public static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static readonly byte[] Pixels = Chunk("IDAT", new byte[8]);

    /// <summary>Signature, IHDR, the chunks, pixels, end.</summary>
    public static byte[] Image(uint width, uint height, params byte[][] chunks) =>
        File([Header(width, height), .. chunks, Pixels, Chunk("IEND")]);

    public static byte[] File(params byte[][] chunks) => [.. Signature, .. chunks.SelectMany(chunk => chunk)];

    public static byte[] Header(uint width, uint height) =>
        Chunk("IHDR", new ByteWriter().U32(width).U32(height).Raw(8, 2, 0, 0, 0).ToArray());

    public static byte[] Animation(uint frames) => Chunk("acTL", new ByteWriter().U32(frames).U32(0).ToArray());

    public static byte[] Exif(int orientation) => Chunk("eXIf", Tiff.Exif(orientation));

    public static byte[] Chunk(string type, params byte[] data) => Chunk(type, (uint)data.Length, data);

    /// <summary>A chunk that may tell a length other than its own.</summary>
    public static byte[] Chunk(string type, uint length, byte[] data) =>
        new ByteWriter().U32(length).Text(type).Raw(data).Zeros(4).ToArray();
}
