using System.IO.Enumeration;

namespace MediaTokens.Planning;

/// <summary>Finds the files of a folder.</summary>
public static class MediaFiles
{
    private static readonly HashSet<string> ImageExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".gif", ".webp", ".bmp", ".dib", ".tif", ".tiff", ".heic", ".heif", ".hif", ".avif",
    };

    /// <summary>
    /// Whether a file's name says that it is an image. What a file is, its first bytes tell; this only decides whether a
    /// file that is found in a folder, and is no image, was meant to be one.
    /// </summary>
    public static bool HasImageExtension(string path) => ImageExtensions.Contains(Path.GetExtension(path));

    /// <summary>The files of a folder in the order of their names, then those of its folders; hidden ones and links to folders are left out.</summary>
    /// <param name="folder">The folder's absolute path.</param>
    /// <param name="recurse">Whether the folders below are walked too.</param>
    /// <param name="onError">Gets the path of a folder that cannot be read, and why; the walk goes on.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static IEnumerable<string> Walk(string folder, bool recurse, Action<string, MediaException> onError, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(onError);
        Stack<string> folders = new([folder]);
        while (folders.TryPop(out string? current) && !cancellationToken.IsCancellationRequested)
        {
            if (List(current, IsFile, onError) is not string[] files)
            {
                continue;
            }

            foreach (string file in files)
            {
                yield return file;
            }

            if (recurse && List(current, IsFolder, onError) is string[] children)
            {
                for (int i = children.Length - 1; i >= 0; i--)
                {
                    folders.Push(children[i]);
                }
            }
        }
    }

    private static bool IsFile(ref FileSystemEntry entry) => !entry.IsDirectory;

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    private static string[]? List(string folder, FileSystemEnumerable<string>.FindPredicate isWanted, Action<string, MediaException> onError)
    {
        try
        {
            // Attributes that are skipped by default: hidden and system.
            string[] names = [.. new FileSystemEnumerable<string>(
                folder,
                (ref FileSystemEntry entry) => entry.ToFullPath(),
                new() { IgnoreInaccessible = false })
            {
                ShouldIncludePredicate = isWanted,
            }];
            Array.Sort(names, StringComparer.OrdinalIgnoreCase);
            return names;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            onError(folder, new(
                exception is UnauthorizedAccessException ? MediaErrorId.AccessDenied : MediaErrorId.FileUnreadable,
                $"The folder '{folder}' cannot be listed: {exception.Message}",
                "Check the folder and your rights to it.",
                exception));
            return null;
        }
    }
}
