namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>
/// OpenAI's patch rule by trial: OpenAI, Images and vision, "Calculating costs", patch-based models. The numbers of whole
/// patches that fit the shrunk sides are found by adding one until one more would not fit.
/// </summary>
internal static class PatchReferee
{
    private const int Patch = 32;
    private const int MostPatches = 30_000;

    /// <summary>The count; the tokens take the nearest pixel at the maximum side, the bounds hold rounding down as well.</summary>
    public static Ruling Count(long width, long height, PatchSizing sizing, int hundredths, bool isRefusedAboveLimit = true)
    {
        (long Width, long Height) near = FitSide(width, height, sizing.MaximumSide, ratio => ratio.RoundNearest());
        (long Width, long Height) down = FitSide(width, height, sizing.MaximumSide, ratio => ratio.RoundDown());
        long[] costs = [.. new[] { near, down }.SelectMany(size => new[] { sizing.Budget, sizing.PossibleBudget ?? sizing.Budget }.Select(budget => Cost(size, budget)))];
        near = FitBudget(near.Width, near.Height, sizing.Budget);
        (int columns, int rows) = (CountPatches(near.Width), CountPatches(near.Height));
        long patches = (long)columns * rows;
        long tokens = Price(patches, hundredths);
        return new()
        {
            IsRefused = isRefusedAboveLimit && patches > MostPatches,
            Columns = columns,
            Rows = rows,
            Scaled = near,
            Tokens = tokens,
            Least = costs.Min(),
            Most = costs.Max(),
            IsEstimate = costs.Distinct().Count() > 1,
        };

        long Cost((long Width, long Height) size, long? budget)
        {
            (long wide, long high) = FitBudget(size.Width, size.Height, budget);
            return Price((long)CountPatches(wide) * CountPatches(high), hundredths);
        }
    }

    private static (long Width, long Height) FitSide(long width, long height, long side, Func<Ratio, long> round)
    {
        long longest = Math.Max(width, height);
        if (longest <= side)
        {
            return (width, height);
        }

        long Shrink(long length) => length == longest ? side : Math.Max(1, round((Ratio)length * side / longest));
        return (Shrink(width), Shrink(height));
    }

    private static (long Width, long Height) FitBudget(long width, long height, long? budget)
    {
        if (budget is not long most || (long)CountPatches(width) * CountPatches(height) <= most)
        {
            return (width, height);
        }

        // r = sqrt(32 * 32 * budget / (w * h)), then times the smaller of floor(w r / 32) / (w r / 32) and the same of h:
        // r cancels, and what is left is whole patches over the side.
        Ratio across = (Ratio)(Patch * WholePatches(width, height, most)) / width;
        Ratio along = (Ratio)(Patch * WholePatches(height, width, most)) / height;
        Ratio shrink = Ratio.Least(across, along);
        return (Math.Max(1, (width * shrink).RoundDown()), Math.Max(1, (height * shrink).RoundDown()));
    }

    /// <summary>floor(side * r / 32): the most whole patches with (32 n)^2 at most side^2 * 32^2 * budget / (side * other).</summary>
    private static long WholePatches(long side, long other, long budget)
    {
        long patches = 0;
        while ((Int128)(patches + 1) * (patches + 1) * other <= (Int128)side * budget)
        {
            patches++;
        }

        return patches;
    }

    private static int CountPatches(long side)
    {
        int patches = 0;
        for (long covered = 0; covered < side; covered += Patch)
        {
            patches++;
        }

        return patches;
    }

    /// <summary>Patches times the multiplier, rounded up; the multiplier in hundredths.</summary>
    private static long Price(long patches, int hundredths) => new Ratio(patches * hundredths, 100).RoundUp();
}

/// <summary>What one detail does to an image's size: pixels, and patches where there is a budget; another one where the vendor leaves it open.</summary>
internal sealed record PatchSizing(long MaximumSide, long? Budget = null, long? PossibleBudget = null);

/// <summary>A row of the vendor's patch table; no original where the model has none.</summary>
internal sealed record PatchProfile(int Hundredths, PatchSizing Low, PatchSizing High, PatchSizing? Original = null, bool AutoIsOriginal = false, bool IsRefusedAboveLimit = true);
