using MediaTokens.Planning;

namespace MediaTokens.Tool.Inputs;

/// <summary>Turns what the user gave into single files, links and sizes, in the same order.</summary>
/// <param name="recurse">Whether the folders below a folder are walked too.</param>
/// <param name="openInput">Opens standard input, when a path asks for it.</param>
/// <param name="cancellationToken">Ends the walk through a folder.</param>
/// <param name="isLink">Whether what was given as a path is a link; null where none is taken for one.</param>
internal sealed class InputReader(bool recurse, Func<Stream> openInput, CancellationToken cancellationToken, Func<string, bool>? isLink = null)
{
    /// <summary>The path that stands for paths from standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The inputs; null each time before more of them must be waited for.</summary>
    /// <param name="arguments">Paths, folders, patterns, links, <c>-</c>, and sizes.</param>
    public IEnumerable<MediaInput?> Read(IEnumerable<GivenInput> arguments)
    {
        foreach (GivenInput argument in arguments)
        {
            IEnumerable<MediaInput?> inputs = argument switch
            {
                { Single: { } single } => [single],
                { Path: StandardInput } => ReadLines(),
                _ => Expand(argument.Path!),
            };
            foreach (MediaInput? input in inputs)
            {
                yield return input;
            }
        }
    }

    private IEnumerable<MediaInput?> ReadLines()
    {
        using Stream stream = openInput();
        foreach (string? line in new PathLines(stream).Read())
        {
            if (line is null)
            {
                yield return null;
                continue;
            }

            foreach (MediaInput input in IsLink(line) ? [new LinkInput(line)] : FileOrFolder(line))
            {
                yield return input;
            }
        }
    }

    // What exists is taken as it is, whatever characters its name has.
    private IEnumerable<MediaInput> Expand(string path)
    {
        if (IsLink(path))
        {
            return [new LinkInput(path)];
        }

        if (!PathPattern.HasWildcard(path) || Path.Exists(path))
        {
            return FileOrFolder(path);
        }

        IReadOnlyList<string> found = PathPattern.Expand(path);
        return found.Count > 0
            ? found.SelectMany(FileOrFolder)
            : [new FailedInput(path, new(MediaErrorId.FileNotFound, $"No file fits '{path}'.", "Check the pattern and the current folder."))];
    }

    private bool IsLink(string path) => isLink?.Invoke(path) == true;

    private IEnumerable<MediaInput> FileOrFolder(string path)
    {
        string? full = FullPath(path);
        return full is not null && Directory.Exists(full) ? Walk(new(full, path)) : [new FileInput(full ?? path, path)];
    }

    private IEnumerable<MediaInput> Walk(WalkedFolder folder)
    {
        List<FailedInput> failed = [];
        void OnError(string path, MediaException exception) => failed.Add(new(folder.Show(path), exception));
        foreach (string file in MediaFiles.Walk(folder.FullPath, recurse, OnError, cancellationToken))
        {
            foreach (FailedInput input in failed)
            {
                yield return input;
            }

            failed.Clear();
            yield return new WalkedInput(file, folder);
        }

        foreach (FailedInput input in failed)
        {
            yield return input;
        }
    }

    /// <summary>The absolute path, or null where the text is no path; reading it will then tell why.</summary>
    private static string? FullPath(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>One thing that the user gave on the command line: a path, which may stand for many files, or a single input.</summary>
internal sealed record GivenInput(string? Path, MediaInput? Single = null);
