using System.Diagnostics.CodeAnalysis;

namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Reads where the objects are, from the sections that the end of the file leads to (ISO 32000-1, 7.5.4 to 7.5.8).
/// </summary>
/// <remarks>
/// <c>startxref</c> tells the position of the newest section. A section is a table (<c>xref</c>, subsections of a first number, a count
/// and so many lines of position, generation, and n for an object in use or f for a free one, then <c>trailer</c> and a dictionary)
/// or a stream of /Type /XRef, whose dictionary is the trailer. /Prev leads to the older section; /XRefStm in a table's trailer to a
/// stream that comes before it (hybrid files). Of all that is said of one object, the newest counts.
/// Positions count from the header, or from the start of the file where some writer took the junk before the header into account.
/// </remarks>
internal sealed class CrossReferenceReader
{
    private const int EndReach = 2048;

    // Each change that was saved adds one.
    private const int MostSections = 10_000;

    private readonly PdfWindow _window;
    private readonly Func<PdfStream, ReadOnlyMemory<byte>?> _decode;
    private readonly long _base;
    private readonly CrossReferenceTable _table = new();

    private CrossReferenceReader(PdfWindow window, Func<PdfStream, ReadOnlyMemory<byte>?> decode, long startOfPositions)
    {
        _window = window;
        _decode = decode;
        _base = startOfPositions;
    }

    /// <summary>Reads all sections.</summary>
    /// <param name="window">The file.</param>
    /// <param name="header">Where the header is.</param>
    /// <param name="decode">Decodes a section that is a stream.</param>
    /// <returns>Null where any of the sections cannot be read.</returns>
    public static PdfReferences? Read(PdfWindow window, long header, Func<PdfStream, ReadOnlyMemory<byte>?> decode)
    {
        if (FindStart(window) is not { } start)
        {
            return null;
        }

        PdfReferences? references = new CrossReferenceReader(window, decode, header).ReadAll(start);
        return references is null && header > 0 ? new CrossReferenceReader(window, decode, 0).ReadAll(start) : references;
    }

    private static long? FindStart(PdfWindow window)
    {
        ReadOnlySpan<byte> end = window.At(Math.Max(0, window.Length - EndReach), EndReach);
        int found = end.LastIndexOf("startxref"u8);
        if (found < 0)
        {
            return null;
        }

        PdfLexer lexer = new(end, found + "startxref".Length);
        return lexer.Read() == PdfToken.Integer ? lexer.Integer : null;
    }

    private PdfReferences? ReadAll(long start)
    {
        PdfTrailer trailer = PdfTrailer.Empty;
        HashSet<long> seen = [];
        Stack<long> ahead = new([start]);
        while (ahead.TryPop(out long position))
        {
            if (!seen.Add(position))
            {
                continue;
            }

            if (seen.Count > MostSections || position < 0 || position > _window.Length || !TryReadSection(position + _base, out PdfDictionary? dictionary))
            {
                return null;
            }

            trailer = trailer.OrOlder(dictionary);
            foreach (string key in (ReadOnlySpan<string>)["Prev", "XRefStm"])
            {
                if (dictionary[key] is PdfNumber { Value: > 0 and < long.MaxValue } older)
                {
                    ahead.Push((long)older.Value);
                }
            }
        }

        return new(_table, trailer);
    }

    private bool TryReadSection(long position, [NotNullWhen(true)] out PdfDictionary? trailer)
    {
        PdfLexer lexer = Look(position);
        lexer.Read();
        if (lexer.IsKeyword("xref"u8))
        {
            trailer = ReadTable(position + lexer.Position);
            return trailer is not null;
        }

        trailer = null;
        if (PdfObjectReader.ReadIndirect(_window, position) is { Value: PdfStream stream }
            && stream.Dictionary.IsName("Type", "XRef") && _decode(stream) is { } entries)
        {
            trailer = stream.Dictionary;
            return CrossReferenceStream.TryAdd(_table, trailer, entries.Span, _base);
        }

        return false;
    }

    private PdfDictionary? ReadTable(long position)
    {
        while (true)
        {
            PdfLexer lexer = Look(position);
            lexer.Read();
            if (lexer.IsKeyword("trailer"u8))
            {
                return PdfObjectReader.ReadDirect(_window, position + lexer.Position) as PdfDictionary;
            }

            long first = lexer.Integer;
            if (lexer.Token != PdfToken.Integer || lexer.Read() != PdfToken.Integer || first is < 0 or > CrossReferenceTable.LargestNumber)
            {
                return null;
            }

            long count = lexer.Integer;
            position += lexer.Position;
            if (!TryReadSubsection(ref position, first, count))
            {
                return null;
            }
        }
    }

    private bool TryReadSubsection(ref long position, long first, long count)
    {
        for (long i = 0; i < count; i++)
        {
            PdfLexer lexer = Look(position);
            if (lexer.Read() == PdfToken.Keyword)
            {
                // The count was too large.
                return lexer.IsKeyword("trailer"u8);
            }

            long place = lexer.Integer;
            if (lexer.Token != PdfToken.Integer || lexer.Read() != PdfToken.Integer)
            {
                return false;
            }

            long generation = lexer.Integer;
            lexer.Read();
            bool isFree = lexer.IsKeyword("f"u8);
            if (!isFree && !lexer.IsKeyword("n"u8))
            {
                return false;
            }

            // The list of free objects begins with object 0; some writers number it 1, and all others one too high with it.
            first -= i == 0 && first == 1 && isFree && generation == ushort.MaxValue ? 1 : 0;
            position += lexer.Position;
            Add(first + i, isFree, place, generation);
        }

        return true;
    }

    private void Add(long number, bool isFree, long place, long generation)
    {
        if (number is >= 0 and <= CrossReferenceTable.LargestNumber)
        {
            bool isThere = !isFree && place > 0 && place < _window.Length && generation is >= 0 and <= ushort.MaxValue;
            _table.AddOlder((int)number, isThere ? CrossReference.InFile(place + _base, (int)generation) : CrossReference.Free);
        }
    }

    private PdfLexer Look(long position)
    {
        const int Line = 128;
        return new(_window.At(position, Line));
    }
}
