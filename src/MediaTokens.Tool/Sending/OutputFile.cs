namespace MediaTokens.Tool.Sending;

/// <summary>A file that takes its place when it is complete: until then it is a temporary one in the same folder.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _overwrite;
    private readonly FileStream _stream;

    /// <summary>Begins the file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <exception cref="MediaException">DestinationExists; NotRegularFile: it is a device.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public OutputFile(string path, bool overwrite)
    {
        (_path, _overwrite) = (Path.GetFullPath(path), overwrite);
        if (!OperatingSystem.IsWindows() && _path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            // A file that takes the place of a device is a damage to the whole machine.
            throw new MediaException(MediaErrorId.NotRegularFile, "It is a device and no file.", "Leave --output out, and redirect standard output to it.");
        }

        if (!overwrite && Path.Exists(_path))
        {
            throw Exists();
        }

        string folder = Path.GetDirectoryName(_path) ?? _path;
        Directory.CreateDirectory(folder);
        _temporary = Path.Join(folder, $".mediatokens-{Guid.NewGuid():N}.tmp");
        _stream = new(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Takes the content.</summary>
    public Stream Stream => _stream;

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="MediaException">DestinationExists.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Complete()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        try
        {
            File.Move(_temporary, _path, _overwrite);
        }
        catch (IOException) when (!_overwrite && Path.Exists(_path))
        {
            throw Exists();
        }
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
            File.Delete(_temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that matters is already on its way.
        }
    }

    private static MediaException Exists() => new(
        MediaErrorId.DestinationExists, "A file is there already.", "Use --force-overwrite to replace it, or choose another --output.");
}
