using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Finds the size of the pictures in a video tag.</summary>
/// <remarks>
/// The body begins with kind of frame (4 bits) and coding (4 bits).
/// 2, Sorenson H.263: start code (17 bits), version (5), number (8), size (3): 0 width and height of 8 bits each follow, 1 of 16, otherwise a fixed one.
/// 3 and 6, screen video: block width (4), width (12), block height (4), height (12).
/// 4 and 5, VP6, the latter with an offset of 3 bytes: pixels to take off the width (4) and the height (4), then, in a frame whose first bit is 0,
/// that bit and quality (7), a bit that says that the parts are apart, version (5), profile (2), interlacing (1), perhaps an offset (16),
/// rows and columns of 16 pixels (8 each).
/// 7, H.264: kind of packet (8), 0 for the decoder's configuration, time (24), avcC record. With the top bit set (Enhanced RTMP), the lower 4 bits are
/// the kind of packet, and a code of 4 letters follows, "avc1" for H.264.
/// </remarks>
internal static class FlvPicture
{
    private const int Sorenson = 2;
    private const int Screen = 3;
    private const int Vp6 = 4;
    private const int Vp6WithAlpha = 5;
    private const int Screen2 = 6;
    private const int Avc = 7;
    private const int Aac = 10;
    private const uint Avc1 = 0x61766331;
    private const int AvcRecord = 5;
    private const int LongestHead = 10;
    private const ulong MacroblockSide = 16;

    /// <summary>The pixels of the pictures; null where this tag does not tell them or not in a coding that can be read.</summary>
    public static (ulong Width, ulong Height)? ReadSize(ref HeaderWindow window, FlvTag tag)
    {
        if (!window.TryAt(tag.Body, (int)Math.Min(LongestHead, tag.End - tag.Body), out ReadOnlySpan<byte> body) || body.IsEmpty)
        {
            return null;
        }

        if (IsEnhanced(body))
        {
            bool isAvc = (body[0] & 0xF) == 0 && body.Length >= AvcRecord && BinaryPrimitives.ReadUInt32BigEndian(body[1..]) == Avc1;
            return isAvc ? AvcParameters.ReadSize(ref window, tag.Body + AvcRecord, tag.End) : null;
        }

        return (body[0] & 0xF) switch
        {
            Sorenson => ReadSorenson(body[1..]),
            Screen or Screen2 when body.Length >= 5 => ReadScreen(body[1..]),
            Vp6 when body.Length > 2 => ReadVp6(body[2..], body[1]),
            Vp6WithAlpha when body.Length > 5 => ReadVp6(body[5..], body[1]),
            Avc when body.Length > 1 && body[1] == 0 => AvcParameters.ReadSize(ref window, tag.Body + AvcRecord, tag.End),
            _ => null,
        };
    }

    /// <summary>Whether the tag tells a decoder what comes, in H.264 or AAC, and holds no picture or sound.</summary>
    public static bool IsConfiguration(ref HeaderWindow window, FlvTag tag)
    {
        if (tag.End - tag.Body < 2 || !window.TryAt(tag.Body, 2, out ReadOnlySpan<byte> body))
        {
            return false;
        }

        if (tag.Type == FlvTag.Audio)
        {
            return body[0] >> 4 == Aac && body[1] == 0;
        }

        return IsEnhanced(body) ? (body[0] & 0xF) == 0 : (body[0] & 0xF) == Avc && body[1] == 0;
    }

    private static bool IsEnhanced(ReadOnlySpan<byte> body) => (body[0] & 0x80) != 0;

    private static (ulong Width, ulong Height)? ReadSorenson(ReadOnlySpan<byte> picture)
    {
        const int StartCodeBits = 17;
        const int VersionAndNumberBits = 13;
        var bits = new BitReader(picture, hasEmulation: false);
        if (bits.Bits(StartCodeBits) != 1)
        {
            return null;
        }

        bits.Bits(VersionAndNumberBits);
        (ulong Width, ulong Height)? size = bits.Bits(3) switch
        {
            0 => (bits.Bits(8), bits.Bits(8)),
            1 => (bits.Bits(16), bits.Bits(16)),
            2 => (352, 288),
            3 => (176, 144),
            4 => (128, 96),
            5 => (320, 240),
            6 => (160, 120),
            _ => null,
        };
        return bits.IsPastEnd ? null : size;
    }

    private static (ulong Width, ulong Height)? ReadScreen(ReadOnlySpan<byte> picture) =>
        (BinaryPrimitives.ReadUInt16BigEndian(picture) & 0xFFFUL, BinaryPrimitives.ReadUInt16BigEndian(picture[2..]) & 0xFFFUL);

    private static (ulong Width, ulong Height)? ReadVp6(ReadOnlySpan<byte> frame, byte taken)
    {
        bool isKey = (frame[0] & 0x80) == 0;
        if (!isKey || frame.Length < 2)
        {
            return null;
        }

        bool hasOffset = (frame[0] & 1) != 0 || (frame[1] & 6) == 0;
        int sides = hasOffset ? 4 : 2;
        if (frame.Length < sides + 2)
        {
            return null;
        }

        ulong height = frame[sides] * MacroblockSide;
        ulong width = frame[sides + 1] * MacroblockSide;
        ulong right = (ulong)taken >> 4;
        ulong bottom = (ulong)taken & 0xF;
        return width > right && height > bottom ? (width - right, height - bottom) : null;
    }
}
