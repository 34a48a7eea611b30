using System.Reflection;
using System.Xml.Linq;
using MediaTokens.Commands;

namespace MediaTokens.Contract.Tests;

/// <summary>The files and the module that the contracts are about.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static Assembly Module => typeof(PathCommandBase).Assembly;

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static XDocument ReadXml(params string[] path) => XDocument.Load(Path.Combine([Root, .. path]));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MediaTokens.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run from within the repository.");
    }
}
