using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>
/// Qwen's smart resize: both sides become multiples of a factor, smaller or larger as a least and a most number of pixels
/// ask for, and each square of that side is a token; markers come on top.
/// </summary>
/// <remarks>
/// Source: Alibaba Cloud, Analyze images and videos, "Process high-resolution images" and "Calculate image and video
/// tokens", with code in Python, which rounds halves to even. The page calls its own count an estimate. The root of
/// pixels over area is never taken: floor(side x sqrt(most / area) / factor) is the largest integer whose square is at
/// most side x most / (other side x factor squared). The page counts the markers with the image, and its older example
/// of an answer does not: the lower bound is without them. The open-source code keeps one square at least along each side
/// before it looks at the area, where the page's code may keep none: the bounds hold both.
/// </remarks>
public sealed record QwenResizeRule : TokenRule
{
    /// <summary>The side of the square that makes a token, in pixels.</summary>
    public required int Factor { get; init; }

    /// <summary>The least pixels after the resize; a smaller image is enlarged.</summary>
    public required int MinimumPixels { get; init; }

    /// <summary>The most pixels after the resize, where the request does not ask for others.</summary>
    public required int MaximumPixels { get; init; }

    /// <summary>How many times its short side the long side of an image may be.</summary>
    public required int MaximumRatio { get; init; }

    /// <summary>Tokens for the markers around the image.</summary>
    public required int MarkerTokens { get; init; }

    /// <inheritdoc/>
    public override string Name => "QwenResize";

    /// <inheritdoc/>
    public override string BilledBy => "patches";

    /// <inheritdoc/>
    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"1 per {Factor} px square, and {MarkerTokens}; {MinimumPixels} to {MaximumPixels} pixels; refused above {MaximumRatio}:1");

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings) => new(
        "",
        SizeChangesTokens: true,
        size => IsTooLong(size) ? throw TooLong(model, size) : Count(size),
        size => IsTooLong(size) ? null : Cut(size, keepsOne: false).Cells + MarkerTokens);

    private TokenCount Count(PixelSize size)
    {
        Grid grid = Cut(size, keepsOne: false);
        long other = Cut(size, keepsOne: true).Cells;
        long tokens = grid.Cells + MarkerTokens, least = Math.Min(grid.Cells, other), most = Math.Max(grid.Cells, other) + MarkerTokens;
        PixelSize scaled = new((int)(grid.Columns * Factor), (int)(grid.Rows * Factor));
        string calculation = string.Create(
            CultureInfo.InvariantCulture,
            $"{(scaled == size ? "" : $"{scaled} -> ")}{grid.Columns}x{grid.Rows} patches: {grid.Cells} + {MarkerTokens}");
        return new()
        {
            Scaled = scaled,
            Columns = (int)grid.Columns,
            Rows = (int)grid.Rows,
            Units = grid.Cells,
            TokensPerUnit = 1,
            BaseTokens = MarkerTokens,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = least,
            MaxTokens = most,
            IsEstimate = true,
            Calculation = calculation,
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{size} -> {calculation} = {tokens} ({least} to {most})"),
        };
    }

    private Grid Cut(PixelSize size, bool keepsOne)
    {
        long least = keepsOne ? 1 : 0, cell = (long)Factor * Factor;
        Grid rounded = new(
            Math.Max(least, ExactMath.RoundHalfToEven(size.Width, Factor)),
            Math.Max(least, ExactMath.RoundHalfToEven(size.Height, Factor)));
        long pixels = rounded.Cells * cell;
        if (pixels > MaximumPixels)
        {
            return new(
                Math.Max(1, ExactMath.FloorSqrt((long)size.Width * MaximumPixels, size.Height * cell)),
                Math.Max(1, ExactMath.FloorSqrt((long)size.Height * MaximumPixels, size.Width * cell)));
        }

        return pixels >= MinimumPixels ? rounded : new(
            ExactMath.CeilingSqrt((long)size.Width * MinimumPixels, size.Height * cell),
            ExactMath.CeilingSqrt((long)size.Height * MinimumPixels, size.Width * cell));
    }

    private bool IsTooLong(PixelSize size) => size.LongSide > (long)size.ShortSide * MaximumRatio;

    private MediaException TooLong(string model, PixelSize size) => new(
        MediaErrorId.LimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"{model} refuses {size}: the long side may be {MaximumRatio} times the short one at most."),
        string.Create(CultureInfo.InvariantCulture, $"Cut the image to {(long)size.ShortSide * MaximumRatio} pixels or less on its long side, or into several."));

    /// <summary>Squares along the sides.</summary>
    private readonly record struct Grid(long Columns, long Rows)
    {
        public long Cells => Columns * Rows;
    }
}
