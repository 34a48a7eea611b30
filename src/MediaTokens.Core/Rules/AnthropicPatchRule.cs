using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// Claude's patch rule: a token for each square patch that covers the image, after the service has scaled the image down
/// to the largest size of its shape within a longest edge and a number of tokens. Nothing is ever enlarged.
/// </summary>
/// <remarks>
/// Source: Anthropic, Vision, "Resolution and token cost" and "Request limits"; Vision coordinates, reference code of the
/// resize. The page's table rounds half pixels of the short side away from zero, and its code, in Python, to even: the
/// count follows the table, and where the code would give another count, the bounds hold both. What fits on one side fits
/// on every smaller one of the shape, so that halving finds the largest.
/// </remarks>
public sealed record AnthropicPatchRule : TokenRule
{
    /// <summary>The side of a patch, in pixels.</summary>
    public required int PatchSize { get; init; }

    /// <summary>The longest edge after the resize, in pixels, counted in whole patches; a patch or more.</summary>
    public required int MaximumEdge { get; init; }

    /// <summary>The most patches after the resize.</summary>
    public required int MaximumTokens { get; init; }

    /// <summary>The longest side that the service takes, in pixels.</summary>
    public required int RefusedSide { get; init; }

    /// <summary>The images in a request above which a lower limit holds.</summary>
    public required int ManyImages { get; init; }

    /// <summary>The longest side that the service takes in a request of more than <see cref="ManyImages"/>, in pixels.</summary>
    public required int RefusedSideOfMany { get; init; }

    /// <inheritdoc/>
    public override string Name => "AnthropicPatch";

    /// <inheritdoc/>
    public override string BilledBy => "patches";

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"1 per {PatchSize} px patch; {MaximumTokens} patches, {MaximumEdge} px; refused above {RefusedSide} px a side, above {RefusedSideOfMany} px with more than {ManyImages} images");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        bool isOfMany = settings.ImagesPerRequest > ManyImages;
        int side = isOfMany ? RefusedSideOfMany : RefusedSide;
        return new(
            "",
            SizeChangesTokens: true,
            size => size.LongSide > side ? throw Refuse(model, size, isOfMany) : Count(size),
            size => size.LongSide > side ? null : Patches(Fit(size, halvesToEven: false)));
    }

    private TokenCount Count(PixelSize size)
    {
        PixelSize scaled = Fit(size, halvesToEven: false);
        long tokens = Patches(scaled), other = Patches(Fit(size, halvesToEven: true));
        string calculation = string.Create(
            CultureInfo.InvariantCulture,
            $"{(scaled == size ? "" : $"{scaled} -> ")}{Across(scaled.Width)}x{Across(scaled.Height)} patches: {tokens}");
        string note = other == tokens ? "" : string.Create(CultureInfo.InvariantCulture, $" ({other} if half pixels round to even)");
        return new()
        {
            Scaled = scaled,
            Columns = (int)Across(scaled.Width),
            Rows = (int)Across(scaled.Height),
            Units = tokens,
            TokensPerUnit = 1,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = Math.Min(tokens, other),
            MaxTokens = Math.Max(tokens, other),
            IsEstimate = other != tokens,
            Calculation = calculation,
            Explanation = $"{size} -> {calculation}{note}",
        };
    }

    private PixelSize Fit(PixelSize size, bool halvesToEven)
    {
        if (Fits(size))
        {
            return size;
        }

        // A side of one pixel always fits.
        int fits = 1, tooLong = Math.Min(size.LongSide, MaximumEdge + 1);
        while (tooLong - fits > 1)
        {
            int middle = fits + ((tooLong - fits) / 2);
            (fits, tooLong) = Fits(Shape(size, middle, halvesToEven)) ? (middle, tooLong) : (fits, middle);
        }

        return Shape(size, fits, halvesToEven);
    }

    private bool Fits(PixelSize size) =>
        Across(size.LongSide) * PatchSize <= MaximumEdge && Patches(size) <= MaximumTokens;

    private static PixelSize Shape(PixelSize size, int longSide, bool halvesToEven) => halvesToEven
        ? size.WithSides(longSide, (int)Math.Max(1, ExactMath.RoundHalfToEven((long)size.ShortSide * longSide, size.LongSide)))
        : size.WithLongSide(longSide);

    private long Across(int side) => ExactMath.CeilingDivide(side, PatchSize);

    private long Patches(PixelSize size) => Across(size.Width) * Across(size.Height);

    private MediaException Refuse(string model, PixelSize size, bool isOfMany) => !isOfMany || size.LongSide > RefusedSide
        ? SideLimit.Refuse(model, size, isOfMany ? RefusedSideOfMany : RefusedSide)
        : SideLimit.Refuse(
            model,
            size,
            RefusedSideOfMany,
            string.Create(CultureInfo.InvariantCulture, $"in a request of more than {ManyImages} images "),
            string.Create(CultureInfo.InvariantCulture, $", or send at most {ManyImages} images in a request"));
}
