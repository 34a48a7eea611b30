namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Reads the operators of a page's content with their operands (ISO 32000-1, 7.8.2). An inline image (8.9.7) is one operator, BI,
/// with one operand, its dictionary; its data are passed over.
/// </summary>
internal ref struct PdfContentParser
{
    // The operator with the most operands takes 33; more are what some damage left.
    private const int MostOperands = 64;

    // Data may hold the letters EI by chance. Behind the real ones comes more content, which is text.
    private const int TextBehindImage = 12;

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
            _parser.MoveTo(EndOfData(_parser.Position + 1));
        }

        return dictionary;
    }

    private readonly int EndOfData(int start)
    {
        int position = Math.Min(start, _content.Length);
        while (true)
        {
            int found = _content[position..].IndexOf("EI"u8);
            if (found < 0)
            {
                return _content.Length;
            }

            position += found + 2;
            if (PdfText.IsSpace(_content[position - 3]) && IsContent(_content[position..]))
            {
                return position;
            }
        }
    }

    private static bool IsContent(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 0 && !PdfText.IsSpace(rest[0]))
        {
            return false;
        }

        foreach (byte letter in rest[..Math.Min(rest.Length, TextBehindImage)])
        {
            if (letter is not ((>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return false;
            }
        }

        return true;
    }
}
