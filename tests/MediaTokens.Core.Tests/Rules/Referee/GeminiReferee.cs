namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>
/// Gemini's media resolution for images. Google, Media resolution, "Token counts"; the grid as measured on Gemini 3; pan and
/// scan by Google, "Understand and count tokens".
/// </summary>
internal static class GeminiReferee
{
    /// <summary>The grid: floor(sqrt(B w / h)) columns and floor(sqrt(B h / w)) rows, whatever the size in pixels.</summary>
    public static (int Columns, int Rows) Grid(long width, long height, long budget)
    {
        // A side that comes to nothing is one cell; the other is as long as the shape, at most the budget.
        if (width > budget * height)
        {
            return ((int)Math.Min(width / height, budget), 1);
        }

        if (height > budget * width)
        {
            return (1, (int)Math.Min(height / width, budget));
        }

        return (Root(width, height, budget), Root(height, width, budget));
    }

    /// <summary>The crops of pan and scan: one where both sides are at most 384 px.</summary>
    /// <param name="width">The width in pixels.</param>
    /// <param name="height">The height in pixels.</param>
    /// <param name="isClamped">Whether a crop has at least 256 and at most 768 px a side.</param>
    public static (int Columns, int Rows) Crops(long width, long height, bool isClamped = true)
    {
        if (width <= 384 && height <= 384)
        {
            return (1, 1);
        }

        long unit = new Ratio(2 * Math.Min(width, height), 3).RoundDown();
        unit = !isClamped ? Math.Max(1, unit) : unit < 256 ? 256 : unit > 768 ? 768 : unit;
        return ((int)new Ratio(width, unit).RoundUp(), (int)new Ratio(height, unit).RoundUp());
    }

    /// <summary>Gemini 3 by the table: one unit of the level's tokens, which are a ceiling.</summary>
    public static Ruling Three(long width, long height, long level)
    {
        (int columns, int rows) = Grid(width, height, level);
        return new()
        {
            Columns = 1,
            Rows = 1,
            Tokens = level,
            Billed = (long)columns * rows,
            Least = (long)columns * rows,
            Most = level,
            IsEstimate = true,
        };
    }

    /// <summary>Gemini 3 as billed: the cells of the grid.</summary>
    public static Ruling ThreeBilled(long width, long height, long level)
    {
        (int columns, int rows) = Grid(width, height, level);
        Ruling documented = Three(width, height, level);
        return documented with { Columns = columns, Rows = rows, Tokens = documented.Billed!.Value };
    }

    /// <summary>Gemini 2.5: 256 a crop, between 256 and 256 + 2048; the table's number without pan and scan. 258 was billed once.</summary>
    public static Ruling TwoFive(long width, long height, string level)
    {
        (long unit, bool pansAndScans) = Tables.Image25[level];
        (int columns, int rows) = pansAndScans ? Crops(width, height) : (1, 1);
        long most = pansAndScans ? unit + 2048 : unit;
        return new()
        {
            Columns = columns,
            Rows = rows,
            Tokens = Math.Min((long)columns * rows * unit, most),
            Billed = level == "Unspecified" ? 258 : null,
            Least = unit,
            Most = most,
            IsEstimate = true,
        };
    }

    /// <summary>Gemini 1.5 and 2.0: so many tokens a crop, one at least; no upper bound is published.</summary>
    public static Ruling Older(long width, long height, long unit, bool pansAndScans, bool isClamped)
    {
        (int columns, int rows) = pansAndScans ? Crops(width, height, isClamped) : (1, 1);
        long tokens = (long)columns * rows * unit;
        return new() { Columns = columns, Rows = rows, Tokens = tokens, Least = unit, Most = tokens, IsEstimate = true };
    }

    private static int Root(long over, long under, long budget)
    {
        int root = 0;
        while ((Int128)(root + 1) * (root + 1) * under <= (Int128)budget * over)
        {
            root++;
        }

        return root;
    }
}
