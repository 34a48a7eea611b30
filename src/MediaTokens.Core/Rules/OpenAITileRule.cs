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
    public override bool HasTiles => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Settings => [nameof(ImageDetail.Auto), nameof(ImageDetail.Low), nameof(ImageDetail.High)];

    private TileScaling Scaling => new(TileSize, MaximumSide, ShortestSide);

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
        new(nameof(ImageDetail.High), SizeChangesTokens: true, size => CountHigh(size, lowIsPossible), size => TokensFor(Scaling.CountTiles(size)));

    private TokenCount CountLow(PixelSize size)
    {
        PixelSize scaled = TileScaling.Fit(size, LowSide);
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
        TileGrid grid = Scaling.Cut(size);
        long tokens = TokensFor(grid.Tiles), roundedDown = TokensFor(grid.TilesRoundedDown);
        string calculation = string.Create(CultureInfo.InvariantCulture, $"{grid.Tiling}: {BaseTokens} + {grid.Tiles} x {TokensPerTile}");
        string note = lowIsPossible
            ? string.Create(CultureInfo.InvariantCulture, $" (what auto means is not published; {BaseTokens} if low)")
            : grid.RoundingNote(roundedDown);
        return new()
        {
            Scaled = grid.Scaled,
            Columns = grid.Columns,
            Rows = grid.Rows,
            Units = grid.Tiles,
            TokensPerUnit = TokensPerTile,
            BaseTokens = BaseTokens,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = lowIsPossible ? BaseTokens : roundedDown,
            MaxTokens = tokens,
            IsEstimate = lowIsPossible || roundedDown < tokens,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size}{grid.Fitting} -> {calculation} = {tokens}{note}"),
        };
    }

    private long TokensFor(long tiles) => BaseTokens + (tiles * TokensPerTile);
}
