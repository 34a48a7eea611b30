namespace MediaTokens.Imaging;

/// <summary>A file's length and time of its last change, which tell whether another program wrote to it meanwhile.</summary>
internal readonly record struct FileStamp(long Length, DateTime Changed)
{
    /// <summary>The stamp of a file, or of the one that a link leads to; of one that is not there or cannot be reached, that of no file.</summary>
    public static FileStamp Of(string path)
    {
        try
        {
            FileInfo file = new(path);
            file = file.LinkTarget is null ? file : new(RealPath.Of(path));
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc) : default;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Whoever reads the file tells why it cannot be read.
            return default;
        }
    }
}
