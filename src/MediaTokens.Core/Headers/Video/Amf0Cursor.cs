using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Walks over values of AMF0 (Adobe Action Message Format 0).</summary>
/// <remarks>
/// Each value has a type (1) and its content, big-endian. 0 number, a float (8). 1 boolean (1). 2 string, length (2). 3 object: names,
/// each with length (2), and values, until a name of length 0 and type 9. 7 reference (2). 8 array of named values: their number (4),
/// then as an object. 10 array: number (4), values. 11 date (10). 12 and 15 string, length (4). 16 object with a name in front.
/// 5, 6 and 13 have no content.
/// </remarks>
/// <param name="position">The position of the first value, in bytes from the start of the file.</param>
/// <param name="end">The position behind all values.</param>
internal struct Amf0Cursor(long position, long end)
{
    public const int Number = 0;
    public const int Boolean = 1;
    public const int String = 2;
    public const int Object = 3;
    public const int NamedArray = 8;
    public const int End = 9;

    /// <summary>The bytes of a name that are looked at.</summary>
    public const int LongestName = 64;

    private const int Array = 10;
    private const int DeepestNesting = 16;

    private readonly long _end = end;

    /// <summary>The position of what is read next.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Moves on behind the content of a value; false where it is damaged, cut off or nested too deeply.</summary>
    public bool TrySkip(ref HeaderWindow window, byte type) => TrySkip(ref window, type, DeepestNesting);

    /// <summary>Moves on to the names of an object or of an array of named values; false for a value of another type.</summary>
    public bool TryEnter(byte type)
    {
        Position += type == NamedArray ? sizeof(uint) : 0;
        return type is Object or NamedArray && Position <= _end;
    }

    /// <summary>Reads a name, of which the first 64 bytes count, and moves on behind it.</summary>
    public bool TryName(ref HeaderWindow window, out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!TryLength(ref window, sizeof(ushort), out uint length) || length > _end - Position
            || !window.TryAt(Position, (int)Math.Min(length, LongestName), out name))
        {
            return false;
        }

        Position += length;
        return true;
    }

    public bool TryByte(ref HeaderWindow window, out byte value)
    {
        value = 0;
        if (Position >= _end || !window.TryAt(Position, 1, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        value = bytes[0];
        Position++;
        return true;
    }

    private bool TrySkip(ref HeaderWindow window, byte type, int depth)
    {
        switch (type)
        {
            case Object:
                return TrySkipObject(ref window, depth);
            case NamedArray:
                Position += sizeof(uint);
                return TrySkipObject(ref window, depth);
            case 16:
                return TryName(ref window, out _) && TrySkipObject(ref window, depth);
            case Array:
                return TrySkipArray(ref window, depth);
        }

        int? length = type switch
        {
            Number => sizeof(double),
            Boolean => 1,
            5 or 6 or 13 => 0,
            7 => 2,
            11 => 10,
            _ => null,
        };
        if (type == String && TryLength(ref window, sizeof(ushort), out uint count)
            || type is 12 or 15 && TryLength(ref window, sizeof(uint), out count))
        {
            Position += count;
            return Position <= _end;
        }

        Position += length ?? 0;
        return length is not null && Position <= _end;
    }

    private bool TrySkipObject(ref HeaderWindow window, int depth)
    {
        while (depth > 0 && TryName(ref window, out _) && TryByte(ref window, out byte type))
        {
            if (type == End)
            {
                return true;
            }

            if (!TrySkip(ref window, type, depth - 1))
            {
                return false;
            }
        }

        return false;
    }

    private bool TrySkipArray(ref HeaderWindow window, int depth)
    {
        if (depth == 0 || !TryLength(ref window, sizeof(uint), out uint count))
        {
            return false;
        }

        for (uint i = 0; i < count; i++)
        {
            if (!TryByte(ref window, out byte type) || !TrySkip(ref window, type, depth - 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryLength(ref HeaderWindow window, int size, out uint length)
    {
        length = 0;
        if (_end - Position < size || !window.TryAt(Position, size, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        length = size == sizeof(ushort) ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
        Position += size;
        return true;
    }
}
