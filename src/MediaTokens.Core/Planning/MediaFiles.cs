using System.IO.Enumeration;
using MediaTokens.Headers;

namespace MediaTokens.Planning;

/// <summary>Finds the files of a folder.</summary>
public static class MediaFiles
{
    /// <summary>
    /// Whether a file that was found in a folder is passed over in silence: it is nothing that can be counted, and its name
    /// does not say that it was meant to be. What a file is, its first bytes tell; the name decides this alone.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="exception">Why it could not be read.</param>
    /// <param name="imagesOnly">Whether nothing but images is wanted: a video is then passed over too.</param>
    public static bool IsLeftOut(string path, MediaException exception, bool imagesOnly)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Id is MediaErrorId.UnknownFormat or MediaErrorId.EmptyFile or MediaErrorId.NotRegularFile
            && !(imagesOnly ? FileEndings.SaysImage(path) : FileEndings.FormatOf(path) is not null);
    }

    /// <summary>Refuses a folder where a file is wanted.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.PathIsDirectory"/>.</exception>
    public static void RefuseFolder(string path)
    {
        if (Directory.Exists(path))
        {
            throw FileError.IsDirectory();
        }
    }

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

    // Names that differ in nothing but case have an order too.
    private static int CompareNames(string left, string right) =>
        string.Compare(left, right, StringComparison.OrdinalIgnoreCase) is not 0 and int order ? order : string.CompareOrdinal(left, right);

    private static bool IsFile(ref FileSystemEntry entry) => !entry.IsDirectory;

    private static bool IsFolder(ref FileSystemEntry entry) => entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    private static string[]? List(string folder, FileSystemEnumerable<string>.FindPredicate isWanted, Action<string, MediaException> onError)
    {
        try
        {
            // Attributes that are skipped by default: hidden and system.
            string[] names = [.. new FileSystemEnumerable<string>(
                folder,
                (ref FileSystemEntry entry) => entry.FileName.ToString(),
                new() { IgnoreInaccessible = false })
            {
                ShouldIncludePredicate = isWanted,
            }];
            Array.Sort(names, CompareNames);
            return Array.ConvertAll(names, name => Path.Join(folder, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            onError(folder, new(
                exception is UnauthorizedAccessException ? MediaErrorId.AccessDenied : MediaErrorId.FileUnreadable,
                $"The folder cannot be listed: {exception.Message}",
                "Check the folder and your rights to it.",
                exception));
            return null;
        }
    }
}
