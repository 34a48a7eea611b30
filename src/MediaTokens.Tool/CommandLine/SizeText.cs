using System.Globalization;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Reads a size such as <c>1920x1080</c>.</summary>
internal static class SizeText
{
    /// <exception cref="UsageException">The text is no size.</exception>
    public static SizeInput Parse(string text)
    {
        int cross = text.AsSpan().IndexOfAny('x', 'X');
        return cross > 0 && TryParse(text.AsSpan(0, cross), out long width) && TryParse(text.AsSpan(cross + 1), out long height)
            ? new(width, height)
            : throw new UsageException($"--size does not take '{text}': give the width and the height in pixels, for example 1920x1080.");
    }

    private static bool TryParse(ReadOnlySpan<char> text, out long pixels) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out pixels);
}
