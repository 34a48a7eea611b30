using System.Runtime.InteropServices;

namespace MediaTokens.Imaging;

/// <summary>
/// Gives a file another name on Unix, unless that name is taken, in one step: File.Move looks first and renames then, over
/// whatever appeared in between.
/// </summary>
internal static partial class UnixLink
{
    /// <summary>Makes a hard link.</summary>
    /// <param name="path">A file.</param>
    /// <param name="name">Its other name, in the same file system.</param>
    /// <returns>False where the name is taken, and where there are no such links, as on FAT; File.Move will then tell.</returns>
    public static bool TryMake(string path, string name)
    {
        try
        {
            return !OperatingSystem.IsWindows() && Link(path, name) == 0;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    // The .NET runtime's own native library.
    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string source, string target);
}
