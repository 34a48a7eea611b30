namespace MediaTokens.Tool.Tests;

/// <summary>A folder of its own for each test, with copies of the samples.</summary>
public sealed class Workspace : IDisposable
{
    public Workspace() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "mediatokens-" + Guid.NewGuid().ToString("N"));

    public static string Sample(string name)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "MediaTokens.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder ?? "", "tests", "media", name);
    }

    /// <summary>Copies a sample to a name in this folder.</summary>
    public string Add(string name, string sample = "boardwalk.jpg")
    {
        string path = Create(name);
        File.Copy(Sample(sample), path);
        return path;
    }

    /// <summary>Writes a text to a name in this folder.</summary>
    public string Write(string name, string text)
    {
        string path = Create(name);
        File.WriteAllText(path, text);
        return path;
    }

    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string Create(string name)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
