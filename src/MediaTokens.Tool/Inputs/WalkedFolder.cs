namespace MediaTokens.Tool.Inputs;

/// <summary>A folder as the user gave it, and how the paths below it are shown.</summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Given">The path as given.</param>
internal sealed record WalkedFolder(string FullPath, string Given)
{
    /// <summary>A path below the folder, beginning as the user began it.</summary>
    public string Show(string path) => path == FullPath ? Given : Path.Join(Given, Below(path));

    /// <summary>A path below the folder, without the folder.</summary>
    public string Below(string path) =>
        path.StartsWith(FullPath, StringComparison.Ordinal) ? path[FullPath.Length..].TrimStart(Path.DirectorySeparatorChar) : path;
}
