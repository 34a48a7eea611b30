using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>A tag of Flash video.</summary>
/// <remarks>
/// Type (5 bits of 1 byte: 8 audio, 9 video, 18 script data) under a bit that says that it is encrypted, size of the body (3),
/// time in milliseconds (3, then 1 with its upper bits), stream (3), always 0, body. Behind it stands the size of the tag (4) with these 11 bytes.
/// </remarks>
/// <param name="Type">8, 9 or 18.</param>
/// <param name="IsEncrypted">Whether the body is encrypted.</param>
/// <param name="Time">Milliseconds.</param>
/// <param name="Body">The position of the body, in bytes from the start of the file.</param>
/// <param name="End">The position behind the body.</param>
internal readonly record struct FlvTag(int Type, bool IsEncrypted, int Time, long Body, long End)
{
    public const int Audio = 8;
    public const int Video = 9;
    public const int Script = 18;

    /// <summary>The bytes of the size that stands before the first tag and behind each.</summary>
    public const int TrailerSize = 4;

    /// <summary>The bytes of a tag without a body.</summary>
    public const int LeastSize = 11;

    /// <summary>The position of the next tag.</summary>
    public long Next => End + TrailerSize;

    /// <summary>Reads the tag at a position; false where none begins there. Its end may be behind that of the file.</summary>
    public static bool TryRead(ref HeaderWindow window, long position, out FlvTag tag)
    {
        tag = default;
        if (!window.TryAt(position, LeastSize, out ReadOnlySpan<byte> head) || (head[0] & 0x1F) is not (Audio or Video or Script) || head[0] > 0x3F)
        {
            return false;
        }

        uint size = BinaryPrimitives.ReadUInt32BigEndian(head) & 0xFFFFFF;
        int time = (int)((BinaryPrimitives.ReadUInt32BigEndian(head[4..]) >> 8) | ((uint)head[7] << 24));
        long body = position + LeastSize;
        tag = new FlvTag(head[0] & 0x1F, (head[0] & 0x20) != 0, time, body, body + size);
        return (head[8] | head[9] | head[10]) == 0;
    }

    /// <summary>Reads the tag that ends, with the size behind it, at a position; false where none does.</summary>
    public static bool TryReadBefore(ref HeaderWindow window, long position, out FlvTag tag)
    {
        tag = default;
        return window.TryAt(position - TrailerSize, TrailerSize, out ReadOnlySpan<byte> trailer)
            && TryRead(ref window, position - TrailerSize - BinaryPrimitives.ReadUInt32BigEndian(trailer), out tag)
            && tag.Next == position;
    }

    /// <summary>Whether the size behind the tag is its own.</summary>
    public bool HasTrailer(ref HeaderWindow window) =>
        window.TryAt(End, TrailerSize, out ReadOnlySpan<byte> trailer)
        && BinaryPrimitives.ReadUInt32BigEndian(trailer) == End - Body + LeastSize;
}
