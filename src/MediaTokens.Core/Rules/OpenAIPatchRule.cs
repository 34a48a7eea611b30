using System.Globalization;
using MediaTokens.Catalog;

namespace MediaTokens.Rules;

/// <summary>What the patch rule does with an image at one detail setting.</summary>
/// <param name="MaximumSide">The longest side that is kept, in pixels; a longer image is scaled down to it first.</param>
/// <param name="PatchBudget">The most patches that are kept; a larger image is scaled down to it. Null: no budget.</param>
/// <param name="PossibleBudget">The budget that may hold instead, where the vendor leaves open which; null where there is no doubt.</param>
public sealed record PatchLimits(int MaximumSide, int? PatchBudget, int? PossibleBudget = null);

/// <summary>
/// OpenAI's patch rule: the image is covered with square patches, each billed at a multiplier, after being scaled down to
/// a maximum side and then to a patch budget. Nothing is ever enlarged.
/// </summary>
/// <remarks>
/// Source: OpenAI, Images and vision, "Calculating costs". With r the square root of budget x patch area / image area, the
/// guide scales by r and once more so that one side is whole patches. That side is floor(sqrt(budget x side / other side))
/// patches, which integers decide exactly. How the maximum side rounds the other side is not published: the count is for
/// the nearest pixel, and where rounding down gives another count, the bounds hold both.
/// </remarks>
public sealed record OpenAIPatchRule : TokenRule
{
    /// <summary>The side of a patch, in pixels.</summary>
    public required int PatchSize { get; init; }

    /// <summary>Tokens for each patch; the product is rounded up.</summary>
    public required decimal Multiplier { get; init; }

    /// <summary>The most patches before the service refuses the image; null where no such limit is published.</summary>
    public int? PatchLimit { get; init; }

    /// <summary>What is done at each detail setting that the model has; never at Auto.</summary>
    public required IReadOnlyDictionary<ImageDetail, PatchLimits> Details { get; init; }

    /// <summary>The detail that Auto comes to.</summary>
    public required ImageDetail Auto { get; init; }

    /// <inheritdoc/>
    public override string Name => "OpenAIPatch";

    /// <inheritdoc/>
    public override RuleSetting Setting => RuleSetting.Detail;

    /// <inheritdoc/>
    public override string BilledBy => "patches";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Settings =>
        [nameof(ImageDetail.Auto), .. Details.Keys.Order().Select(detail => detail.ToString())];

    /// <inheritdoc/>
    public override string Describe()
    {
        IEnumerable<string> details = Details.OrderBy(pair => pair.Key).Select(pair => string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Key}: {Describe(pair.Value)}{pair.Value.MaximumSide} px"));
        string limit = PatchLimit is int most ? string.Create(CultureInfo.InvariantCulture, $"; refused above {most} patches") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Multiplier} per {PatchSize} px patch; {string.Join("; ", details)}; Auto is {Auto}{limit}");
    }

    /// <inheritdoc/>
    public override ImageCounter Bind(string model, CostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ImageDetail detail = settings.Detail is null or ImageDetail.Auto ? Auto : settings.Detail.Value;
        if (!Details.TryGetValue(detail, out PatchLimits? limits))
        {
            throw NotSupported(model, $"detail {detail}", $"it has {string.Join(", ", Settings)}", "Choose one of these, or another model.");
        }

        return new(detail.ToString(), SizeChangesTokens: true, size => Count(model, detail, limits, size), size => CountTokens(limits, size));
    }

    private static string Describe(PatchLimits limits)
    {
        string possible = limits.PossibleBudget is int other ? string.Create(CultureInfo.InvariantCulture, $" or {other}") : "";
        return limits.PatchBudget is int budget ? string.Create(CultureInfo.InvariantCulture, $"{budget}{possible} patches, ") : "";
    }

    private long? CountTokens(PatchLimits limits, PixelSize size)
    {
        long patches = Patches(FitBudget(FitSide(size, limits.MaximumSide, roundDown: false), limits.PatchBudget));
        return patches > PatchLimit ? null : Multiply(patches);
    }

    private TokenCount Count(string model, ImageDetail detail, PatchLimits limits, PixelSize size)
    {
        PixelSize fitted = FitSide(size, limits.MaximumSide, roundDown: false);
        PixelSize scaled = FitBudget(fitted, limits.PatchBudget);
        long patches = Patches(scaled);
        if (patches > PatchLimit)
        {
            throw TooManyPatches(model, detail, scaled, patches);
        }

        long tokens = Multiply(patches);
        string calculation = string.Create(
            CultureInfo.InvariantCulture,
            $"{(scaled == fitted ? "" : $"{scaled} -> ")}{Across(scaled.Width)}x{Across(scaled.Height)} patches: {patches} x {Multiplier}");
        OtherCount[] others = [.. Others(limits, size).Where(other => other.Tokens != tokens)];
        return new()
        {
            Scaled = scaled,
            Columns = Across(scaled.Width),
            Rows = Across(scaled.Height),
            Units = patches,
            TokensPerUnit = Multiplier,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = others.Select(other => other.Tokens).Append(tokens).Min(),
            MaxTokens = others.Select(other => other.Tokens).Append(tokens).Max(),
            IsEstimate = others.Length > 0,
            Confidence = Array.Exists(others, other => other.IsByBudget) ? Confidence.Estimate : null,
            Calculation = calculation,
            Explanation = Explain(size, fitted, calculation, patches, tokens, others),
        };
    }

    /// <summary>What the image costs where what the vendor leaves open is otherwise.</summary>
    private IEnumerable<OtherCount> Others(PatchLimits limits, PixelSize size)
    {
        const string RoundsDown = "the maximum side rounds down";
        PixelSize near = FitSide(size, limits.MaximumSide, roundDown: false);
        PixelSize down = FitSide(size, limits.MaximumSide, roundDown: true);
        yield return new(TokensAt(down, limits.PatchBudget), RoundsDown, IsByBudget: false);
        if (limits.PossibleBudget is int budget)
        {
            string isBudget = string.Create(CultureInfo.InvariantCulture, $"the budget is {budget}");
            (long ofNear, long ofDown) = (TokensAt(near, budget), TokensAt(down, budget));
            yield return new(ofNear, isBudget, IsByBudget: true);
            if (ofDown != ofNear)
            {
                yield return new(ofDown, $"{isBudget} and {RoundsDown}", IsByBudget: true);
            }
        }
    }

    private long TokensAt(PixelSize fitted, int? budget) => Multiply(Patches(FitBudget(fitted, budget)));

    private string Explain(PixelSize size, PixelSize fitted, string calculation, long patches, long tokens, OtherCount[] others)
    {
        string fit = fitted == size ? "" : $" -> {fitted}";
        decimal product = patches * Multiplier;
        string rounded = product == tokens ? "" : string.Create(CultureInfo.InvariantCulture, $" = {product:0.######}, rounded up");
        string note = others.Length == 0 ? "" : $" ({string.Join("; ", others.Select(other => other.ToString()))})";
        return string.Create(CultureInfo.InvariantCulture, $"{size}{fit} -> {calculation}{rounded} = {tokens}{note}");
    }

    private static PixelSize FitSide(PixelSize size, int side, bool roundDown)
    {
        if (size.LongSide <= side)
        {
            return size;
        }

        return roundDown ? size.WithSides(side, (int)Math.Max(1, (long)size.ShortSide * side / size.LongSide)) : size.WithLongSide(side);
    }

    private PixelSize FitBudget(PixelSize size, int? budget)
    {
        if (budget is not int most || Patches(size) <= most)
        {
            return size;
        }

        long columns = Math.Min(most, ExactMath.FloorSqrt((long)most * size.Width, size.Height));
        long rows = Math.Min(most, ExactMath.FloorSqrt((long)most * size.Height, size.Width));
        // The smaller of columns/width and rows/height decides the scale; an extreme shape keeps its one column or row.
        bool byWidth = rows == 0 || (columns > 0 && columns * size.Height <= rows * size.Width);
        return byWidth
            ? new((int)(columns * PatchSize), (int)Math.Max(1, columns * PatchSize * size.Height / size.Width))
            : new((int)Math.Max(1, rows * PatchSize * size.Width / size.Height), (int)(rows * PatchSize));
    }

    private int Across(int side) => (int)ExactMath.CeilingDivide(side, PatchSize);

    private long Patches(PixelSize size) => (long)Across(size.Width) * Across(size.Height);

    private long Multiply(long patches) => (long)decimal.Ceiling(patches * Multiplier);

    private MediaException TooManyPatches(string model, ImageDetail detail, PixelSize size, long patches)
    {
        PixelSize passes = FitBudget(size, PatchLimit);
        return new(
            MediaErrorId.TooManyPatches,
            string.Create(CultureInfo.InvariantCulture, $"{model} at detail {detail} refuses {size}: it needs {patches} patches of {PatchSize} x {PatchSize} pixels, and the limit is {PatchLimit}; {passes} would pass."),
            $"Shrink the image to {passes} or less, or use -Detail High.");
    }

    private readonly record struct OtherCount(long Tokens, string Condition, bool IsByBudget)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tokens} if {Condition}");
    }
}
