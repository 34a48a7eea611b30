namespace MediaTokens.Documents.Pdf;

/// <summary>
/// An object stream (ISO 32000-1, 7.5.7): /N pairs of an object's number and its position, counted from /First, where the objects
/// begin, which have neither <c>obj</c> around them nor streams of their own.
/// </summary>
internal sealed class PdfObjectStream
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _first;
    private readonly List<(int Number, int Position)> _objects;

    private PdfObjectStream(ReadOnlyMemory<byte> bytes, int first, List<(int Number, int Position)> objects)
    {
        _bytes = bytes;
        _first = first;
        _objects = objects;
    }

    /// <summary>The bytes that it keeps in memory.</summary>
    public int Size => _bytes.Length + (sizeof(int) * 2 * _objects.Count);

    /// <summary>The numbers of its objects.</summary>
    public IEnumerable<int> Numbers => _objects.Select(item => item.Number);

    /// <summary>Reads the pairs.</summary>
    /// <param name="bytes">The decoded bytes.</param>
    /// <param name="count">/N.</param>
    /// <param name="first">/First.</param>
    public static PdfObjectStream Read(ReadOnlyMemory<byte> bytes, long count, long first)
    {
        int start = (int)Math.Clamp(first, 0, bytes.Length);
        List<(int, int)> objects = [];
        PdfLexer lexer = new(bytes.Span[..start]);
        for (long i = 0; i < count && lexer.Read() == PdfToken.Integer; i++)
        {
            long number = lexer.Integer;
            if (lexer.Read() != PdfToken.Integer)
            {
                break;
            }

            long position = lexer.Integer;
            bool isInside = number is > 0 and <= CrossReferenceTable.LargestNumber && position >= 0 && position < bytes.Length - start;
            objects.Add(isInside ? ((int)number, (int)position) : (0, 0));
        }

        return new(bytes, start, objects);
    }

    /// <summary>The object of that number; null where it does not hold one.</summary>
    /// <param name="number">The object's number.</param>
    /// <param name="index">Where in the stream it should be.</param>
    /// <param name="size">The bytes that it takes.</param>
    public PdfObject? Find(int number, int index, out int size)
    {
        size = 0;
        if (index >= _objects.Count || index < 0 || _objects[index].Number != number)
        {
            index = _objects.FindLastIndex(item => item.Number == number);
        }

        if (index < 0)
        {
            return null;
        }

        PdfParser parser = new(_bytes.Span[(_first + _objects[index].Position)..]);
        PdfObject? value = parser.Read();
        size = parser.Position;
        return value;
    }
}
