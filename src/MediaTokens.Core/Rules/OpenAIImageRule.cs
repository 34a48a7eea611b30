using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// What an input image costs on OpenAI's image models: the tile rule with a shortest side of its own, and at high
/// <c>input_fidelity</c> a number of tokens on top, which is lower for a square.
/// </summary>
/// <remarks>
/// Source: OpenAI, Images and vision, "Calculating costs", "GPT Image 1". What is not a square is portrait or landscape,
/// by as little as a pixel.
/// </remarks>
public sealed record OpenAIImageRule : TokenRule
{
    /// <summary>Tokens for any image.</summary>
    public required int BaseTokens { get; init; }

    /// <summary>Tokens for each tile.</summary>
    public required int TokensPerTile { get; init; }

    /// <summary>The side of a tile, in pixels.</summary>
    public required int TileSize { get; init; }

    /// <summary>The side of the square that the image is first scaled down to fit, in pixels.</summary>
    public required int MaximumSide { get; init; }

    /// <summary>What the shortest side is then scaled down to, in pixels.</summary>
    public required int ShortestSide { get; init; }

    /// <summary>Tokens on top of a square image at high fidelity.</summary>
    public required int HighTokensOfSquare { get; init; }

    /// <summary>Tokens on top of any other image at high fidelity.</summary>
    public required int HighTokensOfOther { get; init; }

    /// <inheritdoc/>
    public override string Name => "OpenAIImage";

    /// <inheritdoc/>
    public override RuleSetting Setting => RuleSetting.InputFidelity;

    /// <inheritdoc/>
    public override string BilledBy => "tiles";

    /// <inheritdoc/>
    public override bool HasTiles => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Settings => Enum.GetNames<InputFidelity>();

    private TileScaling Scaling => new(TileSize, MaximumSide, ShortestSide);

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{BaseTokens} + {TokensPerTile} per {TileSize} px tile; fit {MaximumSide}x{MaximumSide}, shortest side {ShortestSide}; High adds {HighTokensOfSquare} to a square, {HighTokensOfOther} to others");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        InputFidelity fidelity = settings.InputFidelity ?? InputFidelity.Low;
        return new(
            fidelity.ToString(),
            SizeChangesTokens: true,
            size => Count(size, fidelity),
            size => BaseTokens + (Scaling.CountTiles(size) * TokensPerTile) + Added(size, fidelity));
    }

    private TokenCount Count(PixelSize size, InputFidelity fidelity)
    {
        TileGrid grid = Scaling.Cut(size);
        int added = Added(size, fidelity);
        long tokens = BaseTokens + (grid.Tiles * TokensPerTile) + added;
        long roundedDown = BaseTokens + (grid.TilesRoundedDown * TokensPerTile) + added;
        string fidelityWorking = added == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" + {added}");
        string calculation = string.Create(CultureInfo.InvariantCulture, $"{grid.Tiling}: {BaseTokens} + {grid.Tiles} x {TokensPerTile}{fidelityWorking}");
        return new()
        {
            Scaled = grid.Scaled,
            Columns = grid.Columns,
            Rows = grid.Rows,
            Units = grid.Tiles,
            TokensPerUnit = TokensPerTile,
            BaseTokens = BaseTokens + added,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = roundedDown,
            MaxTokens = tokens,
            IsEstimate = roundedDown < tokens,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size}{grid.Fitting} -> {calculation} = {tokens}{grid.RoundingNote(roundedDown)}"),
        };
    }

    private int Added(PixelSize size, InputFidelity fidelity) => fidelity == InputFidelity.Low ? 0
        : size.Width == size.Height ? HighTokensOfSquare
        : HighTokensOfOther;
}
