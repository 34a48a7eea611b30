using MediaTokens.Documents;
using MediaTokens.Headers;
using MediaTokens.Headers.Web;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>One thing to count: a file, here or on the web, whose header was read, or a size alone.</summary>
/// <param name="Path">The file's absolute path, or its address, a data: URI shortened; null for a size alone.</param>
/// <param name="Size">Pixels, after orientation; nothing for a PDF document.</param>
/// <param name="Header">What the file's header told; null for a size alone.</param>
/// <param name="Bytes">The file's length; null for a size alone, and where a server does not tell it.</param>
/// <param name="Document">The pages of a PDF document; null for anything else.</param>
public readonly record struct MediaItem(string? Path, PixelSize Size, MediaHeader? Header, long? Bytes, PdfDocument? Document = null)
{
    /// <summary>The kind of media; a size alone is that of an image.</summary>
    public MediaType MediaType => Header?.MediaType ?? MediaType.Image;

    /// <summary>Reads a file's header, and the pages of a PDF document where one of the plans takes them; nothing is decoded.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="plans">What is to count the file.</param>
    /// <param name="settings">Which pages are to be read, and whether what is on them matters.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MediaException">The file cannot be opened, or tells no size, or no pages.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static MediaItem FromFile(string path, IReadOnlyList<CostPlan> plans, PdfSettings settings, CancellationToken cancellationToken)
    {
        using FileSource file = new(path);
        return FromSource(path, file, plans, settings, cancellationToken);
    }

    /// <summary>Reads the header of a file on the web, or within a data: URI, without downloading it.</summary>
    /// <param name="uri">An address with https:, http: or data:.</param>
    /// <param name="plans">What is to count the file.</param>
    /// <param name="settings">Which pages are to be read, and whether what is on them matters.</param>
    /// <param name="reader">What reads the file, and may read many others.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MediaException">
    /// As with <see cref="FromFile(string, IReadOnlyList{CostPlan}, PdfSettings, CancellationToken)"/>, and InvalidUri, PrivateNetwork,
    /// FileNotFound, AccessDenied, FileChanged, FileTooLarge, Timeout or NetworkFailure.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static MediaItem FromUri(string uri, IReadOnlyList<CostPlan> plans, PdfSettings settings, WebReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(reader);
        uri = uri.Trim();
        if (DataUri.IsDataUri(uri))
        {
            BytesSource bytes = new(DataUri.Decode(uri));
            return FromSource(DataUri.Shorten(uri), bytes, plans, settings, cancellationToken);
        }

        using WebSource source = reader.Open(uri, cancellationToken);
        try
        {
            MediaItem item = FromSource(uri, source, plans, settings, cancellationToken) with { Bytes = source.KnownLength };

            // Of an image the size is known then; a video's time and a document's pages may be wrong for what is missing.
            return item.MediaType == MediaType.Image || source.Shortfall is null ? item : throw source.Shortfall;
        }
        catch (MediaException) when (source.Shortfall is not null)
        {
            throw source.Shortfall;
        }
    }

    /// <summary>As <see cref="FromFile(string, IReadOnlyList{CostPlan}, PdfSettings, CancellationToken)"/>, of a file that is open, or of bytes that are in none.</summary>
    internal static MediaItem FromSource(string? path, ByteSource source, IReadOnlyList<CostPlan> plans, PdfSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(settings);
        MediaHeader header = MediaHeaderReader.Read(source);
        PdfDocument? document = header.MediaType == MediaType.Pdf && plans.Any(plan => plan.Takes(MediaType.Pdf))
            ? PdfDocumentReader.Read(source, settings.Pages, readsContent: settings.Content != PdfContent.Scanned, cancellationToken)
            : null;
        return new(path, header.Size, header, source.Length, document);
    }

    /// <summary>A size without a file.</summary>
    /// <param name="width">Pixels, 1 to 2,147,483,647.</param>
    /// <param name="height">Pixels, 1 to 2,147,483,647.</param>
    /// <exception cref="MediaException"><see cref="MediaErrorId.InvalidDimensions"/>.</exception>
    public static MediaItem FromSize(long width, long height) =>
        width is >= 1 and <= int.MaxValue && height is >= 1 and <= int.MaxValue
            ? new(null, new((int)width, (int)height), null, null)
            : throw new MediaException(
                MediaErrorId.InvalidDimensions,
                $"An image of {width} x {height} pixels cannot be: each side is 1 to {int.MaxValue}.",
                "Give the width and the height in pixels.");
}
