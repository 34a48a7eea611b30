using MediaTokens.Adapters.LibjpegTurbo;

namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

/// <summary>Fills planes and reads them.</summary>
internal static unsafe class Planes
{
    public static PlaneSet Paint(NativeBuffer buffer, PixelSize size, ChromaSubsampling subsampling, Painter painter)
    {
        PlaneSet planes = new(buffer, size, subsampling);
        for (int i = 0; i < planes.Count; i++)
        {
            int columns = subsampling.ColumnsPerSample(i);
            int rows = subsampling.RowsPerSample(i);
            for (int y = 0; y < planes[i].Height; y++)
            {
                for (int x = 0; x < planes[i].Width; x++)
                {
                    planes[i].Row(y)[x] = Level(painter(i, (x + 0.5) * columns, (y + 0.5) * rows));
                }
            }
        }

        return planes;
    }

    public static PlaneSet Grey(NativeBuffer buffer, int width, int height, Func<int, int, double> painter) =>
        Paint(buffer, new(width, height), ChromaSubsampling.Grey, (_, x, y) => painter((int)x, (int)y));

    public static byte[,] Copy(Plane plane)
    {
        byte[,] samples = new byte[plane.Height, plane.Width];
        for (int y = 0; y < plane.Height; y++)
        {
            for (int x = 0; x < plane.Width; x++)
            {
                samples[y, x] = plane.Row(y)[x];
            }
        }

        return samples;
    }

    public static int LargestDifference(byte[,] first, byte[,] second)
    {
        int largest = 0;
        for (int y = 0; y < first.GetLength(0); y++)
        {
            for (int x = 0; x < first.GetLength(1); x++)
            {
                largest = Math.Max(largest, Math.Abs(first[y, x] - second[y, x]));
            }
        }

        return largest;
    }

    public static byte Level(double value) => (byte)Math.Clamp(Math.Round(value), byte.MinValue, byte.MaxValue);
}
