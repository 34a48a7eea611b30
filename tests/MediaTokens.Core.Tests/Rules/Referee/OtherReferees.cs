using System.Numerics;

namespace MediaTokens.Core.Tests.Rules.Referee;

/// <summary>Claude's resize by trial: each long side from the largest down. Anthropic, Vision, "Resolution and token cost".</summary>
internal static class ClaudeReferee
{
    public static Ruling Count(long width, long height, long edge, long most, long refused)
    {
        if (width > refused || height > refused)
        {
            return new() { IsRefused = true };
        }

        (long wide, long high) = Shrink(width, height, edge, most, toEven: false);
        (long otherWide, long otherHigh) = Shrink(width, height, edge, most, toEven: true);
        long tokens = Patches(wide) * Patches(high), other = Patches(otherWide) * Patches(otherHigh);
        return new()
        {
            Columns = (int)Patches(wide),
            Rows = (int)Patches(high),
            Scaled = (wide, high),
            Tokens = tokens,
            Least = Math.Min(tokens, other),
            Most = Math.Max(tokens, other),
            IsEstimate = tokens != other,
        };
    }

    private static (long Width, long Height) Shrink(long width, long height, long edge, long most, bool toEven)
    {
        if (Fits(width, height))
        {
            return (width, height);
        }

        long longest = Math.Max(width, height), shortest = Math.Min(width, height);
        for (long side = Math.Min(longest, edge); ; side--)
        {
            long twice = 2 * side * shortest, whole = twice / (2 * longest), rest = twice % (2 * longest);
            bool up = rest > longest || (rest == longest && (!toEven || whole % 2 == 1));
            long other = Math.Max(1, up ? whole + 1 : whole);
            if (Fits(side, other))
            {
                return width >= height ? (side, other) : (other, side);
            }
        }

        bool Fits(long wide, long high) => Patches(wide) * 28 <= edge && Patches(high) * 28 <= edge && Patches(wide) * Patches(high) <= most;
    }

    private static long Patches(long side) => (side + 27) / 28;
}

/// <summary>Mistral's tokenizer: mistral-common, tokens/tokenizers/image.py, with its rounding of halves to even.</summary>
internal static class MistralReferee
{
    public static Ruling Count(long width, long height, int cell, long most)
    {
        if (Math.Max(width, height) > 10_000)
        {
            return new() { IsRefused = true };
        }

        Ratio ratio = Math.Max(width, height) > most ? (Ratio)Math.Max(width, height) / most : 1;
        (long wide, long high) = (Math.Max(1, HalfEven(width / ratio)), Math.Max(1, HalfEven(height / ratio)));
        (int columns, int rows) = (((Ratio)wide).CountSquares(cell), ((Ratio)high).CountSquares(cell));
        long tokens = 0;
        for (int row = 0; row < rows; row++)
        {
            tokens += columns + 1;
        }

        return new() { Columns = columns, Rows = rows, Scaled = (wide, high), Tokens = tokens, Least = tokens, Most = tokens };
    }

    public static long HalfEven(Ratio ratio)
    {
        long down = ratio.RoundDown();
        Ratio half = new((2 * (BigInteger)down) + 1, 2);
        return ratio > half || (!(ratio < half) && down % 2 != 0) ? down + 1 : down;
    }
}

/// <summary>The tiles of Grok and of Together, laid one after another.</summary>
internal static class TilesReferee
{
    public static Ruling Grok(long width, long height)
    {
        long columns = Laid(width, 448), rows = Laid(height, 448), tiles = columns * rows;
        bool isCut = tiles > 6;
        long tokens = isCut ? 1792 : 256 * (tiles + 1);
        bool isOpen = isCut || tiles == 1;
        return new()
        {
            Columns = (int)columns,
            Rows = (int)rows,
            Units = isCut ? 6 : tiles,
            Tokens = tokens,
            Least = isOpen ? 256 : tokens,
            Most = tokens,
            IsEstimate = isOpen,
        };
    }

    /// <summary>The table by its four rows, the formula as it stands, and 560 px itself open between one tile and two.</summary>
    public static Ruling Together(long width, long height)
    {
        int columns = width > 560 ? 2 : 1, rows = height > 560 ? 2 : 1;
        long formula = Math.Min(2, Math.Max(height / 560, 1)) * Math.Min(2, Math.Max(width / 560, 1)) * 1601;
        long most = (width >= 560 ? 2 : 1) * (height >= 560 ? 2 : 1) * 1601;
        return new() { Columns = columns, Rows = rows, Tokens = columns * rows * 1601, Least = formula, Most = most, IsEstimate = formula != most };
    }

    private static long Laid(long side, long tile) => (side / tile) + (side % tile == 0 ? 0 : 1);
}

/// <summary>Qwen's smart resize by trial: one square more until one more would be too much. Alibaba, "Calculate image and video tokens".</summary>
internal static class QwenReferee
{
    public static Ruling Count(long width, long height, long factor, long least, long most)
    {
        if (Math.Max(width, height) > 200 * Math.Min(width, height))
        {
            return new() { IsRefused = true };
        }

        (long columns, long rows) = Resize(width, height, factor, least, most, keepsOne: false);
        (long otherColumns, long otherRows) = Resize(width, height, factor, least, most, keepsOne: true);
        long cells = columns * rows, other = otherColumns * otherRows;
        return new()
        {
            Columns = (int)columns,
            Rows = (int)rows,
            Scaled = (columns * factor, rows * factor),
            MayEnlarge = true,
            Tokens = cells + 2,
            Least = Math.Min(cells, other),
            Most = Math.Max(cells, other) + 2,
            IsEstimate = true,
        };
    }

    private static (long Columns, long Rows) Resize(long width, long height, long factor, long least, long most, bool keepsOne)
    {
        long columns = MistralReferee.HalfEven(new(width, factor)), rows = MistralReferee.HalfEven(new(height, factor));
        (columns, rows) = keepsOne ? (Math.Max(1, columns), Math.Max(1, rows)) : (columns, rows);
        BigInteger pixels = (BigInteger)columns * rows * factor * factor;
        return pixels > most ? (Largest(width, height, most), Largest(height, width, most))
            : pixels < least ? (Smallest(width, height), Smallest(height, width))
            : (columns, rows);

        // side * sqrt(most / (side * other)) / factor, rounded down: n^2 * factor^2 * other <= side * most
        long Largest(long side, long other, long area)
        {
            long n = 0;
            while ((BigInteger)(n + 1) * (n + 1) * factor * factor * other <= (BigInteger)side * area)
            {
                n++;
            }

            return n;
        }

        long Smallest(long side, long other)
        {
            long n = 0;
            while ((BigInteger)n * n * factor * factor * other < (BigInteger)side * least)
            {
                n++;
            }

            return n;
        }
    }
}

/// <summary>Nova's five sizes, and lines between them. Amazon, Nova user guide, "Image to tokens conversion".</summary>
internal static class NovaReferee
{
    private static readonly (long Area, long Tokens)[] Table =
        [(900 * 450, 800), (900 * 900, 1300), (1400 * 900, 1800), (1800 * 900, 2400), (1300 * 1300, 2600)];

    public static Ruling Count(long width, long height)
    {
        long longest = Math.Max(width, height);
        if (longest > 8000)
        {
            return new() { IsRefused = true };
        }

        Ratio area = (Ratio)width * height;
        if (longest < 900)
        {
            area = area * ((Ratio)900 / longest) * ((Ratio)900 / longest);
        }

        Ratio[] rates = [.. Table.Select(row => (Ratio)row.Tokens / row.Area)];
        Ratio lowest = rates.Aggregate(Ratio.Least), highest = rates.Aggregate((left, right) => left < right ? right : left);
        long tokens = Math.Max(1, Line(area).RoundNearest());
        return new()
        {
            Columns = 1,
            Rows = 1,
            Tokens = tokens,
            Least = Math.Max(1, (area * lowest).RoundDown()),
            Most = (area * highest).RoundUp(),
            IsEstimate = true,
        };
    }

    private static Ratio Line(Ratio area)
    {
        if (area < Table[0].Area)
        {
            return area * Table[0].Tokens / Table[0].Area;
        }

        if (!(area < Table[^1].Area))
        {
            return area * Table[^1].Tokens / Table[^1].Area;
        }

        int row = Array.FindLastIndex(Table, each => !(area < each.Area));
        ((long low, long cheap), (long high, long dear)) = (Table[row], Table[row + 1]);
        // (cheap * (high - area) + dear * (area - low)) / (high - low)
        return new((cheap * ((high * area.Under) - area.Over)) + (dear * (area.Over - (low * area.Under))), area.Under * (high - low));
    }
}
