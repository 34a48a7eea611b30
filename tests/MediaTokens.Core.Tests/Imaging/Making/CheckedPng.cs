using MediaTokens.Core.Tests.Headers.Making;

namespace MediaTokens.Core.Tests.Imaging.Making;

/// <summary>PNG chunks with right checksums, and the small image they can be put into.</summary>
internal static class CheckedPng
{
    public static readonly byte[] Start = [.. Png.Signature, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])];

    public static readonly byte[] Pixel = Chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1]);

    public static readonly byte[] End = Chunk("IEND", []);

    /// <summary>A grey image of one pixel.</summary>
    public static byte[] Image(params byte[][] chunks) => [.. Start, .. chunks.SelectMany(chunk => chunk), .. Pixel, .. End];

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] content = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        return new ByteWriter().U32((uint)data.Length).Raw(content).U32(Checksum(content)).ToArray();
    }

    /// <summary>Bit by bit, as the PNG specification defines it.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
