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
        ("Compare-MediaTokenModel", "'mediatokens compare'"),
        ("Optimize-ImageForVision", "'mediatokens optimize'"),
        ("New-VisionRequest", "'mediatokens request'"),
        ("Invoke-VisionRequest", "'mediatokens send'"),
        ("-CatalogPath", "--catalog"),
    ];

    public static string Translate(string message) => OptimizeCommand().Match(message) is { Success: true } command
        ? $"{TranslateWords(message[..command.Index])}mediatokens optimize {Quote(command.Groups["path"].Value)}{TranslateWords(message[(command.Index + command.Length)..])}"
        : TranslateWords(message);

    private static string TranslateWords(string message)
    {
        string words = Words.Aggregate(message, (text, word) => text.Replace(word.Cmdlet, word.Tool, StringComparison.Ordinal));
        return Parameter().Replace(words, match =>
            match.Groups["tool"] is { Success: true } tool ? tool.Value
            : match.Groups["name"] is { Success: true } name ? $"--{Choice.Hyphenate(name.Value)}"
            : match.Value);
    }

    /// <summary>A path as the usual shell takes it; in PowerShell's quotation marks each one within is doubled.</summary>
    private static string Quote(string path)
    {
        string plain = DoubledMark().Replace(path, "$1");
        return OperatingSystem.IsWindows() ? $"\"{plain}\"" : $"'{plain.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex("Optimize-ImageForVision -LiteralPath '(?<path>(?:[^']|'')*)'")]
    private static partial Regex OptimizeCommand();

    [GeneratedRegex("(['\u2018\u2019\u201A\u201B])\\1")]
    private static partial Regex DoubledMark();

    // What stands in quotes is a path or a value, and stays as it is. An apostrophe within a word begins no quote. Where the
    // option has another name than the parameter, it stands behind it.
    [GeneratedRegex(@"(?<!\w)'[^']*'|(?<![\w-])-(?<name>(?:[A-Z][a-z]+)+)\b(?: \((?<tool>--[a-z-]+)\))?")]
    private static partial Regex Parameter();
}
