namespace MediaTokens.Headers.Video;

/// <summary>The header of a packet of an elementary stream (PES).</summary>
/// <remarks>
/// 00 00 01, stream id (1), size of what follows (2). MPEG-2 (ISO/IEC 13818-1, 2.4.3.6): bits 10 and 6 flags (1), flags (1, bit 7 PTS,
/// bit 6 DTS), size of the rest of the header (1), PTS (5), DTS (5). MPEG-1 (ISO/IEC 11172-1, 2.4.3.3): up to 16 bytes FF,
/// maybe bits 01 and a buffer size (2), then bits 0010 with PTS, or 0011 with PTS and DTS, or 0F.
/// A time is 33 bits of a clock of 90 kHz in 5 bytes, with marker bits between.
/// </remarks>
/// <param name="Pts">The time of presentation of the first frame that begins in the packet; -1 for none.</param>
/// <param name="Dts">The time of decoding, the same where it is not told apart.</param>
/// <param name="Size">Bytes from the start code to the payload.</param>
internal readonly record struct PesHeader(long Pts, long Dts, int Size)
{
    /// <summary>The longest header up to and with its times, in bytes: MPEG-1 with all of its stuffing.</summary>
    public const int LongestSize = 6 + 16 + 2 + 10;

    private const int StartSize = 6;
    private const int TimeSize = 5;

    /// <summary>Reads the header from its start code on.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> packet, out PesHeader header)
    {
        header = default;
        return packet.Length > StartSize + 2 && packet is [0, 0, 1, ..]
            && ((packet[StartSize] & 0xC0) == 0x80 ? TryReadMpeg2(packet, out header) : TryReadMpeg1(packet, out header));
    }

    private static bool TryReadMpeg2(ReadOnlySpan<byte> packet, out PesHeader header)
    {
        int flags = packet[7];
        int rest = packet[8];
        header = new PesHeader(-1, -1, 9 + rest);
        bool hasPts = (flags & 0x80) != 0 && rest >= TimeSize;
        bool hasDts = hasPts && (flags & 0x40) != 0 && rest >= 2 * TimeSize;
        return !hasPts || TryReadTimes(packet, 9, hasDts, 9 + rest, out header);
    }

    private static bool TryReadMpeg1(ReadOnlySpan<byte> packet, out PesHeader header)
    {
        header = default;
        int position = StartSize;
        while (position < packet.Length && packet[position] == 0xFF && position < StartSize + 16)
        {
            position++;
        }

        if (position < packet.Length && (packet[position] & 0xC0) == 0x40)
        {
            position += 2;
        }

        if (position >= packet.Length)
        {
            return false;
        }

        switch (packet[position] >> 4)
        {
            case 2:
                return TryReadTimes(packet, position, hasDts: false, position + TimeSize, out header);
            case 3:
                return TryReadTimes(packet, position, hasDts: true, position + (2 * TimeSize), out header);
            default:
                header = new PesHeader(-1, -1, position + 1);
                return packet[position] == 0x0F;
        }
    }

    private static bool TryReadTimes(ReadOnlySpan<byte> packet, int position, bool hasDts, int size, out PesHeader header)
    {
        header = default;
        if (packet.Length < position + (hasDts ? 2 * TimeSize : TimeSize) || !TryReadTime(packet[position..], out long pts))
        {
            return false;
        }

        long dts = pts;
        bool isRead = !hasDts || TryReadTime(packet[(position + TimeSize)..], out dts);
        header = new PesHeader(pts, dts, size);
        return isRead;
    }

    private static bool TryReadTime(ReadOnlySpan<byte> bytes, out long time)
    {
        time = ((long)(bytes[0] & 0x0E) << 29) | ((long)bytes[1] << 22) | ((bytes[2] & 0xFEL) << 14) | ((long)bytes[3] << 7) | ((long)bytes[4] >> 1);
        return (bytes[0] & bytes[2] & bytes[4] & 1) == 1;
    }
}
