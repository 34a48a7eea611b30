using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>Writes a result so that there is never a half of it: to a temporary file beside its place, to the disk, and then moved.</summary>
internal static class ResultFile
{
    /// <summary>Whether anything has that name, even a link to nothing.</summary>
    public static bool IsThere(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its absolute path; its folder is made when it is missing.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="like">A file whose rights the result gets; null for the usual ones.</param>
    /// <param name="beforeMove">Looks once more whether the result may take its place, and throws if not.</param>
    /// <exception cref="MediaException">DestinationUnwritable or DestinationExists.</exception>
    public static void Write(string path, MemoryStream content, bool overwrite, string? like, Action beforeMove)
    {
        string folder = Path.GetDirectoryName(path)!;
        string temporary = Path.Join(folder, $".mediatokens-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            WriteThrough(temporary, content, RightsOf(like));
            beforeMove();
            if (overwrite || !UnixLink.TryMake(temporary, path))
            {
                File.Move(temporary, path, overwrite);
            }
        }
        catch (IOException) when (!overwrite && File.Exists(temporary) && IsThere(path))
        {
            throw Exists(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unwritable(exception);
        }
        finally
        {
            Discard(temporary);
        }
    }

    /// <summary>Deletes a source whose result has another name.</summary>
    /// <exception cref="MediaException">DestinationUnwritable.</exception>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(
                MediaErrorId.DestinationUnwritable,
                $"The result is written, but its source cannot be deleted: {exception.Message}",
                "Delete the source yourself.",
                exception);
        }
    }

    public static MediaException Exists(string path) => new(
        MediaErrorId.DestinationExists,
        $"'{path}' is there already.",
        "Use -Force to overwrite it, or choose another -Destination; in the folder of the sources nothing is overwritten.");

    public static MediaException Unwritable(Exception exception) => new(
        MediaErrorId.DestinationUnwritable,
        $"The result cannot be written: {exception.Message}",
        "Check that the destination's disk is neither full nor read-only, and your rights to the folder.",
        exception);

    private static void WriteThrough(string path, MemoryStream content, UnixFileMode? rights)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (rights is not null && !OperatingSystem.IsWindows())
        {
            // From the first byte on: what only its owner may read is not to be read by others meanwhile.
            options.UnixCreateMode = rights;
        }

        using FileStream file = new(path, options);
        if (rights is not null && !OperatingSystem.IsWindows())
        {
            // The process's own mask took some rights away.
            File.SetUnixFileMode(file.SafeFileHandle, rights.Value);
        }

        file.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The rights to a file; null where there is no such file any more, which whoever looks before the move will tell.</summary>
    private static UnixFileMode? RightsOf(string? path) =>
        path is null || OperatingSystem.IsWindows() || !File.Exists(path) ? null : File.GetUnixFileMode(path);

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that matters is already on its way; where nothing was written there is nothing to delete.
        }
    }
}
