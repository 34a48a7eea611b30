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
        bool isAnyThere = false;
        bool wasRepaired = file.IsRepaired;
        PdfPageReader? reader = readsContent ? new(file, cancellationToken) : null;
        PdfPageTree tree = new(file);
        foreach (PdfLeaf leaf in tree.Walk())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.IsRepaired != wasRepaired)
            {
                // Branches may have been missing before; the caller begins again.
                break;
            }

            count++;
            isAnyThere |= leaf.Page is not null;
            if (ranges?.Contains(count) ?? true)
            {
                pages.Add(ReadPage(file, leaf, reader));
            }
        }

        hasLoop = tree.HasLoop;
        return isAnyThere ? new(count, pages) : new(0, []);
    }

    private static PdfPage ReadPage(PdfFile file, PdfLeaf leaf, PdfPageReader? reader)
    {
        PdfDictionary page = leaf.Page ?? PdfDictionary.Empty;
        PageSize size = Size(file, page, leaf.Inherited);
        return reader is null || leaf.Page is null ? new(size) : reader.Read(WithResources(page, leaf.Inherited), size);
    }

    // The page's own box counts before those it inherits, unless it is none.
    private static PageSize Size(PdfFile file, PdfDictionary page, PdfInheritance inherited)
    {
        PdfPageBox media = PdfPageBox.Read(file, page["MediaBox"]) ?? PdfPageBox.Read(file, inherited.MediaBox) ?? PdfPageBox.Letter;
        PdfPageBox crop = PdfPageBox.Read(file, page["CropBox"]) ?? PdfPageBox.Read(file, inherited.CropBox) ?? media;
        double turn = (file.Get(page, "Rotate") as PdfNumber ?? file.Resolve(inherited.Rotate) as PdfNumber)?.Value ?? 0;
        double unit = file.Get(page, "UserUnit") is PdfNumber { Value: > 0 and <= LargestUnit } value ? value.Value : 1;
        return crop.Within(media).Size(Math.Abs(turn % 180) == 90, unit);
    }

    private static PdfDictionary WithResources(PdfDictionary page, PdfInheritance inherited) =>
        page["Resources"] is not PdfNull || inherited.Resources is PdfNull
            ? page
            : new(new Dictionary<string, PdfObject>(page.Entries) { ["Resources"] = inherited.Resources });
}
