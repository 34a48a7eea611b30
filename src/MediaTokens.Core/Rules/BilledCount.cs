using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>How a measured count follows from the size.</summary>
public enum BilledMethod
{
    /// <summary>The documented number is the ceiling of a grid that keeps the image's shape.</summary>
    Grid,

    /// <summary>The same number whatever the size.</summary>
    Flat,
}

/// <summary>What real calls were billed at, beside the documentation.</summary>
/// <param name="Method">How the count follows from the size.</param>
/// <param name="FlatTokens">The number at each level for <see cref="BilledMethod.Flat"/>; empty for a grid.</param>
/// <param name="IsConfirmed">Whether two independent sources, or the vendor's own calculator, agree.</param>
/// <param name="Source">Where the measurements come from.</param>
/// <param name="Date">When the newest was made, as yyyy-MM or yyyy-MM-dd.</param>
/// <param name="Evidence">What was measured, on which models.</param>
public sealed record BilledCount(
    BilledMethod Method,
    IReadOnlyDictionary<PartMediaResolution, int> FlatTokens,
    bool IsConfirmed,
    string Source,
    string Date,
    string Evidence)
{
    /// <summary>Whether the measured count is the one that counts at a level.</summary>
    internal bool Decides(PartMediaResolution level, CountBasis basis) =>
        basis == CountBasis.Billed && IsConfirmed && (Method == BilledMethod.Grid || FlatTokens.ContainsKey(level));

    /// <summary>The measured tokens alone, at a level where they decide.</summary>
    internal long CountTokens(PixelSize size, PartMediaResolution level, int perImage) =>
        Method == BilledMethod.Flat ? FlatTokens[level] : GridTokens(size, perImage);

    /// <summary>The tokens of the grid of one image, frame or page.</summary>
    internal static int GridTokens(PixelSize size, int perUnit)
    {
        (int columns, int rows) = Grid(size, perUnit);
        return columns * rows;
    }

    internal TokenCount Combine(PixelSize size, PartMediaResolution level, int perImage, TokenCount documented, CountBasis basis)
    {
        (int columns, int rows) = (1, 1);
        long billed;
        string working;
        if (Method == BilledMethod.Grid)
        {
            (columns, rows) = Grid(size, perImage);
            billed = (long)columns * rows;
            working = string.Create(CultureInfo.InvariantCulture, $"{columns}x{rows} grid = {billed}");
        }
        else if (FlatTokens.TryGetValue(level, out int flat))
        {
            billed = flat;
            working = string.Create(CultureInfo.InvariantCulture, $"{flat} whatever the size");
        }
        else
        {
            return documented;
        }

        TokenCount both = documented with
        {
            BilledTokens = billed,
            MinTokens = Math.Min(documented.MinTokens, billed),
            MaxTokens = Math.Max(documented.MaxTokens, billed),
        };
        if (!Decides(level, basis))
        {
            string status = IsConfirmed ? "billed" : "one report was billed";
            string shortWorking = IsConfirmed ? $"; billed {working}" : "";
            return both with
            {
                Calculation = documented.Calculation + shortWorking,
                Explanation = $"{documented.Explanation}; {status} {working}",
            };
        }

        return both with
        {
            Basis = CountBasis.Billed,
            Tokens = billed,
            Columns = columns,
            Rows = rows,
            Units = Method == BilledMethod.Grid ? billed : 1,
            TokensPerUnit = Method == BilledMethod.Grid ? 1 : billed,
            Calculation = working,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size}, an image at {level}: {working} (documented {documented.Tokens})"),
        };
    }

    /// <summary>
    /// The largest grid of whole cells in the image's shape with at most <paramref name="budget"/> cells. A side that would
    /// come to nothing is one cell, and the other as many as the shape has, up to the budget.
    /// </summary>
    private static (int Columns, int Rows) Grid(PixelSize size, int budget)
    {
        int columns = (int)ExactMath.FloorSqrt((long)budget * size.Width, size.Height);
        int rows = (int)ExactMath.FloorSqrt((long)budget * size.Height, size.Width);
        return (columns, rows) switch
        {
            (0, _) => (1, Math.Min(size.Height / size.Width, budget)),
            (_, 0) => (Math.Min(size.Width / size.Height, budget), 1),
            _ => (columns, rows),
        };
    }
}
