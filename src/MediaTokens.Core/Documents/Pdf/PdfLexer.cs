namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Cuts the bytes of a document, or of a page's content, into tokens (ISO 32000-1, 7.2). Any bytes at all are tokens of some kind.
/// Nothing is allocated for a token until its value is asked for.
/// </summary>
/// <remarks>
/// Six characters are white space: NUL, tab, line feed, form feed, carriage return and space. Ten delimit: ( ) &lt; &gt; [ ] { } / %.
/// A comment goes from % to the end of its line. All others are regular characters, which make up numbers, names and keywords.
/// </remarks>
internal ref struct PdfLexer
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _start;

    /// <param name="bytes">What to cut.</param>
    /// <param name="position">Where to begin.</param>
    public PdfLexer(ReadOnlySpan<byte> bytes, int position = 0)
    {
        _bytes = bytes;
        Position = position;
    }

    /// <summary>Where the next token is looked for: right behind the last one.</summary>
    public int Position { get; private set; }

    /// <summary>The last token read.</summary>
    public PdfToken Token { get; private set; }

    /// <summary>The value of an integer; one that is out of bounds is the largest or the smallest there is.</summary>
    public long Integer { get; private set; }

    /// <summary>The value of an integer or a real number.</summary>
    public double Number { get; private set; }

    /// <summary>Where the last token begins.</summary>
    public readonly int Start => _start;

    /// <summary>The last token as it is written, delimiters included.</summary>
    public readonly ReadOnlySpan<byte> Text => _bytes[_start..Position];

    /// <summary>Whether the last token is that keyword.</summary>
    public readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => Token == PdfToken.Keyword && Text.SequenceEqual(keyword);

    /// <summary>The last token's name, without the slash, and with its #xx put in.</summary>
    public readonly string Name() => PdfText.Name(Text[1..]);

    /// <summary>The bytes that the last token, a string, stands for.</summary>
    public readonly byte[] String() => Token == PdfToken.String ? PdfText.Literal(Text) : PdfText.Hexadecimal(Text);

    /// <summary>Reads the next token.</summary>
    public PdfToken Read()
    {
        SkipSpace();
        _start = Position;
        Token = Position < _bytes.Length ? ReadToken(_bytes[Position]) : PdfToken.End;
        return Token;
    }

    /// <summary>Goes on elsewhere, as behind an inline image.</summary>
    public void MoveTo(int position) => Position = Math.Clamp(position, 0, _bytes.Length);

    private void SkipSpace()
    {
        while (Position < _bytes.Length)
        {
            byte value = _bytes[Position];
            if (value == '%')
            {
                int end = _bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = end < 0 ? _bytes.Length : Position + end;
            }
            else if (!PdfText.IsSpace(value))
            {
                return;
            }
            else
            {
                Position++;
            }
        }
    }

    private PdfToken ReadToken(byte first)
    {
        switch (first)
        {
            case (byte)'/':
                Position++;
                SkipRegular();
                return PdfToken.Name;
            case (byte)'(':
                SkipLiteral();
                return PdfToken.String;
            case (byte)'<' when Follows((byte)'<'):
                Position += 2;
                return PdfToken.DictionaryStart;
            case (byte)'<':
                int end = _bytes[Position..].IndexOf((byte)'>');
                Position = end < 0 ? _bytes.Length : Position + end + 1;
                return PdfToken.HexString;
            case (byte)'>' when Follows((byte)'>'):
                Position += 2;
                return PdfToken.DictionaryEnd;
            case (byte)'[':
                Position++;
                return PdfToken.ArrayStart;
            case (byte)']':
                Position++;
                return PdfToken.ArrayEnd;
            case (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumber();
            default:
                Position++;
                if (PdfText.IsRegular(first))
                {
                    SkipRegular();
                }

                return PdfToken.Keyword;
        }
    }

    private readonly bool Follows(byte value) => Position + 1 < _bytes.Length && _bytes[Position + 1] == value;

    private void SkipRegular()
    {
        while (Position < _bytes.Length && PdfText.IsRegular(_bytes[Position]))
        {
            Position++;
        }
    }

    private void SkipLiteral()
    {
        int depth = 0;
        do
        {
            int next = _bytes[Position..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            if (next < 0)
            {
                Position = _bytes.Length;
                return;
            }

            Position += next;
            depth += _bytes[Position] switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            Position = Math.Min(_bytes.Length, Position + (_bytes[Position] == '\\' ? 2 : 1));
        }
        while (depth > 0 && Position < _bytes.Length);
    }

    // Writers get numbers wrong in ways that every viewer forgives: two signs, a sign within, nothing but a sign or a point.
    private PdfToken ReadNumber()
    {
        bool isNegative = false;
        while (Position < _bytes.Length && _bytes[Position] is (byte)'+' or (byte)'-')
        {
            isNegative |= _bytes[Position++] == '-';
        }

        long whole = 0;
        double value = 0;
        double scale = 1;
        bool isReal = false;
        for (; Position < _bytes.Length; Position++)
        {
            byte letter = _bytes[Position];
            if (letter == '.' && !isReal)
            {
                isReal = true;
            }
            else if (letter is >= (byte)'0' and <= (byte)'9')
            {
                int digit = letter - '0';
                whole = whole > (long.MaxValue - digit) / 10 ? long.MaxValue : (whole * 10) + digit;
                scale = isReal ? scale / 10 : scale;
                value = isReal ? value + (digit * scale) : Math.Min((value * 10) + digit, 1e300);
            }
            else if (letter != '-')
            {
                break;
            }
        }

        Integer = isNegative ? -whole : whole;
        Number = isNegative ? -value : value;
        return isReal ? PdfToken.Real : PdfToken.Integer;
    }
}
