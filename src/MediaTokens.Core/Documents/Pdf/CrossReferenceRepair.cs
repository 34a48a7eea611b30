namespace MediaTokens.Documents.Pdf;

/// <summary>
/// Finds the objects of a document whose cross-references are lost or wrong, by looking through the whole file for what begins one,
/// <c>12 0 obj</c>. Of two with one number the one counts that the cross-references lead to; otherwise the last, as it does where
/// changes were saved.
/// </summary>
internal sealed class CrossReferenceRepair
{
    // Two numbers and the white space around them.
    private const int LongestNumbers = 48;

    // What an object is stands at its beginning.
    private const int Beginning = 1024;

    private const int MostTrailers = 256;
    private const int MostCatalogs = 256;

    private readonly PdfWindow _window;
    private readonly CrossReferenceTable _former;
    private readonly List<(long Position, PdfDictionary Dictionary)> _trailers = [];
    private readonly List<PdfReference> _catalogs = [];

    /// <param name="window">The file.</param>
    /// <param name="former">The cross-references that were read, as far as they could be.</param>
    public CrossReferenceRepair(PdfWindow window, CrossReferenceTable former)
    {
        _window = window;
        _former = former;
        FindObjects();
        FindTrailers();
    }

    /// <summary>The objects that are in the file themselves.</summary>
    public CrossReferenceTable Table { get; } = new();

    /// <summary>The object streams, in the order of the file.</summary>
    public List<PdfStream> ObjectStreams { get; } = [];

    /// <summary>What the document may begin with, the likeliest first.</summary>
    public IEnumerable<PdfTrailer> Trailers()
    {
        PdfDictionary[] newestFirst = [.. _trailers.OrderByDescending(trailer => trailer.Position).Select(trailer => trailer.Dictionary)];
        PdfTrailer all = newestFirst.Aggregate(PdfTrailer.Empty, (trailer, older) => trailer.OrOlder(older));
        foreach (PdfDictionary trailer in newestFirst.Where(trailer => trailer["Root"] is not PdfNull))
        {
            yield return PdfTrailer.Empty.OrOlder(trailer).Or(all);
        }

        foreach (PdfReference catalog in Enumerable.Reverse(_catalogs))
        {
            yield return all with { Root = catalog };
        }

        yield return all with { Root = PdfNull.Instance };
    }

    private void FindObjects()
    {
        for (long found = _window.Find("obj"u8, 0); found >= 0; found = _window.Find("obj"u8, found + 3))
        {
            long start = Math.Max(0, found - LongestNumbers);
            ReadOnlySpan<byte> bytes = _window.At(start, LongestNumbers + Beginning);
            int inside = (int)(found - start);
            int numbers = StartOfNumbers(bytes[..inside]);
            if (numbers < 0)
            {
                continue;
            }

            PdfLexer lexer = new(bytes, numbers);
            lexer.Read();
            long number = lexer.Integer;
            lexer.Read();
            if (number <= CrossReferenceTable.LargestNumber && lexer.Integer <= ushort.MaxValue)
            {
                AddObject((int)number, CrossReference.InFile(start + numbers, (int)lexer.Integer));
                AddSpecial(bytes[inside..], start + numbers);
            }
        }
    }

    private void AddObject(int number, CrossReference place)
    {
        if (!Table[number].IsKnown || Table[number] != _former[number])
        {
            Table[number] = place;
        }
    }

    /// <summary>Adds the objects of an object stream where none of their numbers comes later in the file.</summary>
    public void AddObjects(PdfStream stream, PdfObjectStream content)
    {
        CrossReference own = Table[stream.Number];
        int index = 0;
        foreach (int number in content.Numbers)
        {
            CrossReference place = CrossReference.InStream(stream.Number, index++);
            CrossReference other = Table[number];
            long position = (other.IsInStream ? Table[other.Stream] : other).Position;
            if (number > 0 && (!other.IsKnown || position < own.Position || place == _former[number]))
            {
                Table[number] = place;
            }
        }
    }

    // Going back from the keyword: white space, digits, white space, digits.
    private static int StartOfNumbers(ReadOnlySpan<byte> before)
    {
        int generation = StartOfDigits(before);
        int number = generation < 0 ? -1 : StartOfDigits(before[..generation]);
        return number >= 0 && PdfText.IsSpace(before[generation - 1]) ? number : -1;
    }

    private static int StartOfDigits(ReadOnlySpan<byte> before)
    {
        int end = before.Length;
        while (end > 0 && PdfText.IsSpace(before[end - 1]))
        {
            end--;
        }

        int start = end;
        while (start > 0 && before[start - 1] is >= (byte)'0' and <= (byte)'9')
        {
            start--;
        }

        return start < end ? start : -1;
    }

    private void AddSpecial(ReadOnlySpan<byte> beginning, long position)
    {
        int end = beginning.IndexOf("endobj"u8);
        beginning = beginning[..(end < 0 ? Math.Min(beginning.Length, Beginning) : end)];
        bool isPart = beginning.IndexOf("/ObjStm"u8) >= 0 || beginning.IndexOf("/XRef"u8) >= 0;
        if (!isPart && beginning.IndexOf("/Catalog"u8) < 0)
        {
            return;
        }

        switch (PdfObjectReader.ReadIndirect(_window, position))
        {
            case { Value: PdfStream stream } when stream.Dictionary.IsName("Type", "ObjStm"):
                ObjectStreams.Add(stream);
                break;
            case { Value: PdfStream stream } when stream.Dictionary.IsName("Type", "XRef"):
                AddTrailer(position, stream.Dictionary);
                break;
            case { Value: PdfDictionary dictionary } catalog when dictionary.IsName("Type", "Catalog") && catalog.Number > 0:
                _catalogs.RemoveRange(0, _catalogs.Count == MostCatalogs ? 1 : 0);
                _catalogs.Add(new(catalog.Number, catalog.Generation));
                break;
        }
    }

    private void FindTrailers()
    {
        for (long found = _window.Find("trailer"u8, 0); found >= 0; found = _window.Find("trailer"u8, found + 7))
        {
            if (PdfObjectReader.ReadDirect(_window, found + "trailer".Length) is PdfDictionary trailer)
            {
                AddTrailer(found, trailer);
            }
        }
    }

    private void AddTrailer(long position, PdfDictionary trailer)
    {
        _trailers.RemoveRange(0, _trailers.Count == MostTrailers ? 1 : 0);
        _trailers.Add((position, trailer));
    }
}
