using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>Makes rows of columns, in blocks of 8 x 8 samples.</summary>
internal static unsafe class PlaneTransposer
{
    private const int Block = 8;

    /// <summary>Transposes a plane.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="target">Gets the result; as wide as the source is high, and as high as it is wide.</param>
    public static void Transpose(Plane source, Plane target)
    {
        int width = source.Width - (source.Width % Block);
        int height = source.Height - (source.Height % Block);
        for (int y = 0; y < height; y += Block)
        {
            for (int x = 0; x < width; x += Block)
            {
                TransposeBlock(source.Row(y) + x, source.Stride, target.Row(x) + y, target.Stride);
            }
        }

        TransposeSamples(source, target, width, source.Width, 0, height);
        TransposeSamples(source, target, 0, source.Width, height, source.Height);
    }

    private static void TransposeSamples(Plane source, Plane target, int left, int right, int top, int bottom)
    {
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                target.Row(x)[y] = source.Row(y)[x];
            }
        }
    }

    // A row of the block is a 64-bit number, the first sample in its lowest byte. Quarters of 4 x 4 change places across the
    // diagonal, then those of 2 x 2 within them, then single samples.
    [SkipLocalsInit]
    private static void TransposeBlock(byte* source, nint sourceStride, byte* target, nint targetStride)
    {
        ulong* rows = stackalloc ulong[Block];
        for (int i = 0; i < Block; i++)
        {
            rows[i] = BinaryPrimitives.ReadUInt64LittleEndian(new(source + (i * sourceStride), Block));
        }

        for (int i = 0; i < 4; i++)
        {
            Swap(rows + i, rows + i + 4, 32, 0x00000000FFFFFFFF);
        }

        for (int i = 0; i < Block; i += i % 4 == 1 ? 3 : 1)
        {
            Swap(rows + i, rows + i + 2, 16, 0x0000FFFF0000FFFF);
        }

        for (int i = 0; i < Block; i += 2)
        {
            Swap(rows + i, rows + i + 1, 8, 0x00FF00FF00FF00FF);
        }

        for (int i = 0; i < Block; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(new(target + (i * targetStride), Block), rows[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swap(ulong* first, ulong* second, int shift, ulong kept)
    {
        ulong change = ((*first >> shift) ^ *second) & kept;
        *first ^= change << shift;
        *second ^= change;
    }
}
