namespace MediaTokens.Imaging;

/// <summary>The sRGB colour space (IEC 61966-2-1), as ICC profiles see it: under D50.</summary>
internal static class Srgb
{
    /// <summary>
    /// X, Y and Z of linear red, green and blue, row by row: the primaries and white point of the standard,
    /// adapted from D65 to the D50 of ICC.1 (0.9642, 1, 0.8249) with the Bradford matrix of its annex E.
    /// </summary>
    public static IReadOnlyList<double> Matrix { get; } =
    [
        0.4360413, 0.3851129, 0.1430458,
        0.2224845, 0.7169051, 0.0606104,
        0.0139202, 0.0970672, 0.7139126,
    ];

    /// <summary>Linear red, green and blue of X, Y and Z, row by row: the inverse of <see cref="Matrix"/>.</summary>
    public static IReadOnlyList<double> Inverse { get; } =
    [
        3.1341864, -1.6172090, -0.4906941,
        -0.9787485, 1.9161301, 0.0334334,
        0.0719639, -0.2289939, 1.4057537,
    ];

    /// <summary>The value, 0 to 1, of a linear one from 0 to 1.</summary>
    public static double Encode(double linear) =>
        linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
}
