using System.Globalization;
using MediaTokens.Planning;
using MediaTokens.Requests;

namespace MediaTokens.Tool.Inputs;

/// <summary>One thing to work on, in the order in which the user gave it.</summary>
internal abstract class MediaInput
{
    /// <summary>What messages and tables call it: the path as the user gave it.</summary>
    public abstract string Shown { get; }

    /// <summary>Its name where the user gave one folder only, which then goes without saying.</summary>
    public virtual string ShortName => Shown;

    /// <summary>Reads what is to be counted.</summary>
    /// <exception cref="MediaException">It cannot be read, or tells no size.</exception>
    public abstract MediaItem Read(ItemReader reader);

    /// <summary>Whether a failure only says that this is nothing that can be counted and was not meant to be one.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="imagesOnly">Whether nothing but images is wanted.</param>
    public virtual bool IsLeftOut(MediaException exception, bool imagesOnly) => false;
}

/// <summary>A size without a file.</summary>
internal sealed class SizeInput(long width, long height) : MediaInput
{
    public override string Shown => string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");

    public override MediaItem Read(ItemReader reader) => MediaItem.FromSize(width, height);
}

/// <summary>A file that the user named.</summary>
/// <param name="path">The absolute path.</param>
/// <param name="given">The path as given.</param>
internal sealed class FileInput(string path, string given) : MediaInput
{
    public string Path => path;

    public override string Shown => given;

    public override MediaItem Read(ItemReader reader) => reader.ReadFile(path);
}

/// <summary>A file that was found in a folder.</summary>
/// <param name="path">The absolute path.</param>
/// <param name="folder">The folder that the user named.</param>
internal sealed class WalkedInput(string path, WalkedFolder folder) : MediaInput
{
    public string Path => path;

    public WalkedFolder Folder => folder;

    public override string Shown => folder.Show(path);

    public override string ShortName => folder.Below(path);

    public override MediaItem Read(ItemReader reader) => reader.ReadFile(path);

    public override bool IsLeftOut(MediaException exception, bool imagesOnly) => MediaFiles.IsLeftOut(path, exception, imagesOnly);
}

/// <summary>A file on the web, or within its address.</summary>
/// <param name="link">The address as given.</param>
internal sealed class LinkInput(string link) : MediaInput
{
    public string Link => link;

    /// <summary>The address without what may be secret of it, and without the data that it holds.</summary>
    public override string Shown => ItemName.OfLink(link);

    public override MediaItem Read(ItemReader reader) => reader.ReadLink(link);
}

/// <summary>Something that is known to fail before it is read.</summary>
internal sealed class FailedInput(string shown, MediaException exception) : MediaInput
{
    public MediaException Exception => exception;

    public override string Shown => shown;

    public override MediaItem Read(ItemReader reader) => throw exception;
}
