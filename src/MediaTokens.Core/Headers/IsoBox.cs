using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers;

/// <summary>A box of the ISO base media file format (ISO/IEC 14496-12).</summary>
/// <remarks>
/// 32-bit big-endian size of the whole box, 4 letters of type, content. Size 1: a 64-bit size stands behind the type.
/// Size 0: the box goes on to the end of what it is in. A "full" box begins its content with version (1) and flags (3).
/// </remarks>
/// <param name="Type">The four letters.</param>
/// <param name="Content">The position of the content, in bytes from the start of the file.</param>
/// <param name="End">The position behind the box.</param>
internal readonly record struct IsoBox(uint Type, long Content, long End)
{
    /// <summary>Reads the box at a position within another box, or within the file, that ends at <paramref name="end"/>.</summary>
    public static IsoBox Read(ref HeaderWindow window, long position, long end)
    {
        if (end - position < 8)
        {
            throw OutOfBounds(window.Length, end, Invariant($"a box at byte {position}"));
        }

        (uint type, long content, ulong size) = ReadHead(ref window, position, end);
        if (size < (ulong)(content - position))
        {
            throw HeaderError.Corrupt(Invariant($"Box {FourCC.Name(type)} at byte {position} tells a size of {size}, less than its own header."));
        }

        return size <= (ulong)(end - position)
            ? new IsoBox(type, content, position + (long)size)
            : throw OutOfBounds(window.Length, end, Invariant($"the end of box {FourCC.Name(type)}, which tells {size} bytes"));
    }

    /// <summary>Reads the box at a position, unless there is none that ends where it may.</summary>
    public static bool TryRead(ref HeaderWindow window, long position, long end, out IsoBox box)
    {
        box = default;
        if (position < 0 || end - position < 8)
        {
            return false;
        }

        (uint type, long content, ulong size) = ReadHead(ref window, position, end);
        if (size < (ulong)(content - position) || size > (ulong)(end - position))
        {
            return false;
        }

        box = new IsoBox(type, content, position + (long)size);
        return true;
    }

    /// <summary>Finds the first box of a type among those from a position on.</summary>
    public static bool TryFind(ref HeaderWindow window, long position, long end, uint type, out IsoBox box)
    {
        box = default;
        while (position < end)
        {
            box = Read(ref window, position, end);
            if (box.Type == type)
            {
                return true;
            }

            position = box.End;
        }

        return false;
    }

    /// <summary>The position within the content, checked to be followed by so many bytes of it.</summary>
    public long Require(long offset, int count) =>
        count <= End - offset
            ? offset
            : throw HeaderError.Corrupt(Invariant($"Box {FourCC.Name(Type)} ends at byte {End}, too early for what it must hold."));

    private static (uint Type, long Content, ulong Size) ReadHead(ref HeaderWindow window, long position, long end)
    {
        ReadOnlySpan<byte> head = window.At(position, 8);
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(head);
        uint type = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        long content = position + 8;
        return size switch
        {
            0 => (type, content, (ulong)(end - position)),
            1 => (type, content + 8, end - content >= 8 ? window.UInt64(content, bigEndian: true) : ulong.MaxValue),
            _ => (type, content, size),
        };
    }

    private static MediaException OutOfBounds(long length, long end, string what) =>
        end == length
            ? HeaderError.Truncated(length, what)
            : HeaderError.Corrupt(Invariant($"The box that ends at byte {end} is too small for {what}."));
}
