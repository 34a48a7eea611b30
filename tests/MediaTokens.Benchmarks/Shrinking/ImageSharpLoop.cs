using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Shrinking;

/// <summary>A loop over ImageSharp as one would write it by hand, built outside the repository where ImageSharp can be restored.</summary>
internal static class ImageSharpLoop
{
    public const string Name = "ImageSharp, a loop written by hand";

    private const string ProjectName = "imagesharp-loop";

    /// <summary>Builds the program, where that has not been done.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <returns>Its path; null where it cannot be built.</returns>
    public static string? Build(string folder)
    {
        string project = Path.Combine(folder, ProjectName);
        string program = Path.Combine(project, "out", $"{ProjectName}.dll");
        if (CopySources(project) && File.Exists(program))
        {
            return program;
        }

        try
        {
            string path = Path.Combine(project, $"{ProjectName}.csproj");
            ChildProcess.RunSilently(new("dotnet", "build", path, "-c", "Release", "-o", Path.GetDirectoryName(program)!), _ => { });
            return program;
        }
        catch (ChildProcessException)
        {
            return null;
        }
    }

    /// <summary>Whether all sources were there as they are.</summary>
    private static bool CopySources(string project)
    {
        Directory.CreateDirectory(project);
        bool isSame = true;
        foreach (string source in Directory.EnumerateFiles(Repository.Script(ProjectName)))
        {
            string copy = Path.Combine(project, Path.GetFileName(source));
            if (!File.Exists(copy) || File.ReadAllText(copy) != File.ReadAllText(source))
            {
                File.Copy(source, copy, overwrite: true);
                isSame = false;
            }
        }

        return isSame;
    }
}
