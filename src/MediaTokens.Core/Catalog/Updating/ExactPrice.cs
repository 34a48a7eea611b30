using System.Globalization;

namespace MediaTokens.Catalog.Updating;

/// <summary>Numbers of JSON as exact decimals, where a double would add what was never published.</summary>
internal static class ExactPrice
{
    // No price needs more, and every sum with it stays within 32 bits.
    private const int LargestExponent = 1000;

    /// <summary>Reads a number and moves its point.</summary>
    /// <param name="json">The number as it stands in the file, such as 2.5e-06.</param>
    /// <param name="shift">How many places the point moves to the right: 6 from one token to a million.</param>
    /// <param name="value">The number, without zeros at its end.</param>
    /// <returns>False where it is too large for a decimal, or too small not to become zero.</returns>
    public static bool TryRead(string json, int shift, out decimal value)
    {
        value = 0;
        int mark = json.IndexOfAny(['e', 'E']);
        int exponent = 0;
        if (mark >= 0 && (!int.TryParse(json.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || Math.Abs((long)exponent) > LargestExponent))
        {
            return false;
        }

        ReadOnlySpan<char> digits = mark < 0 ? json : json.AsSpan(0, mark);
        string moved = string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent + shift}");
        return decimal.TryParse(moved, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && (value != 0 || digits.IndexOfAnyInRange('1', '9') < 0)
            && decimal.TryParse(value.ToString("G29", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
