using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// Grok's tile rule: the same number of tokens for each square tile that covers the image, up to a number of tiles, and
/// for one more.
/// </summary>
/// <remarks>
/// Source: xAI, Consumption and rate limits, "Image prompt tokens": 256 to 1,792 tokens by the size of the image. How the
/// size decides is known from implementations that quote an edition of that page. It leaves open whether a larger image is
/// scaled down before it is cut, and an image of one tile comes to two tiles' tokens where the page begins at one's: there
/// the lower bound is one tile.
/// </remarks>
public sealed record GrokTileRule : TokenRule
{
    /// <summary>The side of a tile, in pixels.</summary>
    public required int TileSize { get; init; }

    /// <summary>The most tiles that are counted, without the one that always is.</summary>
    public required int MaximumTiles { get; init; }

    /// <summary>Tokens for each tile.</summary>
    public required int TokensPerTile { get; init; }

    /// <inheritdoc/>
    public override string Name => "GrokTile";

    /// <inheritdoc/>
    public override string BilledBy => "tiles";

    /// <inheritdoc/>
    public override bool HasTiles => true;

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"{TokensPerTile} per {TileSize} px tile, at most {MaximumTiles}, and for one more");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings) =>
        new("", SizeChangesTokens: true, Count, size => TokensFor(Across(size.Width) * Across(size.Height)));

    private TokenCount Count(PixelSize size)
    {
        long columns = Across(size.Width), rows = Across(size.Height), tiles = columns * rows, counted = Math.Min(tiles, MaximumTiles);
        long tokens = TokensFor(tiles);
        bool isOpen = tiles == 1 || tiles > MaximumTiles;
        string cut = tiles > MaximumTiles ? string.Create(CultureInfo.InvariantCulture, $", at most {MaximumTiles}") : "";
        string calculation = string.Create(CultureInfo.InvariantCulture, $"{columns}x{rows} tiles{cut}: {TokensPerTile} + {counted} x {TokensPerTile}");
        string note = tiles > MaximumTiles ? " (less if it is scaled down first, which is not published)"
            : isOpen ? string.Create(CultureInfo.InvariantCulture, $" (the vendor's page begins at {TokensPerTile})") : "";
        return new()
        {
            Columns = (int)columns,
            Rows = (int)rows,
            Units = counted,
            TokensPerUnit = TokensPerTile,
            BaseTokens = TokensPerTile,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = isOpen ? TokensPerTile : tokens,
            MaxTokens = tokens,
            IsEstimate = isOpen,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size} -> {calculation} = {tokens}{note}"),
        };
    }

    private long Across(int side) => ExactMath.CeilingDivide(side, TileSize);

    private long TokensFor(long tiles) => (Math.Min(tiles, MaximumTiles) + 1) * TokensPerTile;
}
