using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>Together's tile rule: the same number of tokens for each square tile of a grid that has a few tiles a side at most.</summary>
/// <remarks>
/// Source: Together, Use image inputs, "Pricing". The page's table and its examples (1280 x 720 is billed as 2 x 2) count a
/// second tile from a side just above the first; its formula divides the side by the tile and drops the rest, and counts
/// it from two whole tiles on. The count follows the table, and the lower bound the formula. The table leaves out a side of
/// just one tile: it is one here, and two in the upper bound.
/// </remarks>
public sealed record LlamaTileRule : TokenRule
{
    /// <summary>The side of a tile, in pixels.</summary>
    public required int TileSize { get; init; }

    /// <summary>The most tiles along a side.</summary>
    public required int MaximumPerSide { get; init; }

    /// <summary>Tokens for each tile.</summary>
    public required int TokensPerTile { get; init; }

    /// <inheritdoc/>
    public override string Name => "LlamaTile";

    /// <inheritdoc/>
    public override string BilledBy => "tiles";

    /// <inheritdoc/>
    public override bool HasTiles => true;

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"{TokensPerTile} per {TileSize} px tile, at most {MaximumPerSide}x{MaximumPerSide}");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings) =>
        new("", SizeChangesTokens: true, Count, size => Across(size.Width) * Across(size.Height) * TokensPerTile);

    private TokenCount Count(PixelSize size)
    {
        long columns = Across(size.Width), rows = Across(size.Height), tokens = columns * rows * TokensPerTile;
        long least = Whole(size.Width) * Whole(size.Height) * TokensPerTile;
        long most = Begun(size.Width) * Begun(size.Height) * TokensPerTile;
        string calculation = string.Create(CultureInfo.InvariantCulture, $"{columns}x{rows} tiles: {columns * rows} x {TokensPerTile}");
        string formula = least == tokens ? "" : string.Create(CultureInfo.InvariantCulture, $" ({least} by the page's formula)");
        string edge = most == tokens ? "" : string.Create(CultureInfo.InvariantCulture, $" ({most} if a side of {TileSize} px takes two tiles)");
        return new()
        {
            Columns = (int)columns,
            Rows = (int)rows,
            Units = columns * rows,
            TokensPerUnit = TokensPerTile,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = least,
            MaxTokens = most,
            IsEstimate = least < most,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size} -> {calculation} = {tokens}{formula}{edge}"),
        };
    }

    private long Across(int side) => Math.Min(MaximumPerSide, ExactMath.CeilingDivide(side, TileSize));

    private long Whole(int side) => Math.Min(MaximumPerSide, Math.Max(1, side / TileSize));

    private long Begun(int side) => Math.Min(MaximumPerSide, (side / TileSize) + 1);
}
