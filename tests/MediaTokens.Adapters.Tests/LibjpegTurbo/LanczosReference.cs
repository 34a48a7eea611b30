namespace MediaTokens.Adapters.Tests.LibjpegTurbo;

/// <summary>Lanczos with three lobes, straight from the formula, in double precision and without any fast path.</summary>
internal static class LanczosReference
{
    public static byte[,] Resample(byte[,] source, int width, int height)
    {
        double[,] across = new double[source.GetLength(0), width];
        byte[,] result = new byte[height, width];
        for (int x = 0; x < width; x++)
        {
            (int index, double weight)[] taps = Taps(x, source.GetLength(1), width);
            for (int y = 0; y < source.GetLength(0); y++)
            {
                across[y, x] = taps.Sum(tap => source[y, tap.index] * tap.weight);
            }
        }

        for (int y = 0; y < height; y++)
        {
            (int index, double weight)[] taps = Taps(y, source.GetLength(0), height);
            for (int x = 0; x < width; x++)
            {
                result[y, x] = Planes.Level(taps.Sum(tap => across[tap.index, x] * tap.weight));
            }
        }

        return result;
    }

    private static (int Index, double Weight)[] Taps(int position, int source, int target)
    {
        double scale = (double)source / target;
        double center = ((position + 0.5) * scale) - 0.5;
        (int index, double weight)[] taps =
            [.. Enumerable.Range(0, source).Select(i => (i, Lanczos((i - center) / scale))).Where(tap => tap.Item2 != 0)];
        double sum = taps.Sum(tap => tap.weight);
        return [.. taps.Select(tap => (tap.index, tap.weight / sum))];
    }

    private static double Lanczos(double x) => Math.Abs(x) >= 3 ? 0 : Sinc(x) * Sinc(x / 3);

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
