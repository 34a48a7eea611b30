using System.CommandLine;
using System.Globalization;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The option that names a day, the same for every command.</summary>
internal static class DateOption
{
    private const string Shape = "yyyy-MM-dd";

    public static Option<string?> Create() => new("--as-of")
    {
        Description = "The day whose values and prices hold, such as 2026-03-01. [default: today]",
        HelpName = "DATE",
    };

    /// <summary>The day that was given; null when none was.</summary>
    /// <exception cref="UsageException">The text is no day.</exception>
    public static DateOnly? Get(ParseResult result, Option<string?> option) => result.GetValue(option) is not string text ? null
        : DateOnly.TryParseExact(text, Shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new UsageException($"{option.Name} does not take '{text}': give a day as year, month and day, for example 2026-03-01.");
}
