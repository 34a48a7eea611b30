using System.Buffers.Binary;

namespace MediaTokens.Imaging;

/// <summary>Reads a tone curve of an ICC profile (ICC.1:2022, 10.6 and 10.18).</summary>
/// <remarks>
/// "curv": reserved (4), count (4), then that many 16-bit numbers: none is the identity, one is a gamma in 256ths,
/// more are samples of the curve at equal steps, 65535 being 1.
/// "para": reserved (4), function (2), reserved (2), then g a b c d e f, as far as the function goes, in 65536ths:
/// 0: x^g. 1: (a x + b)^g from -b/a on, or 0. 2: the same, each plus c. 3: (a x + b)^g from d on, or c x.
/// 4: (a x + b)^g + e from d on, or c x + f.
/// </remarks>
internal static class ToneCurve
{
    /// <summary>The levels of a channel.</summary>
    public const int Levels = 256;

    private const int DataAt = 12;

    private static ReadOnlySpan<byte> ParameterCounts => [1, 3, 4, 5, 7];

    /// <summary>The linear value of each level, 0 to 1; null when the tag is no curve or is damaged.</summary>
    public static double[]? Read(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < DataAt)
        {
            return null;
        }

        Func<double, double>? curve = tag.StartsWith("curv"u8) ? ReadSamples(tag) : tag.StartsWith("para"u8) ? ReadFunction(tag) : null;
        return curve is null ? null : Tabulate(curve);
    }

    private static double[]? Tabulate(Func<double, double> curve)
    {
        double[] table = new double[Levels];
        for (int i = 0; i < Levels; i++)
        {
            double value = curve(i / (Levels - 1.0));
            if (double.IsNaN(value))
            {
                return null;
            }

            table[i] = Math.Clamp(value, 0, 1);
        }

        return table;
    }

    private static Func<double, double>? ReadSamples(ReadOnlySpan<byte> tag)
    {
        uint count = BinaryPrimitives.ReadUInt32BigEndian(tag[8..]);
        if (count > (uint)(tag.Length - DataAt) / sizeof(ushort))
        {
            return null;
        }

        ushort[] samples = new ushort[count];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadUInt16BigEndian(tag[(DataAt + (2 * i))..]);
        }

        return count switch
        {
            0 => x => x,
            1 => x => Math.Pow(x, samples[0] / 256.0),
            _ => x => Interpolate(samples, x),
        };
    }

    private static double Interpolate(ushort[] samples, double x)
    {
        double position = x * (samples.Length - 1);
        int below = Math.Min((int)position, samples.Length - 2);
        double share = position - below;
        return ((samples[below] * (1 - share)) + (samples[below + 1] * share)) / ushort.MaxValue;
    }

    private static Func<double, double>? ReadFunction(ReadOnlySpan<byte> tag)
    {
        int function = BinaryPrimitives.ReadUInt16BigEndian(tag[8..]);
        if (function >= ParameterCounts.Length || tag.Length < DataAt + (4 * ParameterCounts[function]))
        {
            return null;
        }

        double[] p = new double[7];
        for (int i = 0; i < ParameterCounts[function]; i++)
        {
            p[i] = BinaryPrimitives.ReadInt32BigEndian(tag[(DataAt + (4 * i))..]) / 65536.0;
        }

        (double g, double a, double b, double c, double d, double e, double f) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        double start = -b / a;
        return function switch
        {
            0 => x => Math.Pow(x, g),
            1 => x => x >= start ? Math.Pow((a * x) + b, g) : 0,
            2 => x => x >= start ? Math.Pow((a * x) + b, g) + c : c,
            3 => x => x >= d ? Math.Pow((a * x) + b, g) : c * x,
            _ => x => x >= d ? Math.Pow((a * x) + b, g) + e : (c * x) + f,
        };
    }
}
