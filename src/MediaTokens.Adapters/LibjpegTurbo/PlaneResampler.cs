namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// Resamples a plane: for each row of the result, the rows of the source are weighed into one, and then its samples.
/// So what lies between the two is a single row, which stays in the first-level cache.
/// </summary>
internal static unsafe class PlaneResampler
{
    private const int RowsBetweenChecks = 64;

    /// <summary>Resamples with the best instructions that the machine has.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="target">Gets the result.</param>
    /// <param name="columns">The weights along a row.</param>
    /// <param name="rows">The weights along a column.</param>
    /// <param name="row">Room for what lies between.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Resample(
        Plane source, Plane target, LanczosWeights columns, LanczosWeights rows, NativeBuffer row, CancellationToken cancellationToken)
    {
        if (Avx2Kernel.IsSupported)
        {
            Resample<Avx2Kernel>(source, target, columns, rows, row, cancellationToken);
        }
        else if (PortableKernel.IsSupported)
        {
            Resample<PortableKernel>(source, target, columns, rows, row, cancellationToken);
        }
        else
        {
            Resample<ScalarKernel>(source, target, columns, rows, row, cancellationToken);
        }
    }

    /// <summary>Resamples with the instructions of one kind.</summary>
    /// <inheritdoc cref="Resample(Plane, Plane, LanczosWeights, LanczosWeights, NativeBuffer, CancellationToken)"/>
    public static void Resample<TKernel>(
        Plane source, Plane target, LanczosWeights columns, LanczosWeights rows, NativeBuffer row, CancellationToken cancellationToken)
        where TKernel : struct, IRowKernel
    {
        int width = RoundUp(source.Width, RowKernel.Step);
        short* between = (short*)row.Reserve((nuint)(width + columns.Stride) * sizeof(short));
        int taps = RoundUp(rows.Taps, 2);
        fixed (short* rowWeights = rows.Weights, columnWeights = columns.Weights)
        fixed (int* starts = columns.Starts)
        {
            for (int y = 0; y < target.Height; y++)
            {
                if (y % RowsBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                TKernel.Vertical(source.Row(rows.Starts[y]), source.Stride, rowWeights + ((nint)y * rows.Stride), taps, between, width);
                TKernel.Horizontal(between, starts, columnWeights, columns.Stride, target.Row(y), columns.Starts.Length);
            }
        }
    }

    private static int RoundUp(int value, int step) => (value + step - 1) / step * step;
}
