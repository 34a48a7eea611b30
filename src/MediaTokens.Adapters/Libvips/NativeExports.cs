using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.Libvips;

/// <summary>The functions that shared libraries export, by name. The libraries stay loaded as long as the process runs.</summary>
internal sealed class NativeExports
{
    private readonly nint[] _libraries;

    private NativeExports(nint[] libraries) => _libraries = libraries;

    /// <summary>The address of a function.</summary>
    /// <exception cref="EntryPointNotFoundException">None of the libraries has it.</exception>
    public nint this[string name]
    {
        get
        {
            foreach (nint library in _libraries)
            {
                if (NativeLibrary.TryGetExport(library, name, out nint address))
                {
                    return address;
                }
            }

            throw new EntryPointNotFoundException(name);
        }
    }

    /// <summary>Loads libvips and what it stands on.</summary>
    /// <returns>Null when libvips is not on the machine.</returns>
    public static NativeExports? LoadVips()
    {
        if (!TryLoad(out nint vips, Names("vips", "42")))
        {
            return null;
        }

        // Some builds have GLib inside; then libvips itself exports its functions.
        List<nint> libraries = [vips];
        foreach (string name in (string[])["gobject-2.0", "glib-2.0"])
        {
            if (TryLoad(out nint library, Names(name, "0")))
            {
                libraries.Add(library);
            }
        }

        return new NativeExports([.. libraries]);
    }

    private static bool TryLoad(out nint library, string[] names)
    {
        library = 0;
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out library))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Names(string name, string version)
    {
        if (OperatingSystem.IsWindows())
        {
            return [$"lib{name}-{version}.dll"];
        }

        if (!OperatingSystem.IsMacOS())
        {
            return [$"lib{name}.so.{version}"];
        }

        // The loader of macOS does not look where Homebrew installs on Apple silicon.
        string file = $"lib{name}.{version}.dylib";
        return [file, $"/opt/homebrew/lib/{file}", $"/usr/local/lib/{file}"];
    }
}
