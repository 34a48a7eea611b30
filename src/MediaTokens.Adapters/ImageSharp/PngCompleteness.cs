using System.Buffers.Binary;
using System.IO.Compression;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Advanced;
using SixLabors.ImageSharp.PixelFormats;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>
/// Tells whether a PNG holds all its pixels. ImageSharp leaves rows that its compressed data does not reach as they are,
/// black and transparent, and says nothing.
/// </summary>
internal static class PngCompleteness
{
    private const int SignatureSize = 8;
    private const int HeaderEnd = 29;
    private const int ChunkOverhead = 12;
    private const int BufferSize = 1 << 16;

    // The first column, first row, and the steps between columns and rows of the passes of Adam7 (PNG, section 8.2).
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Looks at the last rows, and where they are empty, at how much the compressed data gives.</summary>
    /// <param name="image">As decoded.</param>
    /// <param name="file">The whole file.</param>
    public static bool IsComplete(Image<Rgba32> image, ReadOnlySpan<byte> file) => !EndsEmpty(image) || HasAllData(file);

    // Of an interlaced image the last pass fills every second row, so that one of the last two is its last.
    private static bool EndsEmpty(Image<Rgba32> image)
    {
        for (int y = Math.Max(0, image.Height - 2); y < image.Height; y++)
        {
            if (!image.DangerousGetPixelRowMemory(y).Span.ContainsAnyExcept(default(Rgba32)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAllData(ReadOnlySpan<byte> file)
    {
        using ZLibStream inflated = new(ImageData(file), CompressionMode.Decompress);
        byte[] buffer = new byte[BufferSize];
        long missing = DataLength(file);
        try
        {
            while (missing > 0 && inflated.Read(buffer) is int read and > 0)
            {
                missing -= read;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return missing <= 0;
    }

    private static MemoryStream ImageData(ReadOnlySpan<byte> file)
    {
        MemoryStream data = new();
        long offset = SignatureSize;
        while (offset + ChunkOverhead <= file.Length)
        {
            ReadOnlySpan<byte> chunk = file[(int)offset..];
            uint length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..8].SequenceEqual("IDAT"u8))
            {
                data.Write(chunk.Slice(8, (int)Math.Min(length, chunk.Length - ChunkOverhead)));
            }

            offset += length + ChunkOverhead;
        }

        data.Position = 0;
        return data;
    }

    /// <summary>The bytes of all rows, each with its filter's byte.</summary>
    private static long DataLength(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> header = file[16..HeaderEnd];
        int width = BinaryPrimitives.ReadInt32BigEndian(header);
        int height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        int bits = header[8] * header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        bool isInterlaced = header[12] == 1;
        return isInterlaced
            ? Adam7.Sum(pass => Rows(Steps(width, pass.X, pass.StepX), Steps(height, pass.Y, pass.StepY), bits))
            : Rows(width, height, bits);
    }

    private static long Rows(long width, long height, int bits) => width == 0 ? 0 : (1 + (((width * bits) + 7) / 8)) * height;

    private static int Steps(int length, int first, int step) => (length - first + step - 1) / step;
}
