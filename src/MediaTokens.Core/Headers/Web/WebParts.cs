namespace MediaTokens.Headers.Web;

/// <summary>What is at hand of a file: parts that do not touch, except where one was asked for up to the next.</summary>
internal sealed class WebParts
{
    // There are about 60 at most, so looking through them costs nothing beside a request.
    private readonly List<(long Start, byte[] Bytes)> _parts = [];

    /// <summary>Copies what is at hand from a position on.</summary>
    public int Copy(long offset, Span<byte> buffer)
    {
        int index = Before(offset);
        if (index < 0)
        {
            return 0;
        }

        (long start, byte[] bytes) = _parts[index];
        if (offset - start >= bytes.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = bytes.AsSpan((int)(offset - start));
        int count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        return count;
    }

    /// <summary>The gap around a position that is not at hand.</summary>
    public WebGap GapAt(long offset)
    {
        int index = Before(offset);
        long end = index + 1 < _parts.Count ? _parts[index + 1].Start : long.MaxValue;
        return index < 0 ? new(0, end, 0) : new(_parts[index].Start + _parts[index].Bytes.Length, end, _parts[index].Bytes.Length);
    }

    /// <summary>Adds a part that lies in a gap.</summary>
    public void Add(long start, byte[] bytes)
    {
        int index = Before(start);
        if (index >= 0 && _parts[index].Start + _parts[index].Bytes.Length == start)
        {
            _parts[index] = (_parts[index].Start, [.. _parts[index].Bytes, .. bytes]);
            return;
        }

        _parts.Insert(index + 1, (start, bytes));
    }

    private int Before(long offset) => _parts.FindLastIndex(part => part.Start <= offset);
}

/// <summary>Bytes that are not at hand.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="End">Where the next part begins.</param>
/// <param name="Before">The length of the part before them.</param>
internal readonly record struct WebGap(long Start, long End, int Before);
