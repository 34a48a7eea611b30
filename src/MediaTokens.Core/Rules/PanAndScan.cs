using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>The crops that Gemini models before Gemini 3 take of a larger image, each billed like an image.</summary>
/// <remarks>
/// Source: Google, Media resolution, "256 + Pan &amp; Scan (~2048)", which gives the bounds; Google, Understand and count
/// tokens, which gives the crops: the value to expect between the bounds.
/// </remarks>
/// <param name="Levels">The levels at which crops are taken.</param>
/// <param name="AdditionalTokens">The most that crops add, in tokens; null where no bound is published.</param>
/// <param name="WholeImageSide">An image with no side longer than this, in pixels, is one unit.</param>
/// <param name="CropDivisor">The crop's side is the image's shortest side divided by this, rounded down.</param>
/// <param name="MinimumCrop">The least side of a crop, in pixels; null where none is published.</param>
/// <param name="MaximumCrop">The largest side of a crop, in pixels; null where none is published.</param>
public sealed record PanAndScan(
    IReadOnlyList<PartMediaResolution> Levels,
    int? AdditionalTokens,
    int WholeImageSide,
    decimal CropDivisor,
    int? MinimumCrop,
    int? MaximumCrop)
{
    internal TokenCount Count(PixelSize size, int perImage)
    {
        bool whole = IsWhole(size);
        (int crop, int columns, int rows) = Cut(size);
        long units = (long)columns * rows;
        long sum = units * perImage;
        long most = Most(perImage) ?? sum;
        long tokens = Math.Min(sum, most);
        string cut = sum > most ? string.Create(CultureInfo.InvariantCulture, $", at most {most}") : "";
        string calculation = whole
            ? string.Create(CultureInfo.InvariantCulture, $"1 image x {perImage}")
            : string.Create(CultureInfo.InvariantCulture, $"{columns}x{rows} crops of {crop} px: {units} x {perImage}");
        string crops = string.Create(CultureInfo.InvariantCulture, $"{size} -> {calculation} = {sum}{cut}");
        string bounds = AdditionalTokens is null
            ? string.Create(CultureInfo.InvariantCulture, $"{perImage} or more; no upper bound is published")
            : string.Create(CultureInfo.InvariantCulture, $"{perImage} to {most}");
        return new()
        {
            Columns = columns,
            Rows = rows,
            Units = units,
            TokensPerUnit = perImage,
            Tokens = tokens,
            DocumentedTokens = tokens,
            MinTokens = perImage,
            MaxTokens = most,
            IsEstimate = true,
            Calculation = calculation + cut,
            Explanation = $"{crops} ({bounds})",
        };
    }

    /// <summary>The tokens of <see cref="Count"/> alone.</summary>
    internal long CountTokens(PixelSize size, int perImage)
    {
        (_, int columns, int rows) = Cut(size);
        long sum = (long)columns * rows * perImage;
        return Math.Min(sum, Most(perImage) ?? sum);
    }

    private bool IsWhole(PixelSize size) => size.LongSide <= WholeImageSide;

    private long? Most(int perImage) => perImage + (long?)AdditionalTokens;

    private (int Crop, int Columns, int Rows) Cut(PixelSize size)
    {
        int crop = IsWhole(size)
            ? size.LongSide
            : (int)Math.Clamp(decimal.Floor(size.ShortSide / CropDivisor), MinimumCrop ?? 1, MaximumCrop ?? int.MaxValue);
        return (crop, (int)ExactMath.CeilingDivide(size.Width, crop), (int)ExactMath.CeilingDivide(size.Height, crop));
    }
}
