namespace MediaTokens.Planning;

/// <summary>
/// Searches the sizes of one shape, one long side after the other: tokens do not fall steadily with the size, since each
/// size rounds its short side in its own way, so no long side may be passed over.
/// </summary>
/// <param name="shape">The size whose shape all sizes have.</param>
/// <param name="tokens">The tokens of a size; null where it is refused.</param>
internal readonly struct SizeSearch(PixelSize shape, Func<PixelSize, long?> tokens)
{
    /// <summary>The largest size that costs at most so many tokens; null where there is none.</summary>
    /// <param name="longest">The longest side to try, in pixels.</param>
    /// <param name="least">The least long side to try, in pixels.</param>
    /// <param name="most">The most tokens.</param>
    public PixelSize? Largest(int longest, int least, long most)
    {
        for (int side = longest; side >= least; side--)
        {
            PixelSize size = SizePlanner.Shape(shape, side);
            if (tokens(size) <= most)
            {
                return size;
            }
        }

        return null;
    }

    /// <summary>The size that costs the fewest tokens, and the largest of those; a size of one pixel is never refused.</summary>
    /// <param name="longest">The longest side to try, in pixels.</param>
    /// <param name="least">The least long side to try, in pixels.</param>
    public (PixelSize Size, long Tokens) Cheapest(int longest, int least)
    {
        (PixelSize Size, long Tokens) best = (SizePlanner.Shape(shape, longest), long.MaxValue);
        for (int side = longest; side >= least; side--)
        {
            PixelSize size = SizePlanner.Shape(shape, side);
            if (tokens(size) is long cost && cost < best.Tokens)
            {
                best = (size, cost);
            }
        }

        return best;
    }
}
