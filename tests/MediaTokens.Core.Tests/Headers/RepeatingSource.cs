using MediaTokens.Headers;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>
/// A file too large to be made: a beginning, then the same unit over and over at a fixed distance with zeros between, then an end.
/// It counts what is read of it.
/// </summary>
internal sealed class RepeatingSource : ByteSource
{
    private readonly byte[] _start;
    private readonly byte[] _unit;
    private readonly long _distance;
    private readonly byte[] _end;

    /// <summary>A file of a certain number of units.</summary>
    public RepeatingSource(byte[] start, byte[] unit, long distance, long repeats, byte[] end)
        : this(start, unit, distance) => (_end, Length) = (end, start.Length + (distance * repeats) + end.Length);

    /// <summary>A file as long as a length can be.</summary>
    public RepeatingSource(byte[] start, byte[] unit, long distance) =>
        (_start, _unit, _distance, _end, Length) = (start, unit, distance, [], long.MaxValue);

    public long BytesRead { get; private set; }

    public override long Length { get; }

    public override int Read(long offset, Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Math.Max(0, Length - offset));
        for (int i = 0; i < count; i++)
        {
            buffer[i] = At(offset + i);
        }

        BytesRead += count;
        return count;
    }

    private byte At(long offset)
    {
        if (offset < _start.Length)
        {
            return _start[offset];
        }

        if (Length - offset <= _end.Length)
        {
            return _end[_end.Length - (Length - offset)];
        }

        long inside = (offset - _start.Length) % _distance;
        return inside < _unit.Length ? _unit[inside] : (byte)0;
    }
}
