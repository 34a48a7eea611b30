using System.IO.Enumeration;

namespace MediaTokens.Tool.CommandLine;

/// <summary>Reads the names of models as a user gives them.</summary>
internal static class ModelNames
{
    /// <summary>The single names of lists parted by commas.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string> lists) =>
        [.. lists.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Whether a name has a wildcard.</summary>
    public static bool IsPattern(string name) => name.AsSpan().ContainsAny('*', '?');

    /// <summary>The test for an id when a name has a wildcard, otherwise null.</summary>
    public static Func<string, bool>? ToPattern(string name) =>
        IsPattern(name) ? id => FileSystemName.MatchesSimpleExpression(name, id, ignoreCase: true) : null;
}
