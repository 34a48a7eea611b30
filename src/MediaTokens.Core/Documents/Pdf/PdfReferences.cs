namespace MediaTokens.Documents.Pdf;

/// <summary>Where a document's objects are, and with which one to begin.</summary>
internal sealed record PdfReferences(CrossReferenceTable Table, PdfTrailer Trailer);

/// <summary>What the trailers say (ISO 32000-1, 7.5.5); null objects where they say nothing.</summary>
/// <param name="Root">The catalog.</param>
/// <param name="Encrypt">How the document is encrypted.</param>
/// <param name="Id">Two strings that tell the file from others; the first is part of the encryption key.</param>
internal sealed record PdfTrailer(PdfObject Root, PdfObject Encrypt, PdfObject Id)
{
    public static PdfTrailer Empty { get; } = new(PdfNull.Instance, PdfNull.Instance, PdfNull.Instance);

    /// <summary>The same, with what only an older trailer says.</summary>
    public PdfTrailer OrOlder(PdfDictionary older) => Or(new(older["Root"], older["Encrypt"], older["ID"]));

    /// <summary>The same, with what only the other says.</summary>
    public PdfTrailer Or(PdfTrailer other) => new(
        Root is PdfNull ? other.Root : Root,
        Encrypt is PdfNull ? other.Encrypt : Encrypt,
        Id is PdfNull ? other.Id : Id);
}
