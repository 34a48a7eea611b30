using System.Globalization;

namespace MediaTokens.Rules;

/// <summary>The longest side of an image that a vendor takes.</summary>
internal static class SideLimit
{
    /// <summary>The failure of an image that is too large, with the largest size of its shape that is taken.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="size">The image's size, in pixels.</param>
    /// <param name="side">The longest side that is taken, in pixels.</param>
    /// <param name="where">Where the limit holds, as the start of a sentence; empty where it always does.</param>
    /// <param name="otherwise">What else helps, as the end of a sentence; empty where nothing does.</param>
    public static MediaException Refuse(string model, PixelSize size, int side, string where = "", string otherwise = "") => new(
        MediaErrorId.LimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"{model} refuses {size}: {where}the limit is {side} pixels a side."),
        $"Shrink the image to {Largest(size, side)} or less{otherwise}.");

    private static PixelSize Largest(PixelSize size, int side) =>
        size.WithSides(side, (int)Math.Max(1, (long)size.ShortSide * side / size.LongSide));
}
