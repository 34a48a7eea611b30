namespace MediaTokens.Documents.Pdf.Filters;

/// <summary>Bytes that a filter gives, up to a limit; those beyond it are lost, which is noted.</summary>
internal sealed class BoundedBuffer(int limit)
{
    private const int FirstSize = 4096;

    private byte[] _bytes = new byte[Math.Min(limit, FirstSize)];

    public int Count { get; private set; }

    /// <summary>Whether more bytes came than the limit allows.</summary>
    public bool IsOverfull { get; private set; }

    public Memory<byte> Bytes => _bytes.AsMemory(0, Count);

    public void Add(byte value)
    {
        if (Reserve(1).Length > 0)
        {
            _bytes[Count++] = value;
        }
    }

    public void Add(ReadOnlySpan<byte> values)
    {
        Span<byte> room = Reserve(values.Length);
        int count = Math.Min(room.Length, values.Length);
        values[..count].CopyTo(room);
        Count += count;
    }

    private Span<byte> Reserve(int count)
    {
        if (count > limit - Count)
        {
            IsOverfull = true;
            count = limit - Count;
        }

        if (count > _bytes.Length - Count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(limit, Math.Max(Count + (long)count, 2L * _bytes.Length)));
        }

        return _bytes.AsSpan(Count, count);
    }
}
