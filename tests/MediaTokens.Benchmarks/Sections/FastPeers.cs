using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>The programs that come close: each gets the folder, lists it, and writes a line for each file.</summary>
internal static class FastPeers
{
    public static IEnumerable<Peer> Find(string folder, string? nodeModules)
    {
        if (NodePackage.Version(nodeModules, "image-size") is string version)
        {
            yield return ImageSize($"image-size {version}, 64 KB read in one go", folder, "sync", nodeModules!);
            yield return ImageSize($"image-size {version}, its own reader, 16 at a time", folder, "file", nodeModules!);
        }
        else
        {
            yield return new("image-size", null);
        }

        yield return PillowPython.Find() is PillowPython python
            ? new($"Pillow {python.Version}, Image.open(path).size", python.Run("pillow.py", folder))
            : new("Pillow", null);
    }

    private static Peer ImageSize(string name, string folder, string mode, string nodeModules) =>
        new(name, NodePackage.Script(nodeModules, Repository.Script("image-size.js"), folder, mode));
}
