using System.Buffers.Binary;
using System.Numerics;
using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>Where an element ends, as it says itself.</summary>
internal enum EbmlExtent
{
    /// <summary>Within what it is in.</summary>
    Known,

    /// <summary>Nowhere: it goes on until an element comes that cannot be in it.</summary>
    Unknown,

    /// <summary>Behind the end of what it is in.</summary>
    Cut,
}

/// <summary>An element of EBML, the binary markup that Matroska is written in (RFC 8794).</summary>
/// <remarks>
/// Id, size of the content, content. Both numbers begin with as many 0 bits as they have bytes after the first, and a 1 bit.
/// The id keeps these bits, 1 to 4 bytes; the size, 1 to 8 bytes, does not, and one with all its other bits set is unknown.
/// Numbers in the content are big-endian and as short as 0 bytes; a float has 0, 4 or 8. CRC-32 (BF) and Void (EC) may be anywhere.
/// </remarks>
/// <param name="Id">The id with its length bits.</param>
/// <param name="Content">The position of the content, in bytes from the start of the file.</param>
/// <param name="End">The position behind the content, never behind the end of what it is in.</param>
/// <param name="Extent">Whether the end is its own.</param>
internal readonly record struct EbmlElement(uint Id, long Content, long End, EbmlExtent Extent)
{
    // 4 bytes of id and 8 of size.
    private const int LongestHead = 12;

    private const int LongestId = 4;
    private const int LongestNumber = 8;

    /// <summary>Reads the element at a position within another, or within the file, that ends at <paramref name="end"/>.</summary>
    /// <exception cref="MediaException">TruncatedFile, CorruptHeader or HeaderTooLarge.</exception>
    public static EbmlElement Read(ref HeaderWindow window, long position, long end)
    {
        if (position >= end)
        {
            throw Missing(window.Length, end, position);
        }

        int count = (int)Math.Min(LongestHead, end - position);
        if (Parse(window.At(position, count), position, end) is { } element)
        {
            return element;
        }

        throw count < LongestHead
            ? Missing(window.Length, end, position)
            : HeaderError.Corrupt(Invariant($"No element begins at byte {position}: its id is above 4 bytes or its size above 8."));
    }

    /// <summary>Reads the element at a position, unless there is none or the budget is used up.</summary>
    public static bool TryRead(ref HeaderWindow window, long position, long end, out EbmlElement element)
    {
        element = default;
        if (position < 0 || position >= end || !window.TryAt(position, (int)Math.Min(LongestHead, end - position), out ReadOnlySpan<byte> head)
            || Parse(head, position, end) is not { } found)
        {
            return false;
        }

        element = found;
        return true;
    }

    /// <summary>Reads an element that must end within its parent, and moves on behind it.</summary>
    /// <exception cref="MediaException">TruncatedFile, CorruptHeader or HeaderTooLarge.</exception>
    public static EbmlElement ReadChild(ref HeaderWindow window, ref long position, long end)
    {
        EbmlElement child = Read(ref window, position, end);
        child.RequireEnd(window.Length);
        position = child.End;
        return child;
    }

    /// <summary>Reads an element that should end within its parent, and moves on behind it; false where there is none.</summary>
    public static bool TryReadChild(ref HeaderWindow window, ref long position, long end, out EbmlElement child)
    {
        bool found = TryRead(ref window, position, end, out child) && child.Extent == EbmlExtent.Known;
        position = child.End;
        return found;
    }

    /// <summary>Checks that the element ends where it says, within what it is in.</summary>
    /// <exception cref="MediaException">TruncatedFile or CorruptHeader.</exception>
    public void RequireEnd(long length)
    {
        if (Extent == EbmlExtent.Unknown)
        {
            throw HeaderError.Corrupt(Invariant($"Element {Id:X} before byte {Content} is of unknown size, which only segments and clusters may be."));
        }

        if (Extent == EbmlExtent.Cut)
        {
            throw End == length
                ? HeaderError.Truncated(length, Invariant($"the end of element {Id:X}"))
                : HeaderError.Corrupt(Invariant($"Element {Id:X} before byte {Content} goes on behind the end, {End}, of what it is in."));
        }
    }

    /// <summary>The number in the content, 0 if it is empty; null if it has more than 8 bytes or cannot be read.</summary>
    public ulong? Unsigned(ref HeaderWindow window)
    {
        if (End - Content > LongestNumber || !window.TryAt(Content, (int)(End - Content), out ReadOnlySpan<byte> bytes))
        {
            return null;
        }

        ulong value = 0;
        foreach (byte part in bytes)
        {
            value = (value << 8) | part;
        }

        return value;
    }

    /// <summary>The floating-point number in the content, 0 if it is empty; NaN if it has a length that none has.</summary>
    public double Float(ref HeaderWindow window) => (End - Content) switch
    {
        0 => 0,
        4 when window.TryAt(Content, 4, out ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        8 when window.TryAt(Content, 8, out ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        _ => double.NaN,
    };

    /// <summary>The letters in the content, at most the first 64, without the zeros that may fill it up.</summary>
    public ReadOnlySpan<byte> Text(ref HeaderWindow window)
    {
        const int Most = 64;
        return window.TryAt(Content, (int)Math.Min(Most, End - Content), out ReadOnlySpan<byte> bytes) ? bytes.TrimEnd((byte)0) : [];
    }

    private static EbmlElement? Parse(ReadOnlySpan<byte> head, long position, long end)
    {
        int idLength = LengthOf(head[0]);
        if (idLength > LongestId || idLength >= head.Length)
        {
            return null;
        }

        uint id = 0;
        foreach (byte part in head[..idLength])
        {
            id = (id << 8) | part;
        }

        ReadOnlySpan<byte> rest = head[idLength..];
        int sizeLength = LengthOf(rest[0]);
        if (sizeLength > LongestNumber || sizeLength > rest.Length)
        {
            return null;
        }

        ulong size = rest[0] & (0xFFUL >> sizeLength);
        foreach (byte part in rest[1..sizeLength])
        {
            size = (size << 8) | part;
        }

        long content = position + idLength + sizeLength;
        bool isUnknown = size == (1UL << (7 * sizeLength)) - 1;
        bool isWithin = size <= (ulong)(end - content);
        EbmlExtent extent = isUnknown ? EbmlExtent.Unknown : isWithin ? EbmlExtent.Known : EbmlExtent.Cut;
        return new EbmlElement(id, content, extent == EbmlExtent.Known ? content + (long)size : end, extent);
    }

    private static int LengthOf(byte first) => BitOperations.LeadingZeroCount((uint)first << 24) + 1;

    private static MediaException Missing(long length, long end, long position) =>
        end == length
            ? HeaderError.Truncated(length, Invariant($"an element at byte {position}"))
            : HeaderError.Corrupt(Invariant($"What ends at byte {end} is too small for an element at byte {position}."));
}
