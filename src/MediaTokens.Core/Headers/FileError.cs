namespace MediaTokens.Headers;

/// <summary>What goes wrong when a file is opened or read, under the ids that users see. Whoever reports it puts the path before it.</summary>
internal static class FileError
{
    public static MediaException IsDirectory() => new(
        MediaErrorId.PathIsDirectory,
        "It is a folder, and only -Recurse walks folders.",
        "Add -Recurse (--recurse), or name the files in it, for example with a wildcard.");

    public static MediaException NotRegular() => new(
        MediaErrorId.NotRegularFile,
        "It is a pipe, a socket or a device, and is not opened.",
        "Save the data to a file first.");

    /// <summary>The failure that stands for an exception of the system, or null when the exception is none of the system's.</summary>
    public static MediaException? Find(string path, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => new(
            MediaErrorId.FileNotFound,
            "No file is there.",
            "Check the spelling of the path and the current folder.",
            exception),
        UnauthorizedAccessException when Directory.Exists(path) => IsDirectory(),
        UnauthorizedAccessException => new(
            MediaErrorId.AccessDenied,
            "You may not read it.",
            "Ask for the right to read the file, or copy it to where you have it.",
            exception),
        ArgumentException or PathTooLongException => new(
            MediaErrorId.InvalidPath,
            "It is not a path that the system takes.",
            "Check the path for odd characters and for its length.",
            exception),
        NotSupportedException => NotRegular(),
        IOException => new(
            MediaErrorId.FileUnreadable,
            $"Reading it failed: {exception.Message}",
            "Check that no other program locks the file and that its disk works.",
            exception),
        _ => null,
    };
}
