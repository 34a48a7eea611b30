using System.Globalization;
using MediaTokens.Rules;

namespace MediaTokens;

/// <summary>A width and a height in pixels, as displayed: after orientation.</summary>
/// <param name="Width">Pixels, 1 to 2,147,483,647.</param>
/// <param name="Height">Pixels, 1 to 2,147,483,647.</param>
public readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>The longer side, in pixels.</summary>
    public int LongSide => Math.Max(Width, Height);

    /// <summary>The shorter side, in pixels.</summary>
    public int ShortSide => Math.Min(Width, Height);

    /// <summary>The size of the same shape with another long side: the short side is the nearest pixel, halves up, and at least 1.</summary>
    internal PixelSize WithLongSide(int longSide) => WithSides(longSide, ExactMath.RoundToPixel((long)ShortSide * longSide, LongSide));

    /// <summary>The size with other sides, the long one where it is.</summary>
    internal PixelSize WithSides(int longSide, int shortSide) => Width >= Height ? new(longSide, shortSide) : new(shortSide, longSide);

    /// <summary>The size as <c>1920x1080</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
