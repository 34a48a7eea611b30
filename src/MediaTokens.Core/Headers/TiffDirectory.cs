namespace MediaTokens.Headers;

/// <summary>The first directory of a TIFF structure, which is a TIFF file or the content of EXIF metadata.</summary>
/// <remarks>
/// "II" (little-endian) or "MM" (big-endian), then the 16-bit version.
/// 42, TIFF 6.0: 32-bit offset of the directory; it has a 16-bit count, then entries of 12 bytes:
/// tag (2), type (2), count (4), the value itself when it fits into 4 bytes, left-justified, or its offset.
/// 43, BigTIFF: 16-bit 8, 16-bit 0, 64-bit offset; 64-bit count, then entries of 20 bytes: tag (2), type (2), count (8), value (8).
/// Offsets count from the first byte of the structure.
/// </remarks>
internal readonly struct TiffDirectory
{
    private readonly long _start;
    private readonly long _end;
    private readonly bool _bigEndian;
    private readonly bool _bigTiff;

    private TiffDirectory(long start, long end, bool bigEndian, bool bigTiff, ulong offset, ulong count)
    {
        (_start, _end, _bigEndian, _bigTiff) = (start, end, bigEndian, bigTiff);
        Offset = offset;
        Count = count;
    }

    /// <summary>Bytes from the start of the structure.</summary>
    public ulong Offset { get; }

    /// <summary>The entries that the directory tells, which may be more than there are.</summary>
    public ulong Count { get; }

    private int EntrySize => _bigTiff ? 20 : 12;

    /// <summary>Finds the directory of the structure that lies between two positions.</summary>
    /// <returns>False when there is no such structure, or it goes on behind <paramref name="end"/>.</returns>
    public static bool TryOpen(ref HeaderWindow window, long start, long end, out TiffDirectory directory)
    {
        directory = default;
        if (end - start < 8 || window.UInt16(start, bigEndian: true) is var order && order is not (0x4949 or 0x4D4D))
        {
            return false;
        }

        bool bigEndian = order == 0x4D4D;
        int version = window.UInt16(start + 2, bigEndian);
        bool bigTiff = version == 43;
        if (version is not (42 or 43) || (bigTiff && end - start < 16))
        {
            return false;
        }

        ulong offset = bigTiff ? window.UInt64(start + 8, bigEndian) : window.UInt32(start + 4, bigEndian);
        int countSize = bigTiff ? 8 : 2;
        if (offset > (ulong)(end - start) || end - start - (long)offset < countSize)
        {
            return false;
        }

        long position = start + (long)offset;
        ulong count = bigTiff ? window.UInt64(position, bigEndian) : window.UInt16(position, bigEndian);
        directory = new TiffDirectory(start, end, bigEndian, bigTiff, offset, count);
        return true;
    }

    /// <summary>The tag of an entry.</summary>
    /// <returns>False when the structure ends before the entry does.</returns>
    public bool TryTag(ref HeaderWindow window, ulong index, out int tag)
    {
        tag = 0;
        long first = _start + (long)Offset + (_bigTiff ? 8 : 2);
        if (index >= (ulong)((_end - first) / EntrySize))
        {
            return false;
        }

        tag = window.UInt16(Position(index), _bigEndian);
        return true;
    }

    /// <summary>The value of an entry that <see cref="TryTag"/> has found.</summary>
    /// <returns>Null unless it is one unsigned whole number that is stored in the entry itself.</returns>
    public ulong? Value(ref HeaderWindow window, ulong index)
    {
        long entry = Position(index);
        int type = window.UInt16(entry + 2, _bigEndian);
        ulong count = _bigTiff ? window.UInt64(entry + 4, _bigEndian) : window.UInt32(entry + 4, _bigEndian);
        long value = entry + (_bigTiff ? 12 : 8);
        return (count, type) switch
        {
            (1, 1) => window.Byte(value),
            (1, 3) => window.UInt16(value, _bigEndian),
            (1, 4) => window.UInt32(value, _bigEndian),
            (1, 16) when _bigTiff => window.UInt64(value, _bigEndian),
            _ => null,
        };
    }

    private long Position(ulong index) => _start + (long)Offset + (_bigTiff ? 8 : 2) + ((long)index * EntrySize);
}
