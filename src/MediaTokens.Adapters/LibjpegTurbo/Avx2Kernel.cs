using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>With AVX2, whose pmaddwd multiplies 16 pairs of 16-bit numbers and adds up neighbours.</summary>
internal readonly unsafe struct Avx2Kernel : IRowKernel
{
    private const byte MiddleQuartersSwapped = 0b11_01_10_00;

    /// <inheritdoc/>
    public static bool IsSupported => Avx2.IsSupported;

    /// <inheritdoc/>
    public static void Vertical(byte* source, nint stride, short* weights, int taps, short* output, int count)
    {
        for (int x = 0; x < count; x += RowKernel.Step)
        {
            Vector256<int> lower = Vector256.Create(RowKernel.VerticalHalf);
            Vector256<int> upper = lower;
            byte* row = source + x;
            for (int tap = 0; tap < taps; tap += 2)
            {
                Vector128<byte> first = Vector128.Load(row);
                Vector128<byte> second = Vector128.Load(row + stride);
                Vector256<short> pair = Vector256.Create(*(int*)(weights + tap)).AsInt16();
                lower += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Sse2.UnpackLow(first, second)), pair);
                upper += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Sse2.UnpackHigh(first, second)), pair);
                row += 2 * stride;
            }

            lower = Vector256.ShiftRightArithmetic(lower, RowKernel.VerticalShift);
            upper = Vector256.ShiftRightArithmetic(upper, RowKernel.VerticalShift);
            Vector256<short> packed = Avx2.PackSignedSaturate(lower, upper);
            Avx2.Permute4x64(packed.AsInt64(), MiddleQuartersSwapped).AsInt16().Store(output + x);
        }
    }

    /// <inheritdoc/>
    public static void Horizontal(short* source, int* starts, short* weights, int taps, byte* output, int count)
    {
        for (int x = 0; x < count; x += LanczosWeights.ResultStep)
        {
            Vector256<int> parts = Avx2.HorizontalAdd(
                Avx2.HorizontalAdd(
                    Dot(source + starts[x], weights, taps),
                    Dot(source + starts[x + 1], weights + taps, taps)),
                Avx2.HorizontalAdd(
                    Dot(source + starts[x + 2], weights + (2 * taps), taps),
                    Dot(source + starts[x + 3], weights + (3 * taps), taps)));
            Vector128<int> sums = parts.GetLower() + parts.GetUpper() + Vector128.Create(RowKernel.HorizontalHalf);
            sums = Vector128.ShiftRightArithmetic(sums, RowKernel.HorizontalShift);
            Vector128<short> packed = Sse2.PackSignedSaturate(sums, sums);
            *(int*)(output + x) = Sse2.PackUnsignedSaturate(packed, packed).AsInt32().ToScalar();
            weights += LanczosWeights.ResultStep * taps;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Dot(short* source, short* weights, int taps)
    {
        Vector256<int> sum = Avx2.MultiplyAddAdjacent(Vector256.Load(source), Vector256.Load(weights));
        for (int tap = LanczosWeights.Step; tap < taps; tap += LanczosWeights.Step)
        {
            sum += Avx2.MultiplyAddAdjacent(Vector256.Load(source + tap), Vector256.Load(weights + tap));
        }

        return sum;
    }
}
