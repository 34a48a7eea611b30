using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>A row of a vendor's table: about what an image of one size costs.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Tokens">About how many tokens it costs.</param>
public sealed record AreaRow(int Width, int Height, int Tokens)
{
    /// <summary>The pixels of the image.</summary>
    internal long Area => (long)Width * Height;

    internal string Size => new PixelSize(Width, Height).ToString();
}

/// <summary>
/// An estimate from a vendor's table of sizes: along a straight line over the pixels between two rows, and in proportion
/// to the first row below it and to the last above it. Smaller images are enlarged first.
/// </summary>
/// <remarks>
/// Source: Amazon, Nova user guide, Image understanding, "Image size information" and "Image to tokens conversion". The
/// page gives five sizes with about what they cost and no rule, and an image of 800 x 400 the cost of 900 x 450, since it
/// enlarges until a side is above 896 pixels. The lines between the rows are this catalog's own; the bounds are the least
/// and the most tokens that any row gives a pixel.
/// </remarks>
public sealed record AreaTableRule : TokenRule
{
    /// <summary>The rows, from the smallest image to the largest.</summary>
    public required IReadOnlyList<AreaRow> Rows { get; init; }

    /// <summary>The long side to which a smaller image is enlarged, in pixels.</summary>
    public required int LeastLongSide { get; init; }

    /// <summary>The longest side that the service takes, in pixels.</summary>
    public required int RefusedSide { get; init; }

    /// <inheritdoc/>
    public override string Name => "AreaTable";

    /// <inheritdoc/>
    public override string BilledBy => "size";

    /// <inheritdoc/>
    public override string Describe()
    {
        IEnumerable<string> rows = Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Size} {row.Tokens}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"about {string.Join(", ", rows)}; enlarged to {LeastLongSide} px; refused above {RefusedSide} px a side");
    }

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings) => new(
        "",
        SizeChangesTokens: true,
        size => size.LongSide > RefusedSide ? throw SideLimit.Refuse(model, size, RefusedSide) : Count(size),
        size => size.LongSide > RefusedSide ? null : Estimate(Enlarge(size)));

    private TokenCount Count(PixelSize size)
    {
        Pixels pixels = Enlarge(size);
        long tokens = Estimate(pixels);
        long least = Math.Max(1, (long)Rows.Min(row => pixels.Over * row.Tokens / (pixels.Under * row.Area)));
        long most = (long)Rows.Max(row => ((pixels.Over * row.Tokens) - 1) / (pixels.Under * row.Area)) + 1;
        string enlarged = size.LongSide < LeastLongSide ? string.Create(CultureInfo.InvariantCulture, $" enlarged to {LeastLongSide} px") : "";
        string calculation = string.Create(CultureInfo.InvariantCulture, $"{pixels.Over / pixels.Under} px, {Place(pixels)}");
        return new()
        {
            Columns = 1,
            Rows = 1,
            Units = 1,
            TokensPerUnit = tokens,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = least,
            MaxTokens = most,
            IsEstimate = true,
            Calculation = calculation,
            Explanation = string.Create(
                CultureInfo.InvariantCulture,
                $"{size}{enlarged} -> {calculation} of the vendor's table = about {tokens} ({least} to {most})"),
        };
    }

    private string Place(Pixels pixels)
    {
        int above = Above(pixels);
        return above == 0 ? $"in proportion to {Rows[0].Size}"
            : above == Rows.Count ? $"in proportion to {Rows[^1].Size}"
            : $"between {Rows[above - 1].Size} and {Rows[above].Size}";
    }

    private long Estimate(Pixels pixels)
    {
        int above = Above(pixels);
        if (above == 0 || above == Rows.Count)
        {
            AreaRow row = above == 0 ? Rows[0] : Rows[^1];
            return Math.Max(1, Round(pixels.Over * row.Tokens, pixels.Under * row.Area));
        }

        AreaRow low = Rows[above - 1], high = Rows[above];
        return low.Tokens + Round((pixels.Over - (pixels.Under * low.Area)) * (high.Tokens - low.Tokens), pixels.Under * (high.Area - low.Area));
    }

    /// <summary>The index of the first row with more pixels; the number of rows where none has.</summary>
    private int Above(Pixels pixels)
    {
        int index = 0;
        while (index < Rows.Count && pixels.Over >= pixels.Under * Rows[index].Area)
        {
            index++;
        }

        return index;
    }

    private Pixels Enlarge(PixelSize size) => size.LongSide < LeastLongSide
        ? new((Int128)LeastLongSide * LeastLongSide * size.ShortSide, size.LongSide)
        : new((Int128)size.Width * size.Height, 1);

    private static long Round(Int128 numerator, Int128 denominator) => (long)((numerator + (denominator / 2)) / denominator);

    /// <summary>A number of pixels, as a fraction.</summary>
    private readonly record struct Pixels(Int128 Over, Int128 Under);
}
