namespace MediaTokens.Benchmarks.Processes;

/// <summary>Finds programs that may or may not be installed.</summary>
internal static class Executables
{
    public static bool IsInstalled(string name)
    {
        string[] extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Path.IsPathRooted(name)
            ? File.Exists(name)
            : folders.Any(folder => extensions.Any(extension => File.Exists(Path.Combine(folder, name + extension))));
    }
}
