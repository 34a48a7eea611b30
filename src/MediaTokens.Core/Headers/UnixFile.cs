using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MediaTokens.Headers;

/// <summary>
/// Asks Unix what is at a path before it is opened, since opening a pipe blocks and opening a device may do something, and
/// opens and reads it without the lock and the further looks that the file classes take: for a header they cost as much as
/// the reading itself.
/// </summary>
/// <remarks>
/// All three go through the .NET runtime's own native library, whose answer has the same layout on every Unix:
/// flags (4), mode (4, with the usual S_IFMT bits), user (4), group (4), size in bytes (8), and more that is not needed.
/// Where the library does not answer, File.OpenHandle does the work.
/// </remarks>
internal static partial class UnixFile
{
    public const int Regular = 0x8000;
    public const int Directory = 0x4000;

    private const int TypeMask = 0xF000;
    private const int LongestPath = 4096;

    // The structure has about 120 bytes in the runtimes known today.
    private const int StatusSize = 512;

    // The runtime's own numbers for "read only, and not for child processes", the same on every Unix.
    private const int ReadOnlyCloseOnExec = 0x10;

    /// <summary>Opens a regular file; of anything else it only tells the type. Symbolic links are followed.</summary>
    /// <param name="path">A path; a relative one counts from the process's working directory.</param>
    /// <param name="type">The S_IFMT bits of the mode.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="handle">The open file; null for anything but a regular file with at least one byte.</param>
    /// <returns>False when there is no answer; File.OpenHandle will then tell why.</returns>
    [SkipLocalsInit]
    public static unsafe bool TryOpen(string path, out int type, out long length, out SafeFileHandle? handle)
    {
        (type, length, handle) = (0, 0, null);
        byte* utf8 = stackalloc byte[LongestPath];
        if (path.Contains('\0') || !Encoding.UTF8.TryGetBytes(path, new Span<byte>(utf8, LongestPath - 1), out int written))
        {
            return false;
        }

        utf8[written] = 0;
        byte* status = stackalloc byte[StatusSize];
        try
        {
            if (Stat(utf8, status) != 0)
            {
                return false;
            }

            type = *(int*)(status + 4) & TypeMask;
            length = *(long*)(status + 16);
            if (type != Regular || length == 0)
            {
                return true;
            }

            nint descriptor = Open(utf8, ReadOnlyCloseOnExec, 0);
            handle = descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
            return handle is not null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Reads from a file that <see cref="TryOpen"/> opened.</summary>
    /// <returns>The bytes read, 0 at the end; negative when the system reports an error, which RandomAccess.Read will then tell.</returns>
    public static unsafe int Read(SafeFileHandle file, long offset, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            return PositionalRead(file, start, buffer.Length, offset);
        }
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    private static unsafe partial int Stat(byte* path, byte* status);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Open")]
    private static unsafe partial nint Open(byte* path, int flags, int mode);

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_PRead")]
    private static unsafe partial int PositionalRead(SafeFileHandle file, byte* buffer, int count, long offset);
}
