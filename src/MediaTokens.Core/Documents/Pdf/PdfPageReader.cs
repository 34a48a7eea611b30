namespace MediaTokens.Documents.Pdf;

/// <summary>Tells what is on the pages of one document.</summary>
/// <param name="file">The document.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class PdfPageReader(PdfFile file, CancellationToken cancellationToken)
{
    /// <summary>Reads a page's content.</summary>
    /// <param name="page">The page's dictionary, with the Resources that it inherits.</param>
    /// <param name="size">The page's size.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public PdfPage Read(PdfDictionary page, PageSize size)
    {
        cancellationToken.ThrowIfCancellationRequested();
        file.Get(page, "Contents");
        return new(size);
    }
}
