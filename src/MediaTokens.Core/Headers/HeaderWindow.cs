using System.Buffers.Binary;

namespace MediaTokens.Headers;

/// <summary>
/// A small buffer that moves over a <see cref="ByteSource"/> by positional reads.
/// Nothing is ever allocated for it after a size that a file declares, and all that is read of one file stays within <see cref="Budget"/>.
/// </summary>
/// <remarks>A span that it hands out is valid until the next call only.</remarks>
internal ref struct HeaderWindow
{
    /// <summary>The bytes that are read of one file at most.</summary>
    public const int Budget = 1_048_576;

    /// <summary>The bytes of the buffer, and so the most that one call can ask for.</summary>
    public const int BufferSize = 4096;

    // A camera's first EXIF directory is within the first bytes, so one read is enough to tell the orientation.
    private const int FirstRead = 512;

    // After one of the first jumps: room for the small colour profile and the two quantization tables that usually stand
    // between a camera's metadata and the frame header. A file with many jumps gets less.
    private const int FirstJumps = 8 * BufferSize;
    private const int ReadAfterJump = 256;

    private const int SmallestRead = 8;

    // A step this short is walking on, as over the sub-blocks of a GIF, and not a jump.
    private const int ShortStep = 256;

    private readonly ByteSource _source;
    private readonly Span<byte> _buffer;
    private long _start;
    private int _count;
    private int _left = Budget;

    /// <param name="source">What to read.</param>
    /// <param name="buffer">Scratch space of <see cref="BufferSize"/> bytes; its content does not matter.</param>
    public HeaderWindow(ByteSource source, Span<byte> buffer)
    {
        _source = source;
        _buffer = buffer;
        Length = source.Length;
    }

    /// <summary>The bytes of the whole file.</summary>
    public long Length { get; }

    /// <summary>The bytes that one read takes at most where fewer are asked for; low for a walk by many jumps.</summary>
    public int MostReadAhead { get; set; } = BufferSize;

    /// <summary>The bytes at a position.</summary>
    /// <exception cref="MediaException">The file ends before them (TruncatedFile) or the budget is used up (HeaderTooLarge).</exception>
    public ReadOnlySpan<byte> At(long offset, int count)
    {
        if (TryAt(offset, count, out ReadOnlySpan<byte> bytes))
        {
            return bytes;
        }

        throw count <= Length - offset && count > _left
            ? HeaderError.TooLarge()
            : HeaderError.Truncated(Length, "its size is told");
    }

    /// <summary>The bytes at a position, unless the file ends before them or the budget is used up.</summary>
    public bool TryAt(long offset, int count, out ReadOnlySpan<byte> bytes)
    {
        long inside = offset - _start;
        if (inside < 0 || inside + count > _count)
        {
            if (!TryRefill(offset, count))
            {
                bytes = default;
                return false;
            }

            inside = 0;
        }

        bytes = _buffer.Slice((int)inside, count);
        return true;
    }

    public byte Byte(long offset) => At(offset, 1)[0];

    public ushort UInt16(long offset, bool bigEndian)
    {
        ReadOnlySpan<byte> bytes = At(offset, sizeof(ushort));
        return bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    public uint UInt32(long offset, bool bigEndian)
    {
        ReadOnlySpan<byte> bytes = At(offset, sizeof(uint));
        return bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public ulong UInt64(long offset, bool bigEndian)
    {
        ReadOnlySpan<byte> bytes = At(offset, sizeof(ulong));
        return bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    private bool TryRefill(long offset, int count)
    {
        if (offset < 0 || count > Length - offset || count > _left)
        {
            return false;
        }

        int ahead = Math.Max(count, Math.Min(WantedAt(offset, count), MostReadAhead));
        int wanted = (int)Math.Min(Math.Min(ahead, _left), Length - offset);
        _left -= wanted;
        _start = offset;
        _count = _source.Read(offset, _buffer[..wanted]);
        return _count >= count;
    }

    private readonly int WantedAt(long offset, int count)
    {
        if (_left == Budget)
        {
            return Math.Max(count, FirstRead);
        }

        long step = offset - (_start + _count);
        if ((step <= ShortStep && offset >= _start) || Budget - _left < FirstJumps)
        {
            return _buffer.Length;
        }

        // Less and less as the budget goes, so that it lasts for more than 10,000 jumps.
        return Math.Max(count, Math.Clamp(_left / 2048, SmallestRead, ReadAfterJump));
    }
}
