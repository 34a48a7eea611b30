using System.Buffers.Binary;
using System.IO.Compression;

namespace MediaTokens.Adapters.Tests.Libvips;

/// <summary>Writes PNG files of known pixels: no filters, no interlacing.</summary>
internal static class PngFile
{
    public const byte Grey = 0;
    public const byte Rgb = 2;
    public const byte Rgba = 6;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="colorType">One of the constants.</param>
    /// <param name="bits">Bits a channel: 8 or 16.</param>
    /// <param name="level">The value of a channel: of column, row and channel.</param>
    public static byte[] Create(int width, int height, byte colorType, int bits, Func<int, int, int, int> level)
    {
        int channels = colorType == Grey ? 1 : colorType == Rgb ? 3 : 4;
        using MemoryStream data = new();
        using (ZLibStream zlib = new(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = new byte[1 + (width * channels * bits / 8)];
            for (int y = 0; y < height; y++)
            {
                for (int i = 0; i < width * channels; i++)
                {
                    int value = level(i / channels, y, i % channels);
                    if (bits == 16)
                    {
                        BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(1 + (i * 2)), (ushort)value);
                    }
                    else
                    {
                        row[1 + i] = (byte)value;
                    }
                }

                zlib.Write(row);
            }
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = (byte)bits;
        header[9] = colorType;
        using MemoryStream file = new();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, data.ToArray());
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] content = [.. type, .. data];
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(content));
        file.Write(number);
    }

    // CRC-32 of ISO 3309, as PNG asks for.
    private static uint Checksum(byte[] content)
    {
        uint checksum = uint.MaxValue;
        foreach (byte value in content)
        {
            checksum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                checksum = (checksum >> 1) ^ (0xEDB88320 & (uint)-(checksum & 1));
            }
        }

        return ~checksum;
    }
}
