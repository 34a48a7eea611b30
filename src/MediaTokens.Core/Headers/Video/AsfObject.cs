using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Headers.Video;

/// <summary>An object of the Advanced Systems Format: GUID (16), 64-bit little-endian size of the whole object, content.</summary>
/// <param name="Type">The first eight bytes of the GUID, which tell the objects apart.</param>
/// <param name="Content">The position of the content, in bytes from the start of the file.</param>
/// <param name="End">The position behind the object.</param>
internal readonly record struct AsfObject(ulong Type, long Content, long End)
{
    public const int HeadSize = 24;

    // Written as the bytes stand in the file, read big-endian.
    public const ulong Data = 0x3626B2758E66CF11;
    public const ulong FileProperties = 0xA1DCAB8C47A9CF11;
    public const ulong StreamProperties = 0x9107DCB7B7A9CF11;
    public const ulong HeaderExtension = 0xB503BF5F2EA9CF11;
    public const ulong ExtendedStreamProperties = 0xCBA5E61472C63243;
    public const ulong VideoMedia = 0xC0EF19BC4D5BCF11;
    public const ulong AudioMedia = 0x409E69F84D5BCF11;

    /// <summary>Reads the object at a position within another, or within the file, that ends at <paramref name="end"/>.</summary>
    /// <remarks>One that says it goes on behind that end is cut there: its content is checked where it is read.</remarks>
    public static AsfObject Read(ref HeaderWindow window, long position, long end)
    {
        ReadOnlySpan<byte> head = window.At(position, HeadSize);
        ulong type = BinaryPrimitives.ReadUInt64BigEndian(head);
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(head[16..]);
        if (size < HeadSize)
        {
            throw HeaderError.Corrupt(Invariant($"The object at byte {position} tells a size of {size}, less than its own header."));
        }

        return new AsfObject(type, position + HeadSize, size < (ulong)(end - position) ? position + (long)size : end);
    }

    /// <summary>The position within the content, checked to be followed by so many bytes of it.</summary>
    public long Require(long offset, long count) =>
        count <= End - offset
            ? offset
            : throw HeaderError.Corrupt(Invariant($"The object that ends at byte {End} is too small for what it must hold."));
}
