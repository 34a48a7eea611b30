namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Reads the operators of a page's content with their operands (ISO 32000-1, 7.8.2). An inline image (8.9.7) is one operator, BI,
/// with one operand, its dictionary; its data are passed over.
/// </summary>
internal ref struct PdfContentParser
{
    // The operator with the most operands takes 33; more are what some damage left.
    private const int MostOperands = 64;

    private readonly ReadOnlySpan<byte> _content;
    private PdfParser _parser;

    /// <param name="content">The decoded bytes of one content stream, or of a page's streams with a line feed between each two.</param>
    public PdfContentParser(ReadOnlySpan<byte> content)
    {
        _content = content;
        _parser = new(content, isContent: true);
    }

    /// <summary>Where the next operator's operands begin.</summary>
    public readonly int Position => _parser.Position;

    /// <summary>Whether something was nested so deeply, or had so many parts, that what follows is not read.</summary>
    public readonly bool IsBroken => _parser.IsBroken;

    /// <summary>Reads the next operator.</summary>
    /// <param name="operands">Is emptied, and gets the operator's operands in their order.</param>
    /// <param name="name">The operator as it is written, such as Tj.</param>
    /// <returns>False at the end of the content, or where it is nested so deeply that it is none.</returns>
    public bool TryRead(List<PdfObject> operands, out ReadOnlySpan<byte> name)
    {
        operands.Clear();
        name = default;
        while (!_parser.IsBroken)
        {
            if (_parser.Read() is { } operand)
            {
                if (operands.Count == MostOperands)
                {
                    operands.RemoveAt(0);
                }

                operands.Add(operand);
            }
            else if (_parser.Token == PdfToken.Keyword)
            {
                name = _parser.Text;
                if (name.SequenceEqual("BI"u8))
                {
                    operands.Clear();
                    operands.Add(ReadInlineImage());
                }

                return true;
            }
            else if (_parser.Token == PdfToken.End)
            {
                return false;
            }
        }

        return false;
    }

    private PdfDictionary ReadInlineImage()
    {
        PdfDictionary dictionary = _parser.ReadEntries();
        if (_parser.TryReadKeyword("ID"u8))
        {
            _parser.MoveTo(PdfInlineImage.End(_content, _parser.Position + 1, dictionary));
        }

        return dictionary;
    }
}
