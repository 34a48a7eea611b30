namespace MediaTokens.Documents.Pdf;

/// <summary>A page as the tree has it.</summary>
/// <param name="Page">The page's own dictionary; null where the tree lists a page that is missing or damaged.</param>
/// <param name="Inherited">What it inherits.</param>
internal readonly record struct PdfLeaf(PdfDictionary? Page, PdfInheritance Inherited);

/// <summary>What pages take from the nodes above them where they do not have it themselves (ISO 32000-1, 7.7.3.4).</summary>
internal sealed record PdfInheritance(PdfObject MediaBox, PdfObject CropBox, PdfObject Rotate, PdfObject Resources)
{
    public static PdfInheritance None { get; } = new(PdfNull.Instance, PdfNull.Instance, PdfNull.Instance, PdfNull.Instance);

    public PdfInheritance Below(PdfDictionary node) =>
        node.Entries.ContainsKey("MediaBox") || node.Entries.ContainsKey("CropBox") || node.Entries.ContainsKey("Rotate") || node.Entries.ContainsKey("Resources")
            ? new(Own(node, "MediaBox", MediaBox), Own(node, "CropBox", CropBox), Own(node, "Rotate", Rotate), Own(node, "Resources", Resources))
            : this;

    private static PdfObject Own(PdfDictionary node, string key, PdfObject inherited) => node[key] is PdfNull ? inherited : node[key];
}

/// <summary>
/// Walks the page tree (ISO 32000-1, 7.7.3): nodes have /Kids, which are nodes or pages. Pages are counted where they are; what /Count
/// and /Type say is not relied on. A node that was seen before is passed over; a page may be listed more than once, as viewers show it,
/// and one that is listed but missing keeps its number, as in viewers.
/// </summary>
/// <param name="file">An open document.</param>
internal sealed class PdfPageTree(PdfFile file)
{
    /// <summary>The most pages that a document may have.</summary>
    public const int MostPages = 100_000;

    private const int MostNodes = 200_000;

    private readonly HashSet<PdfReference> _seen = [];

    /// <summary>Whether a node was passed over because it was seen before.</summary>
    public bool HasLoop { get; private set; }

    /// <summary>The pages in their order.</summary>
    /// <exception cref="MediaException">CorruptPdf: more pages or nodes than are counted.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IEnumerable<PdfLeaf> Walk()
    {
        Stack<Node> above = new();
        int steps = 0;
        int pages = 0;
        above.Push(new([file.PagesEntry], PdfInheritance.None));
        while (above.TryPeek(out Node? node))
        {
            if (node.Next == node.Kids.Count)
            {
                above.Pop();
                continue;
            }

            PdfObject entry = node.Kids[node.Next++];
            if (++steps > MostNodes + MostPages)
            {
                throw TooMany();
            }

            if (entry is PdfReference seen && _seen.Contains(seen))
            {
                HasLoop = true;
                continue;
            }

            PdfDictionary? kid = Resolve(entry);
            if (kid is not null && file.Get(kid, "Kids") is PdfArray list)
            {
                _ = entry is PdfReference reference && _seen.Add(reference);
                above.Push(new(list.Items, node.Inherited.Below(kid)));
            }
            else if (kid is null ? entry is PdfReference : !kid.IsName("Type", "Pages"))
            {
                yield return ++pages <= MostPages ? new(kid, node.Inherited) : throw TooMany();
            }
        }
    }

    private PdfDictionary? Resolve(PdfObject entry)
    {
        PdfObject value = file.Resolve(entry);
        if (value is PdfNull && entry is PdfReference && file.Repair())
        {
            value = file.Resolve(entry);
        }

        // Damage may let the data of another object follow a page's dictionary.
        return value is PdfStream stream && stream.Dictionary.IsName("Type", "Page") ? stream.Dictionary : value as PdfDictionary;
    }

    private static MediaException TooMany() => PdfError.TooLarge(
        FormattableString.Invariant($"The page tree has more than {MostPages} pages, or more than {MostNodes} nodes that are none."));

    private sealed class Node(IReadOnlyList<PdfObject> kids, PdfInheritance inherited)
    {
        public IReadOnlyList<PdfObject> Kids { get; } = kids;

        public PdfInheritance Inherited { get; } = inherited;

        public int Next { get; set; }
    }
}
