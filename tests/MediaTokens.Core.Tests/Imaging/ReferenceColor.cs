namespace MediaTokens.Core.Tests.Imaging;

/// <summary>Colour arithmetic in double precision, from the definitions of the colour spaces, to compare with.</summary>
internal static class ReferenceColor
{
    private static readonly double[][] Bradford = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]];

    private static readonly double[][] XyzToSrgb = Inverse(SrgbUnderD50());

    public static double SrgbToLinear(double value) =>
        value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    /// <summary>One pixel, from a space with those colourants and one curve, to sRGB levels from 0 to 255, not rounded.</summary>
    public static double[] ToSrgb(double[] colorants, Func<double, double> curve, params byte[] pixel)
    {
        double[] linear = [.. pixel.Select(level => curve(level / 255.0))];
        double[] xyz = [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Sum(column => colorants[(3 * column) + row] * linear[column]))];
        return [.. Times(XyzToSrgb, xyz).Select(value => 255 * LinearToSrgb(Math.Clamp(value, 0, 1)))];
    }

    private static double LinearToSrgb(double value) =>
        value <= 0.0031308 ? value * 12.92 : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055;

    /// <summary>The primaries of IEC 61966-2-1 with its white, adapted to the white of ICC profiles.</summary>
    private static double[][] SrgbUnderD50()
    {
        double[] source = Xyz(0.3127, 0.3290);
        double[][] primaries = Transpose([Xyz(0.64, 0.33), Xyz(0.30, 0.60), Xyz(0.15, 0.06)]);
        double[] scale = Times(Inverse(primaries), source);
        double[] from = Times(Bradford, source);
        double[] to = Times(Bradford, [0.9642, 1, 0.8249]);
        double[][] columns = new double[3][];
        for (int i = 0; i < 3; i++)
        {
            double[] color = [.. primaries.Select(row => row[i] * scale[i])];
            double[] cone = Times(Bradford, color);
            columns[i] = Times(Inverse(Bradford), [.. cone.Select((value, k) => value * to[k] / from[k])]);
        }

        return Transpose(columns);
    }

    private static double[] Xyz(double x, double y) => [x / y, 1, (1 - x - y) / y];

    private static double[] Times(double[][] matrix, double[] vector) =>
        [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];

    private static double[][] Transpose(double[][] m) =>
        [.. Enumerable.Range(0, 3).Select(column => m.Select(row => row[column]).ToArray())];

    /// <summary>By Cramer's rule.</summary>
    private static double[][] Inverse(double[][] m)
    {
        double Minor(int row, int column)
        {
            (int r1, int r2, int c1, int c2) = ((row + 1) % 3, (row + 2) % 3, (column + 1) % 3, (column + 2) % 3);
            return (m[r1][c1] * m[r2][c2]) - (m[r1][c2] * m[r2][c1]);
        }

        double determinant = Enumerable.Range(0, 3).Sum(column => m[0][column] * Minor(0, column));
        return [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Select(column => Minor(column, row) / determinant).ToArray())];
    }
}
