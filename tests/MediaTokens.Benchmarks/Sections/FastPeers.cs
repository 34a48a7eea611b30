using System.Text.Json;
using MediaTokens.Benchmarks.Processes;

namespace MediaTokens.Benchmarks.Sections;

/// <summary>The programs that come close: each gets the folder, lists it, and writes a line for each file.</summary>
internal static class FastPeers
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3", "python"];

    public static IEnumerable<Peer> Find(string folder, string? nodeModules)
    {
        if (ImageSizeVersion(nodeModules) is string version)
        {
            yield return ImageSize($"image-size {version}, 64 KB read in one go", folder, "sync", nodeModules!);
            yield return ImageSize($"image-size {version}, its own reader, 16 at a time", folder, "file", nodeModules!);
        }
        else
        {
            yield return new("image-size", null);
        }

        foreach (string python in Pythons)
        {
            if (PillowVersion(python) is string pillow)
            {
                yield return new($"Pillow {pillow}, Image.open(path).size", new(python, Repository.Script("pillow.py"), folder));
                yield break;
            }
        }

        yield return new("Pillow", null);
    }

    private static Peer ImageSize(string name, string folder, string mode, string nodeModules) => new(
        name,
        new("node", Repository.Script("image-size.js"), folder, mode) { Environment = new Dictionary<string, string> { ["NODE_PATH"] = nodeModules } });

    private static string? ImageSizeVersion(string? nodeModules)
    {
        string manifest = Path.Combine(nodeModules ?? "", "image-size", "package.json");
        if (!Executables.IsInstalled("node") || !File.Exists(manifest))
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(manifest));
        return document.RootElement.GetProperty("version").GetString();
    }

    private static string? PillowVersion(string python)
    {
        if (!Executables.IsInstalled(python))
        {
            return null;
        }

        // Without the package it says so with an empty line instead of an error.
        const string Script = "import importlib.util as u; print(__import__('PIL').__version__ if u.find_spec('PIL') else '')";
        string version = ChildProcess.Capture(new(python, "-c", Script)).Trim();
        return version.Length > 0 ? version : null;
    }
}
