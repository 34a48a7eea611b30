using System.Text.Json;

namespace MediaTokens.Benchmarks.Processes;

/// <summary>Finds packages of Node.</summary>
internal static class NodePackage
{
    /// <summary>The version of a package, or null where Node or the package is not installed.</summary>
    /// <param name="modules">The folder that has the package in it.</param>
    /// <param name="name">The package.</param>
    public static string? Version(string? modules, string name)
    {
        string manifest = Path.Combine(modules ?? "", name, "package.json");
        if (!Executables.IsInstalled("node") || !File.Exists(manifest))
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(manifest));
        return document.RootElement.GetProperty("version").GetString();
    }

    /// <summary>A script that finds its packages in that folder.</summary>
    public static Command Script(string modules, string script, params string[] arguments) =>
        new("node", [script, .. arguments]) { Environment = new Dictionary<string, string> { ["NODE_PATH"] = modules } };
}
