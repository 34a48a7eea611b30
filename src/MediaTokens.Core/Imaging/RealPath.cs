namespace MediaTokens.Imaging;

/// <summary>Where a path leads when every link on its way is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows before it calls them a circle.
    private const int MostLinks = 40;

    /// <summary>How the file system of this platform usually compares names.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path with all links followed; what is not there yet stays as it is.</summary>
    /// <param name="path">An absolute path.</param>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Of(string path)
    {
        int left = MostLinks;
        return Follow(Path.GetFullPath(path), ref left);
    }

    /// <summary>Whether one real path is another, or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, Comparison)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    /// <summary>Follows one name after the other, since what a relative target and its ".." mean depends on where their links really are.</summary>
    private static string Follow(string path, ref int left)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        if (Path.GetDirectoryName(path) is not string parent)
        {
            return path;
        }

        string folder = Follow(parent, ref left);
        string name = Path.GetFileName(path);
        if (name is "" or "." or "..")
        {
            return name == ".." ? Path.GetDirectoryName(folder) ?? folder : folder;
        }

        string real = Path.Join(folder, name);
        if (new FileInfo(real).LinkTarget is not string target)
        {
            return real;
        }

        return left-- > 0 ? Follow(Path.Combine(folder, target), ref left) : throw new IOException($"Too many links lead on from '{real}'.");
    }
}
