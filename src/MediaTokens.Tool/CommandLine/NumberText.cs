using System.CommandLine;
using System.Globalization;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Reads the numbers of options, the same in every language.</summary>
internal static class NumberText
{
    // As the vendors' limits and PowerShell's literals have it: 20 MB are 20971520 bytes.
    private static readonly (string Unit, long Bytes)[] Units = [("KB", 1L << 10), ("MB", 1L << 20), ("GB", 1L << 30)];

    /// <summary>A whole number; null when none was given.</summary>
    /// <exception cref="UsageException">The text is no number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public static long? Whole(ParseResult result, Option<string?> option, long least = 1, long most = long.MaxValue)
    {
        if (result.GetValue(option) is not string text)
        {
            return null;
        }

        return TryParse(text, out long number) && number >= least && number <= most
            ? number
            : throw Refuse(option, text, most == long.MaxValue ? $"a whole number from {least}" : $"a whole number from {least} to {most}");
    }

    /// <summary>A number above 0; null when none was given.</summary>
    /// <exception cref="UsageException">The text is no number above 0, or one above <paramref name="most"/>.</exception>
    public static decimal? Decimal(ParseResult result, Option<string?> option, decimal most)
    {
        if (result.GetValue(option) is not string text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number > 0 && number <= most
            ? number
            : throw Refuse(option, text, string.Create(CultureInfo.InvariantCulture, $"a number above 0, at most {most}, for example 0.92"));
    }

    /// <summary>A share; null when none was given.</summary>
    /// <exception cref="UsageException">The text is no number from <paramref name="least"/> to <paramref name="most"/>.</exception>
    public static double? Share(ParseResult result, Option<string?> option, double least, double most)
    {
        if (result.GetValue(option) is not string text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && share >= least && share <= most
            ? share
            : throw Refuse(option, text, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
    }

    /// <summary>A number of bytes, such as 131072, 500KB or 5MB; null when none was given.</summary>
    /// <exception cref="UsageException">The text is none.</exception>
    public static long? Bytes(ParseResult result, Option<string?> option)
    {
        if (result.GetValue(option) is not string text)
        {
            return null;
        }

        (string unit, long bytes) = Units.FirstOrDefault(known => text.EndsWith(known.Unit, StringComparison.OrdinalIgnoreCase), ("", 1));
        return TryParse(text[..^unit.Length].TrimEnd(), out long number) && number > 0 && number <= long.MaxValue / bytes
            ? number * bytes
            : throw Refuse(option, text, "bytes, for example 131072, 500KB or 5MB");
    }

    private static bool TryParse(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static UsageException Refuse(Option option, string text, string wanted) => new($"{option.Name} does not take '{text}': give {wanted}.");
}
