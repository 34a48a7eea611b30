namespace MediaTokens.Documents.Pdf;

/// <summary>Reads the pages of an open document.</summary>
internal static class PdfPages
{
    private const double LargestUnit = 1_000_000;

    /// <summary>Reads the pages asked for, and counts them all.</summary>
    /// <exception cref="MediaException">CorruptPdf or PageOutOfRange.</exception>
    public static PdfDocument Read(PdfFile file, PageRanges? ranges, bool readsContent, CancellationToken cancellationToken)
    {
        bool wasRepaired = file.IsRepaired;
        PdfDocument document = ReadOnce(file, ranges, readsContent, out bool hasLoop, cancellationToken);
        if (file.IsRepaired != wasRepaired || (document.PageCount == 0 && file.Repair()))
        {
            document = ReadOnce(file, ranges, readsContent, out hasLoop, cancellationToken);
        }

        return document switch
        {
            { PageCount: 0 } => throw PdfError.Corrupt(hasLoop
                ? "The page tree points back into itself and has no page."
                : "The page tree has no page."),
            { Pages.Count: 0 } when ranges is not null => throw PdfError.PageOutOfRange(ranges, document.PageCount),
            _ => document,
        };
    }

    private static PdfDocument ReadOnce(
        PdfFile file, PageRanges? ranges, bool readsContent, out bool hasLoop, CancellationToken cancellationToken)
    {
        List<PdfPage> pages = [];
        int count = 0;
        bool wasRepaired = file.IsRepaired;
        PdfPageTree tree = new(file);
        foreach (PdfLeaf leaf in tree.Walk())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.IsRepaired != wasRepaired)
            {
                // Branches may have been missing before; the caller begins again.
                break;
            }

            if (ranges?.Contains(++count) ?? ++count > 0)
            {
                PageSize size = Size(file, leaf);
                pages.Add(readsContent ? PdfPageReader.Read(file, WithResources(leaf), size, cancellationToken) : new(size));
            }
        }

        hasLoop = tree.HasLoop;
        return new(count, pages);
    }

    // The page's own box counts before those it inherits, unless it is none.
    private static PageSize Size(PdfFile file, PdfLeaf leaf)
    {
        PdfPageBox media = PdfPageBox.Read(file, leaf.Page["MediaBox"]) ?? PdfPageBox.Read(file, leaf.Inherited.MediaBox) ?? PdfPageBox.Letter;
        PdfPageBox crop = PdfPageBox.Read(file, leaf.Page["CropBox"]) ?? PdfPageBox.Read(file, leaf.Inherited.CropBox) ?? media;
        double turn = (file.Get(leaf.Page, "Rotate") as PdfNumber ?? file.Resolve(leaf.Inherited.Rotate) as PdfNumber)?.Value ?? 0;
        double unit = file.Get(leaf.Page, "UserUnit") is PdfNumber { Value: > 0 and <= LargestUnit } value ? value.Value : 1;
        return crop.Within(media).Size(Math.Abs(turn % 180) == 90, unit);
    }

    private static PdfDictionary WithResources(PdfLeaf leaf) =>
        leaf.Page["Resources"] is not PdfNull || leaf.Inherited.Resources is PdfNull
            ? leaf.Page
            : new(new Dictionary<string, PdfObject>(leaf.Page.Entries) { ["Resources"] = leaf.Inherited.Resources });
}
