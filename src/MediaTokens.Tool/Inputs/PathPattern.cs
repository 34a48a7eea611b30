using System.IO.Enumeration;

namespace MediaTokens.Tool.Inputs;

/// <summary>Expands the wildcards * and ? of a path, for shells that pass them on and for patterns in quotes.</summary>
/// <remarks>
/// Each segment is matched by itself: a wildcard never stands for a separator. As in a shell, names that begin with a dot
/// are matched only by a segment that does so too.
/// </remarks>
internal static class PathPattern
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Whether a path has a wildcard behind its root; a root such as <c>\\?\</c> has a question mark of its own.</summary>
    public static bool HasWildcard(string path) => path.AsSpan((Path.GetPathRoot(path) ?? "").Length).ContainsAny('*', '?');

    /// <summary>The files and folders that fit, in the order of their names; each begins as the pattern does.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        string root = Path.GetPathRoot(pattern) ?? "";
        string[] segments = pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        List<string> found = [root];
        for (int i = 0; i < segments.Length && found.Count > 0; i++)
        {
            bool isLast = i == segments.Length - 1;
            found = segments[i].AsSpan().ContainsAny('*', '?')
                ? [.. found.SelectMany(folder => Match(folder, segments[i], foldersOnly: !isLast))]
                : [.. found.Select(folder => Path.Join(folder, segments[i])).Where(path => isLast ? Path.Exists(path) : Directory.Exists(path))];
        }

        return found;
    }

    private static string[] Match(string folder, string segment, bool foldersOnly)
    {
        try
        {
            string[] names = [.. new FileSystemEnumerable<string>(
                folder.Length == 0 ? "." : folder,
                (ref FileSystemEntry entry) => entry.FileName.ToString(),
                new() { AttributesToSkip = segment[0] == '.' ? 0 : FileAttributes.Hidden | FileAttributes.System })
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => (entry.IsDirectory || !foldersOnly)
                    && FileSystemName.MatchesSimpleExpression(segment, entry.FileName, ignoreCase: OperatingSystem.IsWindows()),
            }];
            Array.Sort(names, StringComparer.OrdinalIgnoreCase);
            return Array.ConvertAll(names, name => Path.Join(folder, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
