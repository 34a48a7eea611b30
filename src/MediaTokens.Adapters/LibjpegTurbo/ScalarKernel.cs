namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>One sample after the other: for machines without vectors, and the measure for those with.</summary>
internal readonly unsafe struct ScalarKernel : IRowKernel
{
    /// <inheritdoc/>
    public static bool IsSupported => true;

    /// <inheritdoc/>
    public static void Vertical(byte* source, nint stride, short* weights, int taps, short* output, int count)
    {
        for (int x = 0; x < count; x++)
        {
            int sum = RowKernel.VerticalHalf;
            for (int tap = 0; tap < taps; tap++)
            {
                sum += source[(tap * stride) + x] * weights[tap];
            }

            output[x] = (short)Math.Clamp(sum >> RowKernel.VerticalShift, short.MinValue, short.MaxValue);
        }
    }

    /// <inheritdoc/>
    public static void Horizontal(short* source, int* starts, short* weights, int taps, byte* output, int count)
    {
        for (int x = 0; x < count; x++)
        {
            int sum = RowKernel.HorizontalHalf;
            for (int tap = 0; tap < taps; tap++)
            {
                sum += source[starts[x] + tap] * weights[tap];
            }

            output[x] = (byte)Math.Clamp(sum >> RowKernel.HorizontalShift, byte.MinValue, byte.MaxValue);
            weights += taps;
        }
    }
}
