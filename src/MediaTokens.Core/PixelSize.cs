using System.Globalization;

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

    /// <summary>The size as <c>1920x1080</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
