using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace MediaTokens.Adapters.Tests;

/// <summary>Reads and writes PNG without interlacing, independently of any engine.</summary>
internal static class PngFile
{
    private const int SignatureSize = 8;

    /// <summary>A file of rows that are given with a filter byte each.</summary>
    public static byte[] Write(int width, int height, int depth, int colorType, byte[] rows, bool isWhole = true)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = (byte)depth;
        header[9] = (byte)colorType;
        using MemoryStream data = new();
        using (ZLibStream deflated = new(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflated.Write(rows, 0, isWhole ? rows.Length : rows.Length / 2);
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A file of 8-bit RGBA pixels.</summary>
    public static byte[] Write(Pixels pixels, bool isWhole = true) => Write(
        pixels.Width, pixels.Height, 8, 6, [.. pixels.Rgba.Chunk(pixels.Width * 4).SelectMany(row => row.Prepend((byte)0))], isWhole);

    /// <summary>The colour type in the header: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.</summary>
    public static int ColorType(byte[] file) => file[25];

    public static Pixels Read(byte[] file)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        Assert.Equal((8, 0), (file[24], file[28]));
        int channels = ColorType(file) switch { 0 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new NotSupportedException() };
        byte[] rows = Unfiltered(Inflated(file), (width * channels) + 1, channels);
        byte[] rgba = new byte[width * height * 4];
        for (int i = 0; i < width * height; i++)
        {
            ReadOnlySpan<byte> pixel = rows.AsSpan((i / width * ((width * channels) + 1)) + 1 + (i % width * channels), channels);
            bool isGrey = channels < 3;
            rgba[i * 4] = pixel[0];
            rgba[(i * 4) + 1] = pixel[isGrey ? 0 : 1];
            rgba[(i * 4) + 2] = pixel[isGrey ? 0 : 2];
            rgba[(i * 4) + 3] = channels is 2 or 4 ? pixel[^1] : byte.MaxValue;
        }

        return new(width, height, rgba);
    }

    private static byte[] Inflated(byte[] file)
    {
        using MemoryStream data = new();
        int length;
        for (int offset = SignatureSize; offset < file.Length; offset += length + 12)
        {
            length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(offset));
            if (Encoding.ASCII.GetString(file, offset + 4, 4) == "IDAT")
            {
                data.Write(file, offset + 8, length);
            }
        }

        data.Position = 0;
        using ZLibStream inflated = new(data, CompressionMode.Decompress);
        using MemoryStream rows = new();
        inflated.CopyTo(rows);
        return rows.ToArray();
    }

    private static byte[] Unfiltered(byte[] rows, int stride, int channels)
    {
        for (int at = 0; at < rows.Length; at++)
        {
            int column = at % stride;
            if (column == 0)
            {
                continue;
            }

            int left = column > channels ? rows[at - channels] : 0;
            int up = at >= stride ? rows[at - stride] : 0;
            int corner = column > channels && at >= stride ? rows[at - stride - channels] : 0;
            rows[at] += (byte)(rows[at - column] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }

        return rows;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner;
        (int toLeft, int toUp, int toCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] chunk = [0, 0, 0, 0, .. named, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(named));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
