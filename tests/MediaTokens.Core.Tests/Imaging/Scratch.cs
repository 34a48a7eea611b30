using MediaTokens.Core.Tests.Headers;

namespace MediaTokens.Core.Tests.Imaging;

/// <summary>A folder for one test, which is gone after it.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediatokens-imaging-");

    /// <summary>The folder's path.</summary>
    public string Root => _folder.FullName;

    /// <summary>Every file and link below the folder, with forward slashes, in order.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>A path below the folder.</summary>
    public string At(string name) => Path.Join(Root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Makes a folder.</summary>
    public string Folder(string name) => Directory.CreateDirectory(At(name)).FullName;

    /// <summary>Writes a file, and its folder where it is missing.</summary>
    public string Put(string name, params byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), content);
        return At(name);
    }

    /// <summary>Copies one of the sample images.</summary>
    public string PutSample(string sample, string name) => Put(name, TestMedia.Bytes(sample));

    /// <summary>Makes a link, with a target as it is given.</summary>
    /// <returns>False where the user may make none, as on Windows.</returns>
    public bool TryLink(string name, string target, bool isFolder = false)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
            _ = isFolder ? Directory.CreateSymbolicLink(At(name), target) : File.CreateSymbolicLink(At(name), target);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
