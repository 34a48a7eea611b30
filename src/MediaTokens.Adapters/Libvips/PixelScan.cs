using System.Numerics;
using System.Runtime.Intrinsics;

namespace MediaTokens.Adapters.Libvips;

/// <summary>Looks through the pixels of a decoded image: 8 bits a channel, 1 to 4 channels, without gaps between pixels.</summary>
internal static class PixelScan
{
    /// <summary>Whether no pixel lets the background through.</summary>
    /// <param name="pixels">Pixels whose last channel is alpha.</param>
    /// <param name="bands">Channels, alpha included.</param>
    /// <param name="least">The least alpha that counts as opaque.</param>
    public static bool IsOpaque(ReadOnlySpan<byte> pixels, int bands, byte least)
    {
        for (int i = bands - 1; i < pixels.Length; i += bands)
        {
            if (pixels[i] < least)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The share of pixels that equal their left neighbour in every channel, 0 to 1; 1 for an image one pixel wide.</summary>
    public static double FlatShare(ReadOnlySpan<byte> pixels, int width, int bands)
    {
        if (width == 1)
        {
            return 1;
        }

        int stride = width * bands;
        long equal = 0;
        for (int start = 0; start < pixels.Length; start += stride)
        {
            equal += CountEqual(pixels.Slice(start, stride), bands);
        }

        return (double)equal / ((long)(width - 1) * (pixels.Length / stride));
    }

    private static int CountEqual(ReadOnlySpan<byte> row, int bands)
    {
        // A bit for each byte that equals the one a pixel before; a pixel counts where all the bits of its channels are set.
        int pixelsAtOnce = Vector256<byte>.Count / bands;
        int step = pixelsAtOnce * bands;
        uint firsts = 0;
        for (int i = 0; i < pixelsAtOnce; i++)
        {
            firsts |= 1u << (i * bands);
        }

        int equal = 0;
        int position = bands;
        for (; position + Vector256<byte>.Count <= row.Length; position += step)
        {
            Vector256<byte> here = Vector256.Create(row[position..]);
            Vector256<byte> before = Vector256.Create(row[(position - bands)..]);
            uint bits = Vector256.Equals(here, before).ExtractMostSignificantBits();
            uint all = bits;
            for (int band = 1; band < bands; band++)
            {
                all &= bits >> band;
            }

            equal += BitOperations.PopCount(all & firsts);
        }

        for (; position < row.Length; position += bands)
        {
            equal += row.Slice(position, bands).SequenceEqual(row.Slice(position - bands, bands)) ? 1 : 0;
        }

        return equal;
    }
}
