using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>With the vectors of 128 bits that every processor has by some name: NEON on ARM, SSE2 on x64.</summary>
internal readonly unsafe struct PortableKernel : IRowKernel
{
    /// <inheritdoc/>
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    /// <inheritdoc/>
    public static void Vertical(byte* source, nint stride, short* weights, int taps, short* output, int count)
    {
        for (int x = 0; x < count; x += Vector128<short>.Count)
        {
            Vector128<int> lower = Vector128.Create(RowKernel.VerticalHalf);
            Vector128<int> upper = lower;
            for (int tap = 0; tap < taps; tap++)
            {
                Vector128<byte> bytes = Vector64.Load(source + (tap * stride) + x).ToVector128Unsafe();
                Vector128<short> samples = Vector128.WidenLower(bytes).AsInt16();
                Vector128<int> weight = Vector128.Create((int)weights[tap]);
                lower += Vector128.WidenLower(samples) * weight;
                upper += Vector128.WidenUpper(samples) * weight;
            }

            Narrow(
                Vector128.ShiftRightArithmetic(lower, RowKernel.VerticalShift),
                Vector128.ShiftRightArithmetic(upper, RowKernel.VerticalShift)).Store(output + x);
        }
    }

    /// <inheritdoc/>
    public static void Horizontal(short* source, int* starts, short* weights, int taps, byte* output, int count)
    {
        for (int x = 0; x < count; x++)
        {
            int sum = (RowKernel.HorizontalHalf + Dot(source + starts[x], weights, taps)) >> RowKernel.HorizontalShift;
            output[x] = (byte)Math.Clamp(sum, byte.MinValue, byte.MaxValue);
            weights += taps;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Dot(short* source, short* weights, int taps)
    {
        Vector128<int> sum = Vector128<int>.Zero;
        for (int tap = 0; tap < taps; tap += Vector128<short>.Count)
        {
            Vector128<short> samples = Vector128.Load(source + tap);
            Vector128<short> factors = Vector128.Load(weights + tap);
            sum += Vector128.WidenLower(samples) * Vector128.WidenLower(factors);
            sum += Vector128.WidenUpper(samples) * Vector128.WidenUpper(factors);
        }

        return Vector128.Sum(sum);
    }

    // Vector128.Narrow cuts off what does not fit; here it must be held at the ends of the range.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Narrow(Vector128<int> lower, Vector128<int> upper)
    {
        Vector128<int> least = Vector128.Create((int)short.MinValue);
        Vector128<int> most = Vector128.Create((int)short.MaxValue);
        return Vector128.Narrow(Vector128.Max(Vector128.Min(lower, most), least), Vector128.Max(Vector128.Min(upper, most), least));
    }
}
