using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>Finds the shared library on this machine.</summary>
internal static class TurboJpegFinder
{
    /// <summary>Why it cannot be used when it is not there.</summary>
    public const string Missing =
        "Install libjpeg-turbo: apt install libturbojpeg0, dnf install turbojpeg, brew install jpeg-turbo, or on Windows the installer from libjpeg-turbo.org.";

    /// <summary>Why it cannot be used when it is older than 2.0, of 2018.</summary>
    public const string TooOld = "The libjpeg-turbo on this machine is older than 2.0; install a newer one.";

    private static readonly string[] LinuxNames = ["libturbojpeg.so.0", "libturbojpeg.so"];
    private static readonly string[] MacNames = ["libturbojpeg.0.dylib", "libturbojpeg.dylib"];
    private static readonly string[] WindowsNames = ["turbojpeg.dll", "libturbojpeg-0.dll", "libturbojpeg.dll"];
    private static readonly string[] MacFolders = ["/opt/homebrew/lib", "/usr/local/lib", "/opt/local/lib"];
    private static readonly string[] WindowsFolders = [@"C:\libjpeg-turbo64\bin", @"C:\libjpeg-turbo-gcc64\bin"];

    /// <summary>Loads the library.</summary>
    /// <param name="reason">Why it cannot be used and what to install; null when it can.</param>
    public static TurboJpegLibrary? Find(out string? reason)
    {
        foreach (string candidate in Candidates())
        {
            if (!NativeLibrary.TryLoad(candidate, out nint handle))
            {
                continue;
            }

            try
            {
                reason = null;
                return new TurboJpegLibrary(handle);
            }
            catch (EntryPointNotFoundException)
            {
                NativeLibrary.Free(handle);
                reason = TooOld;
                return null;
            }
        }

        reason = Missing;
        return null;
    }

    // Full paths on Windows and macOS, where a bare name may be looked for in the current folder too: a folder of
    // downloaded images is no place to load code from.
    private static IEnumerable<string> Candidates()
    {
        if (OperatingSystem.IsWindows())
        {
            string[] path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
            return InFolders([.. WindowsFolders, .. path.Where(Path.IsPathFullyQualified)], WindowsNames);
        }

        return OperatingSystem.IsMacOS() ? InFolders(MacFolders, MacNames) : LinuxNames;
    }

    private static IEnumerable<string> InFolders(string[] folders, string[] names) =>
        folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).Where(File.Exists);
}
