namespace MediaTokens.Documents.Pdf.Content;

/// <summary>
/// Reads the contents of pages and of the forms that they draw (ISO 32000-1, 7.8.2 and 8.10). A page's /Contents is a stream, or several
/// that are one with white space between. A form is a stream too, with resources of its own or else those of the page. It is read once,
/// however often it is drawn; where it draws itself, nothing more comes of that.
/// </summary>
internal sealed class ContentReader(PdfFile file, CancellationToken cancellationToken)
{
    private const int DeepestForm = 20;
    private const int MostForms = 10_000;
    private const int MostStreams = 10_000;

    // More than the densest map or plan; a page of text has some thousand operators.
    private const int MostOperatorsOfPage = 2_000_000;
    private const int MostOperatorsOfDocument = 50_000_000;

    private readonly FontCache _fonts = new(file);
    private readonly Dictionary<int, ContentFinding> _forms = [];
    private int _leftOfDocument = MostOperatorsOfDocument;
    private int _leftOfPage;
    private int _depth;

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page's dictionary, with the Resources that it inherits.</param>
    public ContentFinding ReadPage(PdfDictionary page)
    {
        _leftOfPage = MostOperatorsOfPage;
        return Contents(file.Get(page, "Contents")) is { } content
            ? Read(content, file.GetDictionary(page, "Resources") ?? PdfDictionary.Empty)
            : ContentFinding.Unreadable;
    }

    /// <summary>Reads a form.</summary>
    /// <param name="form">The form's stream.</param>
    /// <param name="outer">The resources of what draws it.</param>
    public ContentFinding ReadForm(PdfStream form, PdfDictionary outer)
    {
        if (_forms.TryGetValue(form.Number, out ContentFinding known))
        {
            return known;
        }

        if (_depth == DeepestForm || _forms.Count == MostForms)
        {
            return ContentFinding.Unreadable;
        }

        // What it is worth to itself, while it is read.
        _forms[form.Number] = ContentFinding.Nothing;
        _depth++;
        ContentFinding found = file.Decode(form) is { } content
            ? Read(content, file.GetDictionary(form.Dictionary, "Resources") ?? outer)
            : ContentFinding.Unreadable;
        _depth--;
        if (_leftOfPage < 0)
        {
            // Another page may have enough left for it.
            _forms.Remove(form.Number);
            return found;
        }

        return _forms[form.Number] = found;
    }

    /// <summary>Whether one more operator may be read.</summary>
    public bool TrySpend()
    {
        if ((_leftOfPage & 0x3FF) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return --_leftOfPage >= 0 && --_leftOfDocument >= 0;
    }

    private ContentFinding Read(ReadOnlyMemory<byte> content, PdfDictionary resources) =>
        new ContentScan(this, file, _fonts, resources).Read(content.Span);

    // Null where any of it cannot be decoded. What is missing is empty.
    private ReadOnlyMemory<byte>? Contents(PdfObject contents)
    {
        switch (contents)
        {
            case PdfStream stream:
                return file.Decode(stream);
            case PdfArray { Items: [PdfObject only] }:
                return file.Resolve(only) is PdfStream single ? file.Decode(single) : ReadOnlyMemory<byte>.Empty;
            case PdfArray { Items: { Count: <= MostStreams } items }:
                return Joined(items);
            case PdfArray:
                return null;
            default:
                return ReadOnlyMemory<byte>.Empty;
        }
    }

    private ReadOnlyMemory<byte>? Joined(IReadOnlyList<PdfObject> items)
    {
        using MemoryStream joined = new();
        foreach (PdfObject item in items)
        {
            if (file.Resolve(item) is not PdfStream stream)
            {
                continue;
            }

            if (file.Decode(stream) is not { } bytes || joined.Length + bytes.Length > PdfStreamReader.LargestStream)
            {
                return null;
            }

            joined.Write(bytes.Span);
            joined.WriteByte((byte)'\n');
        }

        return joined.GetBuffer().AsMemory(0, (int)joined.Length);
    }
}
