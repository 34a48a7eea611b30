using System.Numerics;
using System.Runtime.Intrinsics;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>How much of a plane is flat.</summary>
internal static class FlatArea
{
    /// <summary>The share of samples that equal their left neighbour, 0 to 1; 1 for a plane one sample wide.</summary>
    public static double Share(Plane plane)
    {
        if (plane.Width == 1)
        {
            return 1;
        }

        long equal = 0;
        for (int y = 0; y < plane.Height; y++)
        {
            equal += CountEqual(plane.Samples(y));
        }

        return (double)equal / ((long)(plane.Width - 1) * plane.Height);
    }

    private static int CountEqual(ReadOnlySpan<byte> row)
    {
        int equal = 0;
        int x = 1;
        for (; x <= row.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            Vector128<byte> same = Vector128.Equals(Vector128.Create(row[x..]), Vector128.Create(row[(x - 1)..]));
            equal += BitOperations.PopCount(same.ExtractMostSignificantBits());
        }

        for (; x < row.Length; x++)
        {
            equal += row[x] == row[x - 1] ? 1 : 0;
        }

        return equal;
    }
}
