using System.Reflection;
using System.Runtime.Loader;
using MediaTokens.Imaging;

namespace MediaTokens.Loading;

/// <summary>
/// Where the adapters and their libraries live: apart from PowerShell and from other modules, which may have other versions of
/// the same libraries. The contract and the base library are those of everyone, so that their types are the same on both sides.
/// </summary>
internal sealed class AdapterLoadContext(string folder) : AssemblyLoadContext("MediaTokens.Adapters")
{
    private static readonly Assembly Contract = typeof(IEngineProvider).Assembly;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        if (assemblyName.Name == Contract.GetName().Name)
        {
            return Contract;
        }

        string path = Path.Combine(folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
