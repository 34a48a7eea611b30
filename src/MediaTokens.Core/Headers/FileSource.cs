using Microsoft.Win32.SafeHandles;

namespace MediaTokens.Headers;

/// <summary>A regular file, read at any position. Pipes, sockets and devices are refused before they are opened.</summary>
public sealed class FileSource : ByteSource, IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private readonly bool _isUnix;

    /// <summary>Opens a file, which others may go on to write, move or delete meanwhile.</summary>
    /// <param name="path">The path; a relative one counts from the process's working directory.</param>
    /// <exception cref="MediaException">
    /// InvalidPath, FileNotFound, PathIsDirectory, NotRegularFile, AccessDenied, FileUnreadable or EmptyFile.
    /// </exception>
    public FileSource(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _path = path;
        SafeFileHandle? handle = null;
        try
        {
            handle = OpenUnix(path, out long length);
            _isUnix = handle is not null;
            handle ??= OpenAnywhere(Path.GetFullPath(path), out length);
            Length = length;
        }
        catch (Exception exception) when (FileError.Find(path, exception) is { } error)
        {
            handle?.Dispose();
            throw error;
        }

        _handle = handle;
        if (Length == 0)
        {
            handle.Dispose();
            throw HeaderError.Empty();
        }
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <inheritdoc/>
    /// <exception cref="MediaException">The system reports an error while reading (FileUnreadable or AccessDenied).</exception>
    public override int Read(long offset, Span<byte> buffer)
    {
        int total = 0;
        try
        {
            while (total < buffer.Length)
            {
                int read = _isUnix ? UnixFile.Read(_handle, offset + total, buffer[total..]) : -1;
                if (read < 0)
                {
                    read = RandomAccess.Read(_handle, buffer[total..], offset + total);
                }

                if (read == 0)
                {
                    break;
                }

                total += read;
            }
        }
        catch (Exception exception) when (FileError.Find(_path, exception) is { } error)
        {
            throw error;
        }

        return total;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    private static SafeFileHandle? OpenUnix(string path, out long length)
    {
        length = 0;
        if (OperatingSystem.IsWindows() || !UnixFile.TryOpen(path, out int type, out length, out SafeFileHandle? handle))
        {
            return null;
        }

        return type switch
        {
            UnixFile.Regular => handle ?? throw HeaderError.Empty(),
            UnixFile.Directory => throw FileError.IsDirectory(),
            _ => throw FileError.NotRegular(),
        };
    }

    private static SafeFileHandle OpenAnywhere(string fullPath, out long length)
    {
        // The full path of a reserved name such as CON or NUL, and of a named pipe, begins like this.
        if (OperatingSystem.IsWindows() && fullPath.StartsWith(@"\\.\", StringComparison.Ordinal))
        {
            throw FileError.NotRegular();
        }

        SafeFileHandle handle = File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        length = RandomAccess.GetLength(handle);
        return handle;
    }
}
