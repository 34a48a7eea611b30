using System.Reflection;
using MediaTokens.Imaging;

namespace MediaTokens.Loading;

/// <summary>Loads the adapters when pixels are first needed, and never at import.</summary>
internal static class AdapterLoader
{
    /// <summary>The assembly with the adapters. It is named and not referenced, so that nothing else can load it.</summary>
    public const string AssemblyName = "MediaTokens.Adapters";

    /// <summary>The type in it that finds the engines.</summary>
    public const string ProviderName = "MediaTokens.Adapters.EngineProvider";

    private static readonly Lazy<IEngineProvider> Provider =
        new(() => Load(Path.Combine(Path.GetDirectoryName(typeof(AdapterLoader).Assembly.Location)!, "dependencies")));

    /// <summary>The engines of the module, loaded once for the life of the process.</summary>
    /// <exception cref="MediaException">NoEngine: files of the module are missing.</exception>
    public static IEngineProvider Load() => Provider.Value;

    /// <summary>The engines in a folder.</summary>
    /// <param name="folder">The full path of the folder with the adapters and their libraries.</param>
    /// <exception cref="MediaException">NoEngine: they are not there, or not whole.</exception>
    public static IEngineProvider Load(string folder)
    {
        string path = Path.Combine(folder, $"{AssemblyName}.dll");
        if (!File.Exists(path))
        {
            throw Incomplete(path, "is missing");
        }

        try
        {
            Assembly adapters = new AdapterLoadContext(folder).LoadFromAssemblyPath(path);
            return (IEngineProvider)Activator.CreateInstance(adapters.GetType(ProviderName, throwOnError: true)!)!;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or TypeLoadException or InvalidCastException)
        {
            throw Incomplete(path, "cannot be loaded", exception);
        }
    }

    private static MediaException Incomplete(string path, string problem, Exception? exception = null) => new(
        MediaErrorId.NoEngine,
        $"The module is incomplete: {path} {problem}.",
        "Install MediaTokens again, and leave its folder as it is.",
        exception);
}
