namespace MediaTokens.Catalog;

/// <summary>The catalog that Update-MediaTokenCatalog keeps, which is read on top of the one that ships.</summary>
public static class UpdatedCatalog
{
    /// <summary>The environment variable that names the folder in which it is kept.</summary>
    public const string FolderVariable = "MEDIATOKENS_HOME";

    /// <summary>The file's absolute path: catalog.json in the folder that <see cref="FolderVariable"/> names, otherwise in the user's own data folder.</summary>
    public static string Path => System.IO.Path.Combine(Folder, "catalog.json");

    /// <summary>Whether the file is there.</summary>
    internal static bool Exists => File.Exists(Path);

    private static string Folder => Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder
        ? System.IO.Path.GetFullPath(folder)
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "MediaTokens");
}
