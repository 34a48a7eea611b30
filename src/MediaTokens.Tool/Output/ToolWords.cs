using System.Text.RegularExpressions;
using MediaTokens.Tool.CommandLine;

namespace MediaTokens.Tool.Output;

/// <summary>Says in the words of this tool what a message says in cmdlets and their parameters.</summary>
internal static partial class ToolWords
{
    private static readonly (string Cmdlet, string Tool)[] Words =
    [
        ("Get-MediaTokenModel or 'mediatokens models'", "'mediatokens models'"),
        ("Get-MediaTokenModel", "'mediatokens models'"),
        ("Get-MediaTokenEngine", "'mediatokens engines'"),
        ("Get-MediaTokenCost", "'mediatokens cost'"),
        ("Optimize-ImageForVision", "'mediatokens optimize'"),
        ("-Recurse (--recurse)", "--recurse"),
        ("-CatalogPath", "--catalog"),
    ];

    public static string Translate(string message)
    {
        string words = Words.Aggregate(message, (text, word) => text.Replace(word.Cmdlet, word.Tool, StringComparison.Ordinal));
        return Parameter().Replace(words, match => match.Groups["name"] is { Success: true } name ? $"--{Choice.Hyphenate(name.Value)}" : match.Value);
    }

    // What stands in quotes is a path or a value, and stays as it is. An apostrophe within a word begins no quote.
    [GeneratedRegex(@"(?<!\w)'[^']*'|(?<![\w-])-(?<name>(?:[A-Z][a-z]+)+)\b")]
    private static partial Regex Parameter();
}
