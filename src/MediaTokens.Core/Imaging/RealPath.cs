namespace MediaTokens.Imaging;

/// <summary>Where a path leads when every link on its way is followed.</summary>
internal static class RealPath
{
    /// <summary>How the file system of this platform usually compares names.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path with all links followed; what is not there yet stays as it is.</summary>
    /// <param name="path">An absolute path.</param>
    /// <exception cref="IOException">The links go round in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string? parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        string real = Path.Join(Of(parent), Path.GetFileName(full));
        FileInfo file = new(real);
        return file.LinkTarget is null ? real : Of(file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }

    /// <summary>Whether one real path is another, or lies below it.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, Comparison)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
