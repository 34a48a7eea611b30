namespace MediaTokens.Adapters.Tests;

/// <summary>Pixels that are to a codec what a photograph is: detail at every scale, less of it the finer it is, soft edges and shades.</summary>
internal static class Photograph
{
    private const int CoarsestCell = 256;

    /// <summary>The same pixels each time.</summary>
    public static Pixels Create(int width, int height, int seed)
    {
        byte[] rgba = new byte[width * height * 4];
        double[] shade = Noise(width, height, seed), tint = Noise(width, height, seed + 1), hue = Noise(width, height, seed + 2);
        for (int i = 0; i < shade.Length; i++)
        {
            rgba[i * 4] = Level(shade[i] + (tint[i] / 4));
            rgba[(i * 4) + 1] = Level(shade[i]);
            rgba[(i * 4) + 2] = Level(shade[i] + (hue[i] / 4));
            rgba[(i * 4) + 3] = byte.MaxValue;
        }

        return new(width, height, rgba);
    }

    private static byte Level(double value) => (byte)Math.Clamp(128 + (value * 110), 0, 255);

    private static double[] Noise(int width, int height, int seed)
    {
        double[] sum = new double[width * height];
        Random random = new(seed);
        for (int cell = CoarsestCell; cell >= 2; cell /= 2)
        {
            AddLayer(sum, width, height, cell, (double)cell / CoarsestCell, random);
        }

        return sum;
    }

    private static void AddLayer(double[] sum, int width, int height, int cell, double share, Random random)
    {
        int columns = (width / cell) + 2;
        double[] corners = [.. Enumerable.Range(0, columns * ((height / cell) + 2)).Select(_ => (random.NextDouble() * 2) - 1)];
        // The power of natural pictures falls with the square of the frequency.
        double weight = Math.Pow(share, 0.8);
        for (int y = 0; y < height; y++)
        {
            double down = Smooth((double)(y % cell) / cell);
            for (int x = 0; x < width; x++)
            {
                double across = Smooth((double)(x % cell) / cell);
                int at = (y / cell * columns) + (x / cell);
                double top = corners[at] + ((corners[at + 1] - corners[at]) * across);
                double bottom = corners[at + columns] + ((corners[at + columns + 1] - corners[at + columns]) * across);
                sum[(y * width) + x] += weight * (top + ((bottom - top) * down));
            }
        }
    }

    private static double Smooth(double share) => share * share * (3 - (2 * share));
}
