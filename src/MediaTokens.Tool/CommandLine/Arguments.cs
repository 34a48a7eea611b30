using System.CommandLine;
using System.CommandLine.Parsing;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Tells misspelt options from arguments, which the parser takes for the same.</summary>
internal static class Arguments
{
    // Two hyphens and two letters: beginnings are seldom misspelt.
    private const int LeastInCommon = 4;

    /// <exception cref="UsageException">An argument before <c>--</c> looks like an option.</exception>
    public static void RefuseUnknownOptions(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        HashSet<Token> arguments = new(command.Arguments.SelectMany(argument => result.GetResult(argument)?.Tokens ?? []), ReferenceEqualityComparer.Instance);
        Token? unknown = result.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Value is ['-', _, ..] && arguments.Contains(token));
        if (unknown is null)
        {
            return;
        }

        string? nearest = command.Options
            .Select(option => option.Name)
            .Where(name => name.AsSpan().CommonPrefixLength(unknown.Value) >= LeastInCommon)
            .MaxBy(name => name.AsSpan().CommonPrefixLength(unknown.Value));
        throw new UsageException(nearest is null
            ? $"There is no option '{unknown.Value}'. A path that begins with a hyphen comes after '--'."
            : $"There is no option '{unknown.Value}'. Did you mean {nearest}?");
    }
}
