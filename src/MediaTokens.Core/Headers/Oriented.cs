using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>From the pixels as stored to the pixels as displayed.</summary>
internal static class Oriented
{
    /// <summary>An EXIF orientation as found: 1 to 8 are themselves, anything else counts as 1, upright.</summary>
    public static int Normalize(long orientation) => orientation is >= 1 and <= 8 ? (int)orientation : 1;

    /// <summary>The header of an image stored as <paramref name="width"/> x <paramref name="height"/> pixels.</summary>
    /// <exception cref="MediaException">A side is 0 or above 2,147,483,647 pixels (InvalidDimensions).</exception>
    public static MediaHeader Header(MediaFormat format, ulong width, ulong height, int orientation = 1, bool isAnimated = false)
    {
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            throw HeaderError.InvalidDimensions(Invariant(
                $"The header tells {width} x {height} pixels; each side must be 1 to {int.MaxValue}."));
        }

        PixelSize size = orientation >= 5 ? new((int)height, (int)width) : new((int)width, (int)height);
        return new MediaHeader(format, size, orientation, isAnimated);
    }
}
