using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// OpenAI's tile rule: at high detail the image is scaled down to fit a square, then until its shortest side fits,
/// and every square tile that covers the result is billed on top of a base; low detail is the base alone.
/// Both steps only ever shrink.
/// </summary>
/// <remarks>
/// Source: OpenAI, Vision (understanding images), "Low or high fidelity"; Images and vision, "Calculating costs".
/// The scaled sides stay fractions until the tiles are counted. The current guide rounds the longer side down when the
/// shortest becomes <see cref="ShortestSide"/>, and leaves open how fitting the square rounds the shorter one; where
/// rounding down would save a tile, MinTokens is that lower count.
/// </remarks>
public sealed record OpenAITileRule : TokenRule
{
    /// <summary>Tokens for any image; the whole price at low detail.</summary>
    public required int BaseTokens { get; init; }

    /// <summary>Tokens for each tile at high detail.</summary>
    public required int TokensPerTile { get; init; }

    /// <summary>The side of a tile, in pixels.</summary>
    public required int TileSize { get; init; }

    /// <summary>The side of the square that the image is first scaled down to fit, in pixels.</summary>
    public required int MaximumSide { get; init; }

    /// <summary>What the shortest side is then scaled down to, in pixels.</summary>
    public required int ShortestSide { get; init; }

    /// <summary>The side of the square that the image is scaled down to fit at low detail, in pixels.</summary>
    public required int LowSide { get; init; }

    /// <summary>Whether the vendor states that auto means high; where it does not, low is the lower bound.</summary>
    public required bool AutoIsStated { get; init; }

    /// <inheritdoc/>
    public override string Name => "OpenAITile";

    /// <inheritdoc/>
    public override bool UsesDetail => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Settings => [nameof(ImageDetail.Auto), nameof(ImageDetail.Low), nameof(ImageDetail.High)];

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{BaseTokens} + {TokensPerTile} per {TileSize} px tile; fit {MaximumSide}x{MaximumSide}, shortest side {ShortestSide}");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ImageDetail detail = settings.Detail ?? ImageDetail.Auto;
        return detail switch
        {
            ImageDetail.Low => new(nameof(ImageDetail.Low), CountLow),
            ImageDetail.High => new(nameof(ImageDetail.High), size => CountHigh(size, lowIsPossible: false)),
            ImageDetail.Auto => new(nameof(ImageDetail.High), size => CountHigh(size, lowIsPossible: !AutoIsStated)),
            _ => throw NotSupported(model, $"detail {detail}", "it is billed by tiles", "Use -Detail Auto, Low or High with this model."),
        };
    }

    private TokenCount CountLow(PixelSize size)
    {
        PixelSize scaled = Fit(size, LowSide);
        string shrunk = scaled == size ? "" : $" -> {scaled}";
        return new()
        {
            Scaled = scaled,
            TokensPerUnit = TokensPerTile,
            BaseTokens = BaseTokens,
            Tokens = BaseTokens,
            DocumentedTokens = BaseTokens,
            MinTokens = BaseTokens,
            MaxTokens = BaseTokens,
            Calculation = string.Create(CultureInfo.InvariantCulture, $"low detail: {BaseTokens}"),
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size}{shrunk}, low detail whatever the size: {BaseTokens}"),
        };
    }

    private TokenCount CountHigh(PixelSize size, bool lowIsPossible)
    {
        long longSide = size.LongSide, shortSide = size.ShortSide;
        bool fits = longSide <= MaximumSide;
        // The shortest side after the first step is shortSide * MaximumSide / longSide: compared without dividing.
        bool shortens = fits ? shortSide > ShortestSide : shortSide * MaximumSide > (long)ShortestSide * longSide;
        long numerator = shortens ? ShortestSide : fits ? 1 : MaximumSide;
        long denominator = shortens ? shortSide : fits ? 1 : longSide;

        int columns = Tiles(size.Width * numerator, denominator);
        int rows = Tiles(size.Height * numerator, denominator);
        long tiles = (long)columns * rows;
        long tokens = TokensFor(tiles);
        long roundedDown = TokensFor((long)TilesRoundedDown(size.Width * numerator, denominator) * TilesRoundedDown(size.Height * numerator, denominator));
        PixelSize scaled = new(ExactMath.RoundToPixel(size.Width * numerator, denominator), ExactMath.RoundToPixel(size.Height * numerator, denominator));

        string fit = fits ? "" : $" -> {Fit(size, MaximumSide)}";
        string calculation = string.Create(
            CultureInfo.InvariantCulture,
            $"{(shortens ? $"{scaled} -> " : "")}{columns}x{rows} tiles: {BaseTokens} + {tiles} x {TokensPerTile}");
        string note = lowIsPossible ? string.Create(CultureInfo.InvariantCulture, $" (what auto means is not published; {BaseTokens} if low)")
            : roundedDown < tokens ? string.Create(CultureInfo.InvariantCulture, $" ({roundedDown} if the {(shortens ? "longer" : "shorter")} side is rounded down)") : "";
        return new()
        {
            Scaled = scaled,
            Columns = columns,
            Rows = rows,
            Units = tiles,
            TokensPerUnit = TokensPerTile,
            BaseTokens = BaseTokens,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = lowIsPossible ? BaseTokens : roundedDown,
            MaxTokens = tokens,
            IsEstimate = lowIsPossible || roundedDown < tokens,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size}{fit} -> {calculation} = {tokens}{note}"),
        };
    }

    private long TokensFor(long tiles) => BaseTokens + (tiles * TokensPerTile);

    private int Tiles(long numerator, long denominator) => (int)ExactMath.CeilingDivide(numerator, denominator * TileSize);

    private int TilesRoundedDown(long numerator, long denominator) =>
        (int)ExactMath.CeilingDivide(Math.Max(1, numerator / denominator), TileSize);

    private static PixelSize Fit(PixelSize size, int side) => size.LongSide <= side
        ? size
        : new(ExactMath.RoundToPixel((long)size.Width * side, size.LongSide), ExactMath.RoundToPixel((long)size.Height * side, size.LongSide));
}
