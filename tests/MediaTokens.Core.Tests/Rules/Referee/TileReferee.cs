namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>
/// OpenAI's tile rule, step by step in exact fractions. OpenAI, Vision guide, "Low or high fidelity"; Images and vision,
/// "Calculating costs": fit 2048 x 2048, shortest side 768, 512 px squares; nothing is ever enlarged.
/// </summary>
internal static class TileReferee
{
    /// <summary>The count at high.</summary>
    public static Ruling High(long width, long height, TileProfile profile)
    {
        (Ratio wide, Ratio high) = Fit(width, height, 2048);
        (wide, high) = ShrinkShortest(wide, high, profile.Shortest);
        (int columns, int rows) = (wide.CountSquares(512), high.CountSquares(512));
        long tokens = Price(columns, rows, profile);

        // The current guide, where the shortest side becomes 768: "round down the other dimension". How fitting 2048 x 2048
        // rounds is not published, so rounding down is the lower bound there, too. The side that decided is whole as it is.
        long least = Price(Whole(wide).CountSquares(512), Whole(high).CountSquares(512), profile);
        return new()
        {
            Columns = columns,
            Rows = rows,
            Scaled = (Math.Max(1, wide.RoundNearest()), Math.Max(1, high.RoundNearest())),
            Tokens = tokens,
            Least = least,
            Most = tokens,
            IsEstimate = least != tokens,
        };
    }

    /// <summary>The count at low: the base, whatever the size; the model gets a version that fits 512 x 512.</summary>
    public static Ruling Low(long width, long height, TileProfile profile)
    {
        (Ratio wide, Ratio high) = Fit(width, height, 512);
        return new()
        {
            Scaled = (Math.Max(1, wide.RoundNearest()), Math.Max(1, high.RoundNearest())),
            Tokens = profile.Base,
            Least = profile.Base,
            Most = profile.Base,
        };
    }

    /// <summary>The count at auto: high where the vendor says so; elsewhere the vendor may choose low.</summary>
    public static Ruling Auto(Ruling high, TileProfile profile) =>
        profile.AutoIsStated ? high : high with { Least = Math.Min(profile.Base, high.Least), IsEstimate = true };

    private static (Ratio Wide, Ratio High) Fit(long width, long height, long side)
    {
        (Ratio wide, Ratio high) = (width, height);
        if (wide > side)
        {
            (wide, high) = (side, high * side / wide);
        }

        if (high > side)
        {
            (wide, high) = (wide * side / high, side);
        }

        return (wide, high);
    }

    private static (Ratio Wide, Ratio High) ShrinkShortest(Ratio wide, Ratio high, long side)
    {
        Ratio shortest = Ratio.Least(wide, high);
        if (shortest > side)
        {
            Ratio shrink = (Ratio)side / shortest;
            (wide, high) = (wide * shrink, high * shrink);
        }

        return (wide, high);
    }

    private static Ratio Whole(Ratio length) => Math.Max(1, length.RoundDown());

    private static long Price(int columns, int rows, TileProfile profile)
    {
        long tokens = profile.Base;
        for (int tile = 0; tile < columns * rows; tile++)
        {
            tokens += profile.PerTile;
        }

        return tokens;
    }
}

/// <summary>A row of the vendor's tile table.</summary>
internal sealed record TileProfile(long Base, long PerTile, bool AutoIsStated = true, long Shortest = 768);
