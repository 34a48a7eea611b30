namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// The two halves of resampling, for one row of the result. Every implementation gives exactly the same samples, since
/// the sums are of integers.
/// </summary>
internal unsafe interface IRowKernel
{
    /// <summary>Whether this machine has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Weighs rows of samples into one.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="stride">Bytes from one row to the next.</param>
    /// <param name="weights">A weight for each row.</param>
    /// <param name="taps">Rows, an even number.</param>
    /// <param name="output">Gets samples with <see cref="RowKernel.ExtraBits"/> bits behind the point.</param>
    /// <param name="count">Samples in a row, a multiple of <see cref="RowKernel.Step"/>.</param>
    static abstract void Vertical(byte* source, nint stride, short* weights, int taps, short* output, int count);

    /// <summary>Weighs the samples of a row.</summary>
    /// <param name="source">Samples with <see cref="RowKernel.ExtraBits"/> bits behind the point.</param>
    /// <param name="starts">The first sample for each result.</param>
    /// <param name="weights">The weights for each result.</param>
    /// <param name="taps">Weights for a result, a multiple of <see cref="LanczosWeights.Step"/>.</param>
    /// <param name="output">Gets the results.</param>
    /// <param name="count">Results, a multiple of <see cref="LanczosWeights.ResultStep"/>.</param>
    static abstract void Horizontal(short* source, int* starts, short* weights, int taps, byte* output, int count);
}

/// <summary>The fixed-point arithmetic that all kernels share.</summary>
internal static class RowKernel
{
    /// <summary>The samples in a vector of bytes.</summary>
    public const int Step = 16;

    /// <summary>Bits behind the point between the two halves: with the overshoot of Lanczos, 16 bits have room for 6.</summary>
    public const int ExtraBits = 6;

    /// <summary>From a sum of weighted samples to a sample with extra bits.</summary>
    public const int VerticalShift = LanczosWeights.FractionBits - ExtraBits;

    /// <summary>One half, for rounding before <see cref="VerticalShift"/>.</summary>
    public const int VerticalHalf = 1 << (VerticalShift - 1);

    /// <summary>From a sum of weighted samples with extra bits to a sample.</summary>
    public const int HorizontalShift = LanczosWeights.FractionBits + ExtraBits;

    /// <summary>One half, for rounding before <see cref="HorizontalShift"/>.</summary>
    public const int HorizontalHalf = 1 << (HorizontalShift - 1);
}
