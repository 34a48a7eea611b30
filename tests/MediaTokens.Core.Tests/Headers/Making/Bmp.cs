namespace MediaTokens.Core.Tests.Headers.Making;

/// <summary>Headers of bitmaps.</summary>
internal static class Bmp
{
    public static byte[] Core(int width, int height) =>
        Start(12).U16(width).U16(height).U16(1).U16(24).Zeros(16).ToArray();

    public static byte[] Info(uint headerSize, int width, int height) =>
        Start(headerSize).U32((uint)width).U32((uint)height).U16(1).U16(24).Zeros(116).ToArray();

    private static ByteWriter Start(uint headerSize) =>
        new ByteWriter(bigEndian: false).Text("BM").U32(200).U32(0).U32(14 + headerSize).U32(headerSize);
}
