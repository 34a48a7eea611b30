using MediaTokens.Documents.Pdf.Content;

namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Tells what is on the pages of one document. A page that shows a character is native, invisible characters over a picture among them,
/// as text recognition leaves them. A page that draws a picture and shows none is scanned. Drawings alone, or nothing, are native.
/// </summary>
/// <param name="file">The document.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class PdfPageReader(PdfFile file, CancellationToken cancellationToken)
{
    private readonly ContentReader _reader = new(file, cancellationToken);

    /// <summary>Reads a page's content.</summary>
    /// <param name="page">The page's dictionary, with the Resources that it inherits.</param>
    /// <param name="size">The page's size.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PdfPage Read(PdfDictionary page, PageSize size)
    {
        ContentFinding found = _reader.ReadPage(page);
        int? characters = found.IsComplete ? (int)Math.Min(found.Characters, int.MaxValue) : null;
        return found switch
        {
            { HasText: true } => new(size, PdfPageContent.Native, characters),
            { IsComplete: false } => new(size),
            { HasPicture: true } => new(size, PdfPageContent.Scanned, characters),
            _ => new(size, PdfPageContent.Native, characters),
        };
    }
}
