using MediaTokens.Documents;

namespace MediaTokens.Rules;

/// <summary>The pages of a PDF document that a request sends, as they are to be taken.</summary>
public sealed record PdfSelection
{
    // Source: Google, Understand and count tokens: a token is about four characters.
    private const int CharactersPerToken = 4;

    private PdfSelection()
    {
    }

    /// <summary>How many pages of each size are sent.</summary>
    public required IReadOnlyList<(PageSize Size, int Pages)> Sizes { get; init; }

    /// <summary>The pages that are sent.</summary>
    public int Pages { get; private init; }

    /// <summary>The scanned ones of them.</summary>
    public int ScannedPages { get; private init; }

    /// <summary>The tokens of the text of the native pages: characters / 4, an estimate; null where no page has a text that can be read.</summary>
    public long? TextTokens { get; private init; }

    /// <summary>Whether the text counts too where the vendor bills it.</summary>
    public bool IncludeText { get; private init; }

    /// <summary>Takes the pages of a document.</summary>
    /// <param name="document">The document, with the pages that are sent.</param>
    /// <param name="settings">How they are to be taken.</param>
    public static PdfSelection Create(PdfDocument document, PdfSettings settings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(settings);
        int scanned = settings.Content switch
        {
            PdfContent.Scanned => document.Pages.Count,
            PdfContent.Native => 0,
            _ => document.Pages.Count(page => page.Content == PdfPageContent.Scanned),
        };
        bool isTextKnown = settings.Content != PdfContent.Scanned
            && document.Pages.Any(page => page is { Characters: not null, Content: not PdfPageContent.Scanned });
        long characters = document.Pages.Sum(page => (long)(page.Characters ?? 0));
        return new()
        {
            Sizes = [.. document.Pages.GroupBy(page => page.Size, (size, pages) => (size, pages.Count()))],
            Pages = document.Pages.Count,
            ScannedPages = scanned,
            TextTokens = isTextKnown ? (characters + CharactersPerToken - 1) / CharactersPerToken : null,
            IncludeText = settings.IncludeText,
        };
    }
}
