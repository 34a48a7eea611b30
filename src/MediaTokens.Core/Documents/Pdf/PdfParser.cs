namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Puts tokens together to objects: arrays, dictionaries and references (ISO 32000-1, 7.3.6, 7.3.7 and 7.3.10).
/// What is wrong is left out or closed where the next thing begins; only nesting without end gives nothing.
/// </summary>
internal ref struct PdfParser
{
    private const int DeepestNesting = 100;

    // A page tree in one array of 100,000 pages has 300,000 tokens.
    private const int MostItems = 500_000;

    private const int LongestString = 1 << 20;

    private readonly bool _isContent;
    private PdfLexer _lexer;
    private bool _isAhead;
    private int _items;

    /// <param name="bytes">What to parse.</param>
    /// <param name="position">Where to begin.</param>
    /// <param name="isContent">Whether it is the content of a page, which has operators and no references.</param>
    public PdfParser(ReadOnlySpan<byte> bytes, int position = 0, bool isContent = false)
    {
        _lexer = new(bytes, position);
        _isContent = isContent;
    }

    /// <summary>Whether an object was nested too deeply or had too many parts to be one.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The token that ended the last read.</summary>
    public readonly PdfToken Token => _lexer.Token;

    /// <summary>The last token as it is written.</summary>
    public readonly ReadOnlySpan<byte> Text => _lexer.Text;

    /// <summary>Where parsing goes on.</summary>
    public readonly int Position => _isAhead ? _lexer.Start : _lexer.Position;

    /// <summary>Reads the next object.</summary>
    /// <returns>Null where no object begins: at a keyword, which is then read, at a closing bracket, or at the end.</returns>
    public PdfObject? Read()
    {
        _items = 0;
        Next();
        if (Token == PdfToken.Integer && !_isContent && TryReadReference(out PdfReference? reference))
        {
            return reference;
        }

        PdfObject? value = Value(0);
        return IsBroken ? null : value;
    }

    /// <summary>Reads a keyword where it comes next; otherwise it stays where it is.</summary>
    public bool TryReadKeyword(ReadOnlySpan<byte> keyword)
    {
        Next();
        _isAhead = !_lexer.IsKeyword(keyword);
        return !_isAhead;
    }

    /// <summary>Reads an integer where one comes next; otherwise what comes stays where it is.</summary>
    public bool TryReadInteger(out long value)
    {
        Next();
        value = _lexer.Integer;
        _isAhead = Token != PdfToken.Integer;
        return !_isAhead;
    }

    /// <summary>Goes on elsewhere.</summary>
    public void MoveTo(int position)
    {
        _lexer.MoveTo(position);
        _isAhead = false;
    }

    /// <summary>Reads names and values up to a keyword, as between BI and ID.</summary>
    public PdfDictionary ReadEntries() => Entries(Items(1, PdfToken.End));

    private void Next()
    {
        if (!_isAhead)
        {
            _lexer.Read();
        }

        _isAhead = false;
    }

    private bool TryReadReference(out PdfReference? reference)
    {
        PdfLexer ahead = _lexer;
        reference = null;
        if (ahead.Read() == PdfToken.Integer)
        {
            long generation = ahead.Integer;
            ahead.Read();
            reference = ahead.IsKeyword("R"u8) ? Reference(_lexer.Integer, generation) : null;
        }

        _lexer = reference is null ? _lexer : ahead;
        return reference is not null;
    }

    private PdfObject? Value(int depth)
    {
        switch (Token)
        {
            case PdfToken.Integer:
                return new PdfInteger(_lexer.Integer);
            case PdfToken.Real:
                return new PdfReal(_lexer.Number);
            case PdfToken.Name:
                return new PdfName(_lexer.Name());
            case PdfToken.String or PdfToken.HexString when Text.Length > LongestString:
                IsBroken = true;
                return null;
            case PdfToken.String or PdfToken.HexString:
                return new PdfString(_lexer.String());
            case PdfToken.ArrayStart or PdfToken.DictionaryStart when depth >= DeepestNesting:
                IsBroken = true;
                return null;
            case PdfToken.ArrayStart:
                return new PdfArray(Items(depth + 1, PdfToken.ArrayEnd));
            case PdfToken.DictionaryStart:
                return Entries(Items(depth + 1, PdfToken.DictionaryEnd));
            case PdfToken.Keyword:
                return _lexer.IsKeyword("null"u8) ? PdfNull.Instance
                    : _lexer.IsKeyword("true"u8) ? new PdfBoolean(true)
                    : _lexer.IsKeyword("false"u8) ? new PdfBoolean(false)
                    : null;
            default:
                return null;
        }
    }

    private List<PdfObject> Items(int depth, PdfToken closing)
    {
        List<PdfObject> items = [];
        while (!IsBroken)
        {
            Next();
            if (Token == closing || Token == PdfToken.End)
            {
                break;
            }

            if (Value(depth) is { } item)
            {
                items.Add(item);
                IsBroken |= ++_items > MostItems;
            }
            else if (EndsUnclosed())
            {
                _isAhead = true;
                break;
            }
            else if (Token == PdfToken.Keyword)
            {
                AddKeyword(items);
            }
        }

        return items;
    }

    // A dictionary's end within an array closes both: the array's own end is missing.
    private readonly bool EndsUnclosed() =>
        Token == PdfToken.DictionaryEnd
        || (Token == PdfToken.Keyword && (_isContent || _lexer.Text is [(byte)'e', (byte)'n', (byte)'d', ..]
            || _lexer.IsKeyword("stream"u8) || _lexer.IsKeyword("obj"u8)));

    private readonly void AddKeyword(List<PdfObject> items)
    {
        if (!_lexer.IsKeyword("R"u8))
        {
            items.Add(PdfNull.Instance);
        }
        else if (items is [.., PdfInteger number, PdfInteger generation])
        {
            items.RemoveRange(items.Count - 2, 2);
            items.Add(Reference(number.Integer, generation.Integer) ?? (PdfObject)PdfNull.Instance);
        }
    }

    private static PdfReference? Reference(long number, long generation) =>
        number is > 0 and <= int.MaxValue && generation is >= 0 and <= ushort.MaxValue ? new((int)number, (int)generation) : null;

    private static PdfDictionary Entries(List<PdfObject> items)
    {
        Dictionary<string, PdfObject> entries = [];
        for (int i = 0; i + 1 < items.Count; i++)
        {
            if (items[i] is PdfName key)
            {
                entries[key.Value] = items[++i];
            }
        }

        return new(entries);
    }
}
