using static System.FormattableString;

namespace MediaTokens.Documents.Pdf;

/// <summary>The failures that a PDF document may meet, worded once.</summary>
internal static class PdfError
{
    public static MediaException Corrupt(string message) => new(
        MediaErrorId.CorruptPdf,
        message,
        "Open the document in a viewer and print or save it as a new PDF, or send an undamaged copy.");

    public static MediaException TooLarge(string message) => new(
        MediaErrorId.CorruptPdf,
        message,
        "Split the document into smaller ones.");

    public static MediaException Password() => new(
        MediaErrorId.PdfPassword,
        "The document does not open without a password.",
        "Save a copy without the password, as with 'qpdf --password=... --decrypt', or send another copy.");

    public static MediaException UnknownHandler(string handler) => new(
        MediaErrorId.PdfPassword,
        Invariant($"The document is encrypted for certain receivers or programs, by the handler {handler}."),
        "Open it in the program that it was made for and print or save it as a new PDF.");

    public static MediaException UnknownEncryption(int version, int revision) => new(
        MediaErrorId.PdfPassword,
        Invariant($"The document is encrypted in a way that is not known: version {version}, revision {revision}."),
        "Open it in a viewer and print or save it as a new PDF.");

    public static MediaException PageOutOfRange(PageRanges pages, int pageCount) => new(
        MediaErrorId.PageOutOfRange,
        pageCount == 1
            ? Invariant($"The document has 1 page, and none of those asked for ({pages}).")
            : Invariant($"The document has {pageCount} pages, and none of those asked for ({pages})."),
        pageCount == 1 ? "Ask for page 1." : Invariant($"Ask for pages from 1 to {pageCount}."));
}
