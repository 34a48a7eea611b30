namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// Which samples make each sample of the result along one axis, and by how much: Lanczos with three lobes, widened when shrinking.
/// At the edges, what lies beyond is left out and the rest counts more.
/// </summary>
internal sealed class LanczosWeights
{
    /// <summary>A weight of 1: weights are fixed-point numbers with 14 bits behind the point, and those of one sample add up to exactly this.</summary>
    public const int One = 1 << FractionBits;

    /// <summary>Bits behind the point.</summary>
    public const int FractionBits = 14;

    /// <summary>Rows of weights are this many apart, or a multiple, so that vectors need no remainder.</summary>
    public const int Step = 16;

    /// <summary>There are so many results, or a multiple, for the same reason; those beyond the count weigh nothing.</summary>
    public const int ResultStep = 4;

    private const int Lobes = 3;

    /// <summary>Works the weights out.</summary>
    /// <param name="axis">What is shrunk to what.</param>
    public LanczosWeights(ResampledAxis axis)
    {
        double filterScale = Math.Max(axis.Scale, 1);
        double support = Lobes * filterScale;
        Taps = Math.Min((int)(2 * support) + 1, axis.Source);
        Stride = RoundUp(Taps, Step);
        Starts = new int[RoundUp(axis.Target, ResultStep)];
        Weights = new short[Starts.Length * Stride];
        double[] exact = new double[Taps];
        for (int i = 0; i < axis.Target; i++)
        {
            double center = axis.Center(i);
            int start = Math.Clamp((int)Math.Ceiling(center - support), 0, axis.Source - Taps);
            Starts[i] = start;
            Fill(exact, (start - center) / filterScale, 1 / filterScale);
            Quantize(exact, Weights.AsSpan(i * Stride, Taps));
        }
    }

    /// <summary>The most samples that make one.</summary>
    public int Taps { get; }

    /// <summary>How many weights there are for a sample of the result, with zeros at the end.</summary>
    public int Stride { get; }

    /// <summary>The first sample that counts for each sample of the result.</summary>
    public int[] Starts { get; }

    /// <summary>The weights for each sample of the result.</summary>
    public short[] Weights { get; }

    private static void Fill(double[] weights, double first, double step)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = Lanczos(first + (i * step));
        }
    }

    private static double Lanczos(double x)
    {
        if (x == 0)
        {
            return 1;
        }

        double angle = Math.PI * x;
        return Math.Abs(x) < Lobes ? Lobes * Math.Sin(angle) * Math.Sin(angle / Lobes) / (angle * angle) : 0;
    }

    // What rounding one weight leaves over goes to the next, so that however many there are, none of the light is lost.
    private static void Quantize(double[] exact, Span<short> weights)
    {
        double unit = One / exact.Sum();
        double sum = 0;
        int spent = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += exact[i] * unit;
            weights[i] = (short)((int)Math.Round(sum) - spent);
            spent += weights[i];
        }
    }

    private static int RoundUp(int value, int step) => (value + step - 1) / step * step;
}
