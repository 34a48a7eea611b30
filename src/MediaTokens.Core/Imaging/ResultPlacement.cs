using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>Says where each result goes, and refuses places where it must not go.</summary>
public sealed class ResultPlacement
{
    private readonly string? _folder;
    private readonly string? _file;

    // Digests of the paths that were given out: a few bytes for each, whatever the length of the paths.
    private readonly HashSet<UInt128> _taken = [];

    private ResultPlacement(string? folder, string? file, bool force) => (_folder, _file, Force) = (folder, file, force);

    /// <summary>Whether results take the places of their sources.</summary>
    public bool IsInPlace => _folder is null && _file is null;

    /// <summary>The format that the name of a destination file says; null where results go to a folder, or take the places of their sources.</summary>
    public MediaFormat? Format => _file is null ? null : FileEndings.FormatOf(_file);

    /// <summary>Whether files that are there are overwritten.</summary>
    public bool Force { get; }

    /// <summary>The folder that results go to; null where they go to a file, or take the places of their sources.</summary>
    public string? Folder => _folder;

    /// <summary>
    /// Results go to a destination: to a file if its name ends like one of JPEG, PNG or WebP and no folder is there,
    /// otherwise to a folder, which is made when it is missing.
    /// </summary>
    /// <param name="destination">An absolute path.</param>
    /// <param name="force">Whether files that are there are overwritten.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.DestinationFormat"/>: its name says a format that is not written.</exception>
    public static ResultPlacement At(string destination, bool force)
    {
        MediaFormat? format = Path.EndsInDirectorySeparator(destination) || Directory.Exists(destination) ? null : FileEndings.FormatOf(destination);
        bool isFile = format is MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP;
        if (format is not null && !isFile)
        {
            throw new MediaException(
                MediaErrorId.DestinationFormat,
                $"Results are JPEG, PNG or WebP, and the destination '{Path.GetFileName(destination)}' says {format}.",
                "Give it another ending; for a folder of that name, put a separator behind it.");
        }

        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination));
        return isFile ? new(null, path, force) : new(path, null, force);
    }

    /// <summary>Results take the places of their sources. No other file is ever replaced: where the name changes with the format, it must be free.</summary>
    /// <param name="force">Whether the user wants no question.</param>
    public static ResultPlacement InPlace(bool force) => new(null, null, force);

    /// <summary>
    /// Whether a file that was found by walking a folder is a result of this run or of an earlier one: it lies in the folder
    /// that results go to, and that one is below the folder walked. Where it is not, every source would lie in it.
    /// </summary>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="walked">The folder that is walked.</param>
    public bool Holds(string path, string walked)
    {
        if (_folder is null)
        {
            return false;
        }

        try
        {
            string folder = RealPath.Of(_folder);
            return !RealPath.IsWithin(RealPath.Of(walked), folder) && RealPath.IsWithin(RealPath.Of(Path.GetDirectoryName(path)!), folder);
        }
        catch (IOException)
        {
            // Reading the file will tell what is wrong with its path.
            return false;
        }
    }

    /// <summary>The place of one result. Each place is given out once.</summary>
    /// <param name="source">The source's absolute path.</param>
    /// <param name="walked">The folder below which the source was found, whose tree is kept; null where none was walked.</param>
    /// <param name="format">The result's format.</param>
    /// <exception cref="MediaException">DestinationExists, DestinationCollision, DestinationIsSource, DestinationOutside, DestinationFormat or DestinationUnwritable.</exception>
    public string Place(string source, string? walked, MediaFormat format)
    {
        try
        {
            string place = Find(source, walked, format);
            Check(source, place, format);
            return place;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ResultFile.Unwritable(exception);
        }
    }

    private string Find(string source, string? walked, MediaFormat format)
    {
        if (_file is not null)
        {
            return _file;
        }

        if (_folder is null)
        {
            string real = RealPath.Of(source);
            return Path.Join(Path.GetDirectoryName(real), FileEndings.Name(Path.GetFileName(real), format));
        }

        string below = walked is null ? "" : Path.GetDirectoryName(Path.GetRelativePath(walked, source)) ?? "";
        return Path.Join(_folder, below, FileEndings.Name(Path.GetFileName(source), format));
    }

    private void Check(string source, string place, MediaFormat format)
    {
        if (_file is not null && FileEndings.FormatOf(_file) != format)
        {
            throw new MediaException(
                MediaErrorId.DestinationFormat,
                $"The result is {MediaFormatNames.Of(format)}, and the destination is called '{Path.GetFileName(_file)}'.",
                "Give the destination the ending of the format, or leave -Format out.");
        }

        RefuseOutside(place);
        string real = Path.Join(RealPath.Of(Path.GetDirectoryName(place)!), Path.GetFileName(place));
        bool isSource = string.Equals(RealPath.Of(real), RealPath.Of(source), RealPath.Comparison);
        if (isSource && !IsInPlace)
        {
            throw new MediaException(
                MediaErrorId.DestinationIsSource,
                "The result would take the place of its source.",
                "Choose another -Destination, or use -InPlace if that is what you want.");
        }

        // What lies beside a source may be a source too, of this run or of another.
        bool isForced = Force && !IsInPlace && (_file is not null || !IsBeside(real, source));
        if (!isSource && !isForced && !_taken.Contains(Digest(real)) && ResultFile.IsThere(real))
        {
            throw IsInPlace ? Taken(place) : ResultFile.Exists(place);
        }

        if (!_taken.Add(Digest(real)))
        {
            throw new MediaException(
                MediaErrorId.DestinationCollision,
                $"Another source of the same run went to '{place}' already.",
                "Use -Recurse on their common folder, which keeps the tree, or other names or destinations.");
        }
    }

    private static MediaException Taken(string place) => new(
        MediaErrorId.DestinationExists,
        $"The format changes and the name with it, but '{place}' is there already.",
        "Move one of the two away, or use -Destination.");

    private static bool IsBeside(string place, string source) =>
        string.Equals(Path.GetDirectoryName(place), Path.GetDirectoryName(RealPath.Of(source)), RealPath.Comparison);

    /// <summary>Refuses a folder below the destination that is a link to somewhere else.</summary>
    private void RefuseOutside(string place)
    {
        if (_folder is not null
            && Path.GetDirectoryName(place) is string folder
            && !RealPath.IsWithin(RealPath.Of(folder), RealPath.Of(_folder)))
        {
            throw new MediaException(
                MediaErrorId.DestinationOutside,
                $"The folder '{folder}' is a link that leads out of the destination.",
                "Remove the link, or choose another -Destination.");
        }
    }

    private static UInt128 Digest(string path)
    {
        string name = RealPath.Comparison == StringComparison.Ordinal ? path : path.ToUpperInvariant();
        return MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan())));
    }
}
