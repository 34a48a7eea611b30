using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// Mistral's patch rule: the image is scaled down to a longest side, a token for each square of merged patches that covers
/// it, and one for the end of each row.
/// </summary>
/// <remarks>
/// Source: Mistral, mistral-common, tokens/tokenizers/image.py; Vision, "How many tokens correspond to an image", whose
/// formula is the same area without the ends of the rows and without rounding. Python rounds half pixels to even. The
/// code would round the short side of an extreme shape to no pixel at all; it keeps one here. A turned image costs as much
/// more or less as it has rows more or less than columns.
/// </remarks>
public sealed record MistralPatchRule : TokenRule
{
    /// <summary>The side of a patch, in pixels.</summary>
    public required int PatchSize { get; init; }

    /// <summary>The patches along each side of the square that makes one token.</summary>
    public required int SpatialMerge { get; init; }

    /// <summary>The longest side to which the image is scaled down, in pixels.</summary>
    public required int MaximumSide { get; init; }

    /// <summary>The longest side that the service takes, in pixels.</summary>
    public required int RefusedSide { get; init; }

    private int Cell => PatchSize * SpatialMerge;

    /// <inheritdoc/>
    public override string Name => "MistralPatch";

    /// <inheritdoc/>
    public override string BilledBy => "patches";

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"1 per {SpatialMerge}x{SpatialMerge} patches of {PatchSize} px, and 1 a row; fit {MaximumSide} px; refused above {RefusedSide} px a side");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings) => new(
        "",
        SizeChangesTokens: true,
        size => size.LongSide > RefusedSide ? throw SideLimit.Refuse(model, size, RefusedSide) : Count(size),
        size => size.LongSide > RefusedSide ? null : TokensFor(Fit(size)));

    private TokenCount Count(PixelSize size)
    {
        PixelSize scaled = Fit(size);
        long columns = Across(scaled.Width), rows = Across(scaled.Height), tokens = TokensFor(scaled);
        string calculation = string.Create(
            CultureInfo.InvariantCulture,
            $"{(scaled == size ? "" : $"{scaled} -> ")}{columns}x{rows} patches: {columns * rows} + {rows}");
        return new()
        {
            Scaled = scaled,
            Columns = (int)columns,
            Rows = (int)rows,
            Units = columns * rows,
            TokensPerUnit = 1,
            BaseTokens = rows,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = tokens,
            MaxTokens = tokens,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size} -> {calculation} ends of rows = {tokens}"),
        };
    }

    private PixelSize Fit(PixelSize size)
    {
        if (size.LongSide <= MaximumSide)
        {
            return size;
        }

        int other = (int)Math.Max(1, ExactMath.RoundHalfToEven((long)size.ShortSide * MaximumSide, size.LongSide));
        return size.WithSides(MaximumSide, other);
    }

    private long Across(int side) => ExactMath.CeilingDivide(side, Cell);

    private long TokensFor(PixelSize size) => (Across(size.Width) + 1) * Across(size.Height);
}
