namespace MediaTokens.Documents;

/// <summary>What a PDF document tells about its pages.</summary>
/// <param name="PageCount">All pages of the document.</param>
/// <param name="Pages">The pages that were asked for, in their order.</param>
public sealed record PdfDocument(int PageCount, IReadOnlyList<PdfPage> Pages);

/// <summary>One page of a PDF document.</summary>
/// <param name="Size">Its size as displayed: the crop box within the media box, turned.</param>
/// <param name="Content">What is on it; null where its content was not read, or cannot be.</param>
/// <param name="Characters">The characters of its text, spaces between words among them; null where they cannot be told.</param>
public readonly record struct PdfPage(PageSize Size, PdfPageContent? Content = null, int? Characters = null);

/// <summary>What is on a page.</summary>
public enum PdfPageContent
{
    /// <summary>Text, or drawings: nothing that had to be recognized.</summary>
    Native,

    /// <summary>A picture, and no text.</summary>
    Scanned,
}

/// <summary>A page's width and height, in hundredths of a point (1/7200 inch), user units applied.</summary>
/// <param name="Width">1 to 1,000,000,000.</param>
/// <param name="Height">1 to 1,000,000,000.</param>
public readonly record struct PageSize(int Width, int Height);
