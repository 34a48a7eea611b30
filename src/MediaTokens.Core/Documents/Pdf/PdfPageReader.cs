namespace MediaTokens.Documents.Pdf;

/// <summary>Tells what is on a page.</summary>
internal static class PdfPageReader
{
    /// <summary>Reads the page's content.</summary>
    /// <param name="file">The document.</param>
    /// <param name="page">The page's dictionary, with the Resources that it inherits.</param>
    /// <param name="size">The page's size.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static PdfPage Read(PdfFile file, PdfDictionary page, PageSize size, CancellationToken cancellationToken) => new(size);
}
