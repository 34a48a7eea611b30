using System.CommandLine;
using System.CommandLine.Completions;

namespace MediaTokens.Tool.CommandLine;

/// <summary>An option whose values are the names of an enum, in either case, with or without hyphen.</summary>
internal static class Choice
{
    /// <summary>Creates the option.</summary>
    /// <param name="name">With its hyphens.</param>
    /// <param name="description">For the help.</param>
    /// <param name="values">The enum.</param>
    /// <param name="names">Its names as the help writes them, where they are no plain words: WebP is one word.</param>
    public static Option<string?> Create(string name, string description, Type values, string[]? names = null)
    {
        names ??= Array.ConvertAll(Enum.GetNames(values), Hyphenate);
        Option<string?> option = new(name) { Description = description, HelpName = string.Join('|', names) };
        option.CompletionSources.Add(_ => names.Select(value => new CompletionItem(value)));
        return option;
    }

    /// <summary>The value that was given; null when none was.</summary>
    /// <exception cref="UsageException">The enum has no such name.</exception>
    public static T? Get<T>(ParseResult result, Option<string?> option)
        where T : struct, Enum =>
        result.GetValue(option) is string text ? (T)(object)Find(typeof(T), text, option) : null;

    /// <summary>Whether a text names a value of an enum, as the option takes it.</summary>
    public static bool Names(string text, Enum value) => Plain(text).Equals(value.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>A name as options and their values are written: ultra-high for UltraHigh.</summary>
    public static string Hyphenate(string name)
    {
        string hyphenated = name[..1];
        foreach (char c in name.AsSpan(1))
        {
            hyphenated += char.IsUpper(c) ? $"-{c}" : c.ToString();
        }

        return hyphenated.ToLowerInvariant();
    }

    private static Enum Find(Type values, string text, Option option)
    {
        foreach (Enum value in Enum.GetValues(values))
        {
            if (Names(text, value))
            {
                return value;
            }
        }

        throw new UsageException($"{option.Name} does not take '{text}': give {option.HelpName!.Replace("|", ", ", StringComparison.Ordinal)}.");
    }

    private static string Plain(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
