namespace MediaTokens.Documents.Pdf;

/// <summary>An indirect object as it is in the file.</summary>
/// <param name="Number">Its object number.</param>
/// <param name="Generation">Its generation number.</param>
/// <param name="Value">Its value.</param>
/// <param name="Size">Its bytes in the file, without those of a stream.</param>
internal sealed record IndirectObject(int Number, int Generation, PdfObject Value, int Size);

/// <summary>
/// Reads objects at a position of the file: <c>12 0 obj … endobj</c> (ISO 32000-1, 7.3.10), with <c>stream</c> behind the dictionary
/// where it is one (7.3.8).
/// </summary>
internal static class PdfObjectReader
{
    private const int FirstLook = 2048;

    /// <summary>The indirect object that begins at the position; null where none does.</summary>
    public static IndirectObject? ReadIndirect(PdfWindow window, long position)
    {
        for (int look = FirstLook; ; look *= 8)
        {
            ReadOnlySpan<byte> bytes = window.At(position, look);
            PdfParser parser = new(bytes);
            if (!parser.TryReadInteger(out long number) || !parser.TryReadInteger(out long generation) || !parser.TryReadKeyword("obj"u8)
                || number is < 0 or > CrossReferenceTable.LargestNumber || generation is < 0 or > ushort.MaxValue)
            {
                return null;
            }

            PdfObject value = parser.Read() ?? PdfNull.Instance;
            int end = parser.Position;
            long? data = value is PdfDictionary && parser.TryReadKeyword("stream"u8)
                ? position + StartOfData(bytes, parser.Position)
                : null;
            window.CountParsed(parser.Position);
            if (IsComplete(window, position, bytes, parser.Position, look))
            {
                value = value is PdfDictionary dictionary && data is { } start
                    ? new PdfStream(dictionary, start, (int)number, (int)generation)
                    : value;
                return new((int)number, (int)generation, parser.IsBroken ? PdfNull.Instance : value, end);
            }
        }
    }

    /// <summary>The object without a number that begins at the position, as a trailer's dictionary; null where none does.</summary>
    public static PdfObject? ReadDirect(PdfWindow window, long position)
    {
        for (int look = FirstLook; ; look *= 8)
        {
            ReadOnlySpan<byte> bytes = window.At(position, look);
            PdfParser parser = new(bytes);
            PdfObject? value = parser.Read();
            window.CountParsed(parser.Position);
            if (IsComplete(window, position, bytes, parser.Position, look))
            {
                return value;
            }
        }
    }

    // Whatever touches the end of the bytes may go on behind it. The margin is for the keyword that follows and its line's end.
    private static bool IsComplete(PdfWindow window, long position, ReadOnlySpan<byte> bytes, int end, int look) =>
        end + 64 <= bytes.Length || position + bytes.Length >= window.Length || look >= PdfWindow.Largest;

    // A line feed, perhaps with a carriage return before it; some writers leave out the line feed, or put spaces before.
    private static int StartOfData(ReadOnlySpan<byte> bytes, int position)
    {
        int next = position;
        while (next < bytes.Length && bytes[next] is (byte)' ' or (byte)'\t')
        {
            next++;
        }

        return bytes[next..] switch
        {
            [(byte)'\r', (byte)'\n', ..] => next + 2,
            [(byte)'\r' or (byte)'\n', ..] => next + 1,
            _ => position,
        };
    }
}
