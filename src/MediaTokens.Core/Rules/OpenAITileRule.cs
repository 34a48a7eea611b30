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
    public override RuleSetting Setting => RuleSetting.Detail;

    /// <inheritdoc/>
    public override string BilledBy => "tiles";

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
            ImageDetail.Low => new(nameof(ImageDetail.Low), SizeChangesTokens: false, CountLow, _ => BaseTokens),
            ImageDetail.High => BindHigh(lowIsPossible: false),
            ImageDetail.Auto => BindHigh(lowIsPossible: !AutoIsStated),
            _ => throw NotSupported(model, $"detail {detail}", "it is billed by tiles", "Use -Detail Auto, Low or High with this model."),
        };
    }

    private ImageCounter BindHigh(bool lowIsPossible) =>
        new(nameof(ImageDetail.High), SizeChangesTokens: true, size => CountHigh(size, lowIsPossible), size => CountTiles(size, ScaleHigh(size)).Tokens);

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
        Scale scale = ScaleHigh(size);
        (bool fits, bool shortens, long numerator, long denominator) = scale;
        (int columns, int rows, long tokens) = CountTiles(size, scale);
        long tiles = (long)columns * rows;
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

    private Scale ScaleHigh(PixelSize size)
    {
        long longSide = size.LongSide, shortSide = size.ShortSide;
        bool fits = longSide <= MaximumSide;
        // The shortest side after the first step is shortSide * MaximumSide / longSide: compared without dividing.
        bool shortens = fits ? shortSide > ShortestSide : shortSide * MaximumSide > (long)ShortestSide * longSide;
        return shortens ? new(fits, shortens, ShortestSide, shortSide)
            : fits ? new(fits, shortens, 1, 1)
            : new(fits, shortens, MaximumSide, longSide);
    }

    private (int Columns, int Rows, long Tokens) CountTiles(PixelSize size, Scale scale)
    {
        int columns = Tiles(size.Width * scale.Numerator, scale.Denominator);
        int rows = Tiles(size.Height * scale.Numerator, scale.Denominator);
        return (columns, rows, TokensFor((long)columns * rows));
    }

    private long TokensFor(long tiles) => BaseTokens + (tiles * TokensPerTile);

    private int Tiles(long numerator, long denominator) => (int)ExactMath.CeilingDivide(numerator, denominator * TileSize);

    private int TilesRoundedDown(long numerator, long denominator) =>
        (int)ExactMath.CeilingDivide(Math.Max(1, numerator / denominator), TileSize);

    private static PixelSize Fit(PixelSize size, int side) => size.LongSide <= side
        ? size
        : new(ExactMath.RoundToPixel((long)size.Width * side, size.LongSide), ExactMath.RoundToPixel((long)size.Height * side, size.LongSide));

    /// <summary>What both steps come to: the fraction by which the sides are multiplied, and which of the steps shrink.</summary>
    private readonly record struct Scale(bool Fits, bool Shortens, long Numerator, long Denominator);
}
