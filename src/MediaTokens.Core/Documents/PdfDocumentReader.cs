using MediaTokens.Documents.Pdf;
using MediaTokens.Headers;

namespace MediaTokens.Documents;

/// <summary>Reads the pages of a PDF document.</summary>
public static class PdfDocumentReader
{
    /// <summary>Reads the pages.</summary>
    /// <param name="source">The bytes of one file.</param>
    /// <param name="pages">The pages asked for; null for all of them.</param>
    /// <param name="readsContent">Whether to look into the pages, for text and pictures.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MediaException">CorruptPdf, PdfPassword, or PageOutOfRange where the document has none of the pages.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PdfDocument Read(ByteSource source, PageRanges? pages, bool readsContent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return PdfPages.Read(PdfFile.Open(source, cancellationToken), pages, readsContent, cancellationToken);
    }
}
