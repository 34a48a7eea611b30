using MediaTokens.Documents;

namespace MediaTokens.Rules;

/// <summary>How a request sends a PDF document, and what is to be counted of it.</summary>
public sealed record PdfSettings
{
    /// <summary>What the pages are taken for.</summary>
    public PdfContent Content { get; init; }

    /// <summary>The pages that are sent; null for all.</summary>
    public PageRanges? Pages { get; init; }

    /// <summary>Whether the text of the pages, estimated, counts too where the vendor bills it.</summary>
    public bool IncludeText { get; init; }
}

/// <summary>What the pages of PDF documents are taken for.</summary>
public enum PdfContent
{
    /// <summary>Each page for what it is: native where it has text, scanned where it has a picture and no text.</summary>
    Auto,

    /// <summary>All pages for native.</summary>
    Native,

    /// <summary>All pages for scanned.</summary>
    Scanned,
}
