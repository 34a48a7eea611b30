namespace MediaTokens.Documents.Pdf;

/// <summary>
/// A cross-reference stream (ISO 32000-1, 7.5.8): /W tells the bytes of each entry's three fields, /Index pairs of a first number and a
/// count (all of /Size when missing). The first field is the kind, 1 when it has no bytes: 0 a free object; 1 position and generation;
/// 2 the object stream that holds the object and its index within. Numbers are big-endian.
/// </summary>
internal static class CrossReferenceStream
{
    private const int WidestField = 8;

    /// <summary>Adds the entries to a table, as an older section's.</summary>
    /// <param name="table">What the newer sections say.</param>
    /// <param name="dictionary">The stream's dictionary.</param>
    /// <param name="entries">The decoded bytes.</param>
    /// <param name="startOfPositions">Where positions count from.</param>
    /// <returns>False where it is no such stream.</returns>
    public static bool TryAdd(CrossReferenceTable table, PdfDictionary dictionary, ReadOnlySpan<byte> entries, long startOfPositions)
    {
        if (dictionary["W"] is not PdfArray { Items: [PdfInteger { Integer: >= 0 and <= WidestField } kind, PdfInteger { Integer: >= 0 and <= WidestField } second,
            PdfInteger { Integer: >= 0 and <= WidestField } third, ..] })
        {
            return false;
        }

        Entry entry = new((int)kind.Integer, (int)second.Integer, (int)third.Integer);
        if (entry.Size == 0)
        {
            return false;
        }

        foreach ((long first, long count) in Sections(dictionary))
        {
            for (long i = 0; i < count && entries.Length >= entry.Size; i++)
            {
                if (first + i is >= 0 and <= CrossReferenceTable.LargestNumber)
                {
                    table.AddOlder((int)(first + i), entry.Read(entries, startOfPositions));
                }

                entries = entries[entry.Size..];
            }
        }

        return true;
    }

    private static IEnumerable<(long First, long Count)> Sections(PdfDictionary dictionary)
    {
        if (dictionary["Index"] is not PdfArray { Items: { Count: >= 2 } index })
        {
            yield return (0, (dictionary["Size"] as PdfInteger)?.Integer ?? long.MaxValue);
            yield break;
        }

        for (int i = 0; i + 1 < index.Count; i += 2)
        {
            if (index[i] is PdfInteger { Integer: >= 0 and <= CrossReferenceTable.LargestNumber } first && index[i + 1] is PdfInteger count)
            {
                yield return (first.Integer, count.Integer);
            }
        }
    }

    private readonly record struct Entry(int Kind, int Second, int Third)
    {
        public int Size => Kind + Second + Third;

        public CrossReference Read(ReadOnlySpan<byte> bytes, long startOfPositions)
        {
            ulong kind = Kind == 0 ? 1 : Number(bytes[..Kind]);
            ulong second = Number(bytes.Slice(Kind, Second));
            ulong third = Number(bytes.Slice(Kind + Second, Third));
            return (kind, second, third) switch
            {
                (1, > 0 and < long.MaxValue / 2, <= ushort.MaxValue) => CrossReference.InFile((long)second + startOfPositions, (int)third),
                (2, > 0 and <= CrossReferenceTable.LargestNumber, <= int.MaxValue) => CrossReference.InStream((int)second, (int)third),
                _ => CrossReference.Free,
            };
        }

        private static ulong Number(ReadOnlySpan<byte> bytes)
        {
            ulong value = 0;
            foreach (byte part in bytes)
            {
                value = (value << 8) | part;
            }

            return value;
        }
    }
}
