using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>What the pixels of an image tell of how it is best written.</summary>
/// <param name="HasTransparency">Whether any pixel lets the background through.</param>
/// <param name="IsGrey">Whether no pixel has a colour.</param>
/// <param name="FlatShare">The share of pixels that equal their left neighbour, 0 to 1.</param>
internal readonly record struct PixelFacts(bool HasTransparency, bool IsGrey, double FlatShare)
{
    /// <summary>Looks at every pixel once.</summary>
    public static PixelFacts Of<TPixel>(Image<TPixel> image)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        bool hasAlpha = image is Image<Rgba32>;
        bool hasTransparency = false;
        bool isGrey = true;
        long flat = 0;
        image.ProcessPixelRows(rows =>
        {
            for (int y = 0; y < rows.Height; y++)
            {
                Span<TPixel> row = rows.GetRowSpan(y);
                for (int x = 1; x < row.Length; x++)
                {
                    flat += row[x].Equals(row[x - 1]) ? 1 : 0;
                }

                for (int x = 0; x < row.Length && (isGrey || (hasAlpha && !hasTransparency)); x++)
                {
                    Rgba32 pixel = default;
                    row[x].ToRgba32(ref pixel);
                    hasTransparency |= pixel.A != byte.MaxValue;
                    isGrey &= pixel.R == pixel.G && pixel.G == pixel.B;
                }
            }
        });
        long neighbours = (image.Width - 1L) * image.Height;
        return new(hasTransparency, isGrey, neighbours == 0 ? 1 : (double)flat / neighbours);
    }
}
