using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MediaTokens.Adapters.LibjpegTurbo;

/// <summary>
/// Tells the version of the loaded library. TurboJPEG has no function for it, but every build since 2.0 holds a text such as
/// "libjpeg-turbo version 2.1.5 (build 20230203)": jpeg_version in jcmaster.c.
/// </summary>
internal static class TurboJpegVersion
{
    private const int LongestVersion = 32;

    private static ReadOnlySpan<byte> Mark => "libjpeg-turbo version "u8;

    /// <summary>Looks into the file from which a function was loaded.</summary>
    /// <param name="function">The function's address.</param>
    /// <returns>The version; null when the file or the text in it is not found.</returns>
    public static string? Find(nint function)
    {
        try
        {
            using Process process = Process.GetCurrentProcess();
            string? path = process.Modules.Cast<ProcessModule>().FirstOrDefault(module => Contains(module, function))?.FileName;
            return path is null ? null : Read(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Reads the version out of the bytes of the library.</summary>
    internal static string? Read(ReadOnlySpan<byte> library)
    {
        int start = library.IndexOf(Mark);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> version = library[(start + Mark.Length)..];
        int length = version[..Math.Min(version.Length, LongestVersion)].IndexOf((byte)' ');
        return length > 0 ? Encoding.ASCII.GetString(version[..length]) : null;
    }

    private static bool Contains(ProcessModule module, nint address) =>
        address >= module.BaseAddress && address - module.BaseAddress < module.ModuleMemorySize;
}
