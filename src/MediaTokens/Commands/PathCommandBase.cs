using System.Collections.ObjectModel;
using System.Management.Automation;
using MediaTokens.Errors;
using MediaTokens.Planning;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that takes files: by path with wildcards, by literal path, and by walking folders.</summary>
public abstract class PathCommandBase : PSCmdlet, IDisposable
{
    /// <summary>The parameter set of paths with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of paths that are taken as they are.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    private const string FileSystem = "FileSystem";

    // What Get-ChildItem puts before the path of every file.
    private const string FileSystemPrefix = @"Microsoft.PowerShell.Core\FileSystem::";

    private readonly CancellationTokenSource _stop = new();

    /// <summary>Files, or with -Recurse folders; wildcards are expanded.</summary>
    [Parameter(ParameterSetName = PathSet, Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files, or with -Recurse folders; the path is taken as it is.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [Alias("PSPath", "FullName", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Walks folders, and the folders below them.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Is cancelled when the pipeline is stopped.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Frees what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            // A pipeline may end early without being stopped, as Select-Object -First ends it.
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    /// <summary>Gets each file; throws a <see cref="MediaException"/> for one that cannot be used, and the next one follows.</summary>
    /// <param name="path">The file's absolute path in the file system.</param>
    protected abstract void ProcessFile(string path);

    /// <summary>Gets each file that is found by walking a folder. Those that are nothing to count are left out in silence.</summary>
    /// <param name="path">The file's absolute path in the file system.</param>
    /// <param name="folder">The folder that is walked, as it was given.</param>
    protected virtual void ProcessWalkedFile(string path, string folder)
    {
        try
        {
            ProcessFile(path);
        }
        catch (MediaException exception)
        {
            WriteWalkedError(exception, path);
        }
    }

    /// <summary>Writes a failure with a file that was found by walking, unless the file is one to leave out.</summary>
    protected void WriteWalkedError(MediaException exception, string path)
    {
        if (MediaFiles.IsLeftOut(path, exception, imagesOnly: false))
        {
            WriteVerbose($"Left out '{path}': {exception.Message}");
            return;
        }

        WriteFileError(exception, path);
    }

    /// <summary>Whether what was given as a path is a link, for a cmdlet that takes links.</summary>
    protected virtual bool IsLink(string path) => false;

    /// <summary>Gets each link that was given as a path.</summary>
    protected virtual void ProcessLink(string link)
    {
    }

    /// <summary>Takes the paths of the current record.</summary>
    protected void ProcessPaths()
    {
        foreach (string path in ParameterSetName == LiteralPathSet ? LiteralPath : Path)
        {
            if (ParameterSetName == PathSet && IsLink(path))
            {
                ProcessLink(path);
                continue;
            }

            foreach (string file in Resolve(path))
            {
                if (StopToken.IsCancellationRequested)
                {
                    return;
                }

                ProcessPath(file);
            }
        }
    }

    /// <summary>The absolute path of a file or folder to write, which need not be there.</summary>
    /// <param name="path">A path without wildcards.</param>
    /// <exception cref="MediaException">NotFileSystemPath or InvalidPath.</exception>
    protected string ResolveDestination(string path)
    {
        try
        {
            string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == FileSystem ? System.IO.Path.GetFullPath(resolved) : throw NotFileSystem(provider);
        }
        catch (Exception exception) when (exception is SessionStateException or ProviderInvocationException or PSInvalidOperationException or ArgumentException)
        {
            throw Unresolved(exception);
        }
    }

    /// <summary>Writes a failure with a file as a non-terminating error.</summary>
    protected virtual void WriteFileError(MediaException exception, string path) => WriteError(ErrorRecords.ForFile(exception, path));

    private void ProcessPath(string path)
    {
        try
        {
            ProcessFile(path);
        }
        catch (MediaException exception) when (exception.Id == MediaErrorId.PathIsDirectory && Recurse)
        {
            ProcessFolder(path);
        }
        catch (MediaException exception)
        {
            WriteFileError(exception, path);
        }
    }

    private void ProcessFolder(string folder)
    {
        foreach (string file in MediaFiles.Walk(folder, recurse: true, (path, exception) => WriteFileError(exception, path), StopToken))
        {
            ProcessWalkedFile(file, folder);
        }
    }

    private IEnumerable<string> Resolve(string path)
    {
        if (string.IsNullOrEmpty(path))
        {
            WriteFileError(new(MediaErrorId.InvalidPath, "The path is empty.", "Give the path of a file."), path);
            return [];
        }

        if (ParameterSetName == LiteralPathSet && path.StartsWith(FileSystemPrefix, StringComparison.Ordinal)
            && System.IO.Path.IsPathFullyQualified(path.AsSpan(FileSystemPrefix.Length)))
        {
            return [path[FileSystemPrefix.Length..]];
        }

        try
        {
            ProviderInfo provider;
            if (ParameterSetName == LiteralPathSet)
            {
                string literal = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
                return InFileSystem(provider, path, [literal]);
            }

            Collection<string> paths = GetResolvedProviderPathFromPSPath(path, out provider);
            return InFileSystem(provider, path, paths);
        }
        catch (ItemNotFoundException exception)
        {
            WriteFileError(new(MediaErrorId.FileNotFound, "No file is there.", "Check the path; -LiteralPath takes brackets as they are.", exception), path);
        }
        catch (Exception exception) when (exception is SessionStateException or ProviderInvocationException or PSInvalidOperationException or PSArgumentException)
        {
            WriteFileError(Unresolved(exception), path);
        }

        return [];
    }

    private IEnumerable<string> InFileSystem(ProviderInfo provider, string path, IEnumerable<string> resolved)
    {
        if (provider.Name == FileSystem)
        {
            return resolved;
        }

        WriteFileError(NotFileSystem(provider), path);
        return [];
    }

    private static MediaException NotFileSystem(ProviderInfo provider) => new(
        MediaErrorId.NotFileSystemPath,
        $"The path is of the provider {provider.Name}, and only the file system has files.",
        "Give the path of a file.");

    private static MediaException Unresolved(Exception exception) =>
        new(MediaErrorId.InvalidPath, $"The path cannot be resolved: {exception.Message}", "Check the drive and the path.", exception);
}
