namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>
/// Undoes the predictors of FlateDecode and LZWDecode (ISO 32000-1, 7.4.4.4), in place: 2 is TIFF's, where each component is the
/// difference to the one left of it; 10 and above are PNG's, where each row tells by its first byte which of five it uses (RFC 2083, 6).
/// </summary>
/// <param name="Kind">1 for none.</param>
/// <param name="Colors">Components of a sample.</param>
/// <param name="Bits">Bits of a component.</param>
/// <param name="Columns">Samples of a row.</param>
internal readonly record struct Predictor(int Kind, int Colors, int Bits, int Columns)
{
    private const int Tiff = 2;
    private const int FirstPng = 10;
    private const int LargestRow = 64 << 20;

    private long RowBits => (long)Colors * Bits * Columns;

    /// <summary>Whether the numbers are such that rows can be told.</summary>
    public bool IsValid => Kind < Tiff
        || (Colors is > 0 and <= 64 && Bits is 1 or 2 or 4 or 8 or 16 && Columns is > 0 and <= LargestRow && RowBits / 8 < LargestRow);

    /// <summary>The bytes as they were before they were predicted.</summary>
    /// <param name="bytes">Is changed.</param>
    /// <returns>The part of <paramref name="bytes"/> that is left.</returns>
    public Memory<byte> Undo(Memory<byte> bytes)
    {
        if (Kind >= FirstPng)
        {
            return bytes[..UndoPng(bytes.Span)];
        }

        if (Kind == Tiff)
        {
            UndoTiff(bytes.Span);
        }

        return bytes;
    }

    private int UndoPng(Span<byte> bytes)
    {
        int size = (int)((RowBits + 7) / 8);
        int distance = Math.Max(1, Colors * Bits / 8);
        int written = 0;
        Span<byte> above = [];
        for (int read = 0; read + 1 < bytes.Length; read += size + 1)
        {
            byte kind = bytes[read];
            int count = Math.Min(size, bytes.Length - read - 1);
            Span<byte> row = bytes.Slice(written, count);
            bytes.Slice(read + 1, count).CopyTo(row);
            UndoRow(kind, row, above, distance);
            above = row;
            written += count;
        }

        return written;
    }

    private static void UndoRow(byte kind, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= distance ? row[i - distance] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int corner = i >= distance && !above.IsEmpty ? above[i - distance] : 0;
            row[i] += (byte)(kind switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int toLeft = Math.Abs(up - corner);
        int toUp = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + up - (2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private void UndoTiff(Span<byte> bytes)
    {
        int size = (int)((RowBits + 7) / 8);
        for (int start = 0; start < bytes.Length; start += size)
        {
            Span<byte> row = bytes.Slice(start, Math.Min(size, bytes.Length - start));
            if (Bits == 8)
            {
                for (int i = Colors; i < row.Length; i++)
                {
                    row[i] += row[i - Colors];
                }
            }
            else if (Bits == 16)
            {
                for (int i = 2 * Colors; i + 1 < row.Length; i += 2)
                {
                    int sum = ((row[i] << 8) | row[i + 1]) + ((row[i - (2 * Colors)] << 8) | row[i + 1 - (2 * Colors)]);
                    (row[i], row[i + 1]) = ((byte)(sum >> 8), (byte)sum);
                }
            }
            else
            {
                UndoTiffBits(row);
            }
        }
    }

    private void UndoTiffBits(Span<byte> row)
    {
        long count = Math.Min(row.Length * 8L / Bits, (long)Colors * Columns);
        for (int i = Colors; i < count; i++)
        {
            int sum = Component(row, i) + Component(row, i - Colors);
            int shift = 8 - Bits - (i * Bits % 8);
            int mask = ((1 << Bits) - 1) << shift;
            row[i * Bits / 8] = (byte)((row[i * Bits / 8] & ~mask) | ((sum << shift) & mask));
        }
    }

    private int Component(ReadOnlySpan<byte> row, int index) =>
        (row[index * Bits / 8] >> (8 - Bits - (index * Bits % 8))) & ((1 << Bits) - 1);
}
