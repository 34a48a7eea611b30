namespace MediaTokens.Headers.Video;

/// <summary>Walks over the packs of an MPEG program stream (ISO/IEC 11172-1, 2.4.3; ISO/IEC 13818-1, 2.5.3).</summary>
/// <remarks>
/// All begin with 00 00 01 and an id. BA, a pack: MPEG-2 has bits 01, 9 bytes in all, and stuffing of the number of bytes in the
/// lowest 3 bits of the tenth; MPEG-1 has bits 0010 and 8 bytes in all. B9: the end. Others: size (2), content. E0 to EF are
/// pictures and C0 to DF sound, in packets as in <see cref="PesHeader"/>. BD is private: on a disc its payload begins with the number of a stream,
/// 80 to 87 AC-3 and 88 to 8F DTS, both with 3 bytes more before the frames, A0 to AF linear PCM.
/// </remarks>
internal sealed class ProgramScan : MpegScan
{
    private const byte ProgramEnd = 0xB9;
    private const byte Pack = 0xBA;
    private const byte Private = 0xBD;
    private const int Chunk = 512;
    private const int HeadSize = 6;

    private bool _isLost;

    public override void Restart()
    {
        base.Restart();
        _isLost = true;
    }

    public override long Scan(ref HeaderWindow window, long start, long end)
    {
        long position = start;
        while (position < end)
        {
            int there = (int)Math.Min(PesHeader.LongestSize, window.Length - position);
            if (there < HeadSize || !window.TryAt(position, there, out ReadOnlySpan<byte> head))
            {
                break;
            }

            long next = head is [0, 0, 1, >= ProgramEnd, ..] ? ReadPacket(ref window, position, head) : 0;
            if (next == 0)
            {
                _isLost = true;
                next = FindStart(ref window, position + 1, end);
            }

            position = next;
        }

        return position;
    }

    /// <summary>Reads a packet.</summary>
    /// <returns>The position behind it; 0 where it is none.</returns>
    private long ReadPacket(ref HeaderWindow window, long position, ReadOnlySpan<byte> head)
    {
        byte id = head[3];
        if (id == ProgramEnd)
        {
            return position + 4;
        }

        if (id == Pack)
        {
            int size = (head[4] & 0xC0) == 0x40 && head.Length >= 14 ? 14 + (head[13] & 7) : (head[4] & 0xF0) == 0x20 ? 12 : 0;
            return size == 0 ? 0 : position + size;
        }

        int length = (head[4] << 8) | head[5];
        long next = position + HeadSize + length;
        bool isStream = id is Private or (>= 0xC0 and <= 0xEF);
        if (!isStream || length == 0)
        {
            return next;
        }

        if (!PesHeader.TryRead(head, out PesHeader header) || (_isLost && !IsStart(ref window, next)))
        {
            return 0;
        }

        _isLost = false;
        ReadPayload(ref window, id, header, position + header.Size, Math.Min(next, window.Length));
        return next;
    }

    private void ReadPayload(ref HeaderWindow window, byte id, PesHeader header, long position, long end)
    {
        int key = id;
        StreamCoding coding = id >= 0xE0 ? StreamCoding.Pictures : StreamCoding.Sound;
        if (id == Private)
        {
            if (!window.TryAt(position, 2, out ReadOnlySpan<byte> start))
            {
                return;
            }

            bool isBare = start is [0x0B, 0x77];
            key = (id << 8) | (isBare ? 0 : start[0]);
            coding = isBare ? StreamCoding.Sound : CodingOf(start[0]);
            position += isBare ? 0 : 4;
        }

        if (FindOrAdd(key, coding) is not { } stream)
        {
            return;
        }

        stream.Begin(header);
        while (position < end && window.TryAt(position, (int)Math.Min(Chunk, end - position), out ReadOnlySpan<byte> bytes))
        {
            stream.Add(bytes);
            position += bytes.Length;
        }
    }

    private static StreamCoding CodingOf(byte number) => number switch
    {
        >= 0x80 and <= 0x87 => StreamCoding.Sound,
        (>= 0x88 and <= 0x8F) or (>= 0x98 and <= 0xBF) => StreamCoding.OtherSound,
        _ => StreamCoding.None,
    };

    private static bool IsStart(ref HeaderWindow window, long position) =>
        position >= window.Length || (window.TryAt(position, 3, out ReadOnlySpan<byte> code) && code is [0, 0, 1]);

    /// <summary>The next position with 00 00 01 and the id of a pack or packet; the end where there is none.</summary>
    private static long FindStart(ref HeaderWindow window, long position, long end)
    {
        while (end - position >= 4 && window.TryAt(position, (int)Math.Min(Chunk, end - position), out ReadOnlySpan<byte> bytes))
        {
            for (int i = 0; i + 4 <= bytes.Length; i++)
            {
                if (bytes[i..] is [0, 0, 1, >= ProgramEnd, ..])
                {
                    return position + i;
                }
            }

            position += bytes.Length - 3;
        }

        return end;
    }
}
