using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// The arithmetic that OpenAI's tile rules share: an image is scaled down to fit a square, then until its shortest side
/// fits, and the square tiles that cover the result are counted. Both steps only ever shrink.
/// </summary>
/// <remarks>
/// The scaled sides stay fractions until the tiles are counted. The current guide rounds the longer side down when the
/// shortest becomes <paramref name="ShortestSide"/>, and leaves open how fitting the square rounds the shorter one; what
/// rounding down would give is told beside.
/// </remarks>
/// <param name="TileSize">The side of a tile, in pixels.</param>
/// <param name="MaximumSide">The side of the square that the image is first scaled down to fit, in pixels.</param>
/// <param name="ShortestSide">What the shortest side is then scaled down to, in pixels.</param>
internal readonly record struct TileScaling(int TileSize, int MaximumSide, int ShortestSide)
{
    /// <summary>The tiles alone, for whoever tries many sizes.</summary>
    public long CountTiles(PixelSize size)
    {
        Scale scale = ScaleOf(size);
        return (long)Tiles(size.Width * scale.Numerator, scale.Denominator) * Tiles(size.Height * scale.Numerator, scale.Denominator);
    }

    public TileGrid Cut(PixelSize size)
    {
        (bool fits, bool shortens, long numerator, long denominator) = ScaleOf(size);
        long width = size.Width * numerator, height = size.Height * numerator;
        return new(
            fits ? null : Fit(size, MaximumSide),
            new(ExactMath.RoundToPixel(width, denominator), ExactMath.RoundToPixel(height, denominator)),
            shortens,
            Tiles(width, denominator),
            Tiles(height, denominator),
            (long)TilesRoundedDown(width, denominator) * TilesRoundedDown(height, denominator));
    }

    /// <summary>The size scaled down to fit a square, to the nearest pixel.</summary>
    public static PixelSize Fit(PixelSize size, int side) => size.LongSide <= side ? size : size.WithLongSide(side);

    private Scale ScaleOf(PixelSize size)
    {
        long longSide = size.LongSide, shortSide = size.ShortSide;
        bool fits = longSide <= MaximumSide;
        // The shortest side after the first step is shortSide * MaximumSide / longSide: compared without dividing.
        bool shortens = fits ? shortSide > ShortestSide : shortSide * MaximumSide > (long)ShortestSide * longSide;
        return shortens ? new(fits, shortens, ShortestSide, shortSide)
            : fits ? new(fits, shortens, 1, 1)
            : new(fits, shortens, MaximumSide, longSide);
    }

    private int Tiles(long numerator, long denominator) => (int)ExactMath.CeilingDivide(numerator, denominator * TileSize);

    private int TilesRoundedDown(long numerator, long denominator) =>
        (int)ExactMath.CeilingDivide(Math.Max(1, numerator / denominator), TileSize);

    /// <summary>What both steps come to: the fraction by which the sides are multiplied, and which of the steps shrink.</summary>
    private readonly record struct Scale(bool Fits, bool Shortens, long Numerator, long Denominator);
}

/// <summary>An image cut into tiles.</summary>
/// <param name="Fitted">The size that fits the square, to the nearest pixel; null where the image does as it is.</param>
/// <param name="Scaled">The size after both steps, to the nearest pixel.</param>
/// <param name="Shortens">Whether the second step shrinks.</param>
/// <param name="Columns">Columns of tiles.</param>
/// <param name="Rows">Rows of tiles.</param>
/// <param name="TilesRoundedDown">The tiles where the scaled sides are rounded down first.</param>
internal readonly record struct TileGrid(PixelSize? Fitted, PixelSize Scaled, bool Shortens, int Columns, int Rows, long TilesRoundedDown)
{
    public long Tiles => (long)Columns * Rows;

    /// <summary>The first step of the working, as <c> -> 2048x1335</c>.</summary>
    public string Fitting => Fitted is PixelSize fitted ? $" -> {fitted}" : "";

    /// <summary>The second step and the tiles, as <c>1178x768 -> 3x2 tiles</c>.</summary>
    public string Tiling => string.Create(CultureInfo.InvariantCulture, $"{(Shortens ? $"{Scaled} -> " : "")}{Columns}x{Rows} tiles");

    /// <summary>What rounding down would cost, where it would save a tile.</summary>
    public string RoundingNote(long tokens) => TilesRoundedDown == Tiles ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({tokens} if the {(Shortens ? "longer" : "shorter")} side is rounded down)");
}
