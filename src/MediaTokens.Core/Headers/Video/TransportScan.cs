namespace MediaTokens.Headers.Video;

/// <summary>Walks over the packets of an MPEG transport stream (ISO/IEC 13818-1, 2.4.3 and 2.4.4).</summary>
/// <remarks>
/// A packet has 188 bytes: 47, error (1 bit), start (1), priority (1), packet id (13), scrambling (2), adaptation field (1), payload (1),
/// counter (4); an adaptation field of a size (1) that it begins with; payload. On discs and in AVCHD 4 bytes of time stand before each.
/// Packet id 0 has the program association: after 8 bytes, programs of number (2) and packet id of the map (2).
/// A program map: 10 bytes, size of descriptors (2), these, then streams of type (1), packet id (2), size of descriptors (2), these.
/// Payloads of streams are cut from packets as in <see cref="PesHeader"/>.
/// </remarks>
/// <param name="stride">Bytes from one packet to the next: 188 or 192.</param>
internal sealed class TransportScan(int stride) : MpegScan
{
    private const byte Sync = 0x47;
    private const int MostPrograms = 32;

    private readonly Dictionary<int, TransportSection> _sections = new() { [0] = new TransportSection() };

    /// <summary>Whether the map of a program with pictures was read.</summary>
    public bool HasMap { get; private set; }

    /// <summary>Whether the map of a program without pictures was read, or an association without programs.</summary>
    public bool HasOtherMap { get; private set; }

    /// <summary>Packets of the pictures that are scrambled.</summary>
    public int Scrambled { get; private set; }

    public override long Scan(ref HeaderWindow window, long start, long end)
    {
        long position = FindSync(ref window, start, end);
        while (position < end && window.TryAt(position, TransportPackets.Size, out ReadOnlySpan<byte> packet))
        {
            if (packet[0] != Sync)
            {
                position = FindSync(ref window, position + 1, end);
                continue;
            }

            ReadPacket(packet);
            position += stride;
        }

        // What is left of a packet at the end of the file is of no use.
        return window.Length - position < TransportPackets.Size ? window.Length : position;
    }

    private void ReadPacket(ReadOnlySpan<byte> packet)
    {
        bool isStart = (packet[1] & 0x40) != 0;
        int id = ((packet[1] & 0x1F) << 8) | packet[2];
        int payload = (packet[3] & 0x20) != 0 ? 5 + packet[4] : 4;
        if ((packet[1] & 0x80) != 0 || (packet[3] & 0x10) == 0 || payload >= TransportPackets.Size)
        {
            return;
        }

        if (Find(id) is { } stream)
        {
            if ((packet[3] & 0xC0) != 0)
            {
                Scrambled += stream.HasPictures ? 1 : 0;
                return;
            }

            ReadStream(stream, packet[payload..], isStart);
        }
        else if (!HasMap && _sections.TryGetValue(id, out TransportSection? section) && section.Add(packet[payload..], isStart))
        {
            ReadSection(id, section.Bytes);
        }
    }

    private static void ReadStream(ElementaryStream stream, ReadOnlySpan<byte> payload, bool isStart)
    {
        if (isStart && PesHeader.TryRead(payload, out PesHeader header))
        {
            stream.Begin(header);
            payload = header.Size < payload.Length ? payload[header.Size..] : [];
        }

        stream.Add(payload);
    }

    private void ReadSection(int id, ReadOnlySpan<byte> section)
    {
        const int Checksum = 4;
        bool isCurrent = section.Length >= 8 + Checksum && (section[5] & 1) != 0;
        if (isCurrent && id == 0 && section[0] == 0)
        {
            ReadAssociation(section[8..^Checksum]);
        }
        else if (isCurrent && id != 0 && section[0] == 2 && section.Length >= 12 + Checksum)
        {
            ReadMap(section[8..^Checksum]);
        }
    }

    private void ReadAssociation(ReadOnlySpan<byte> programs)
    {
        for (; programs.Length >= 4 && _sections.Count <= MostPrograms; programs = programs[4..])
        {
            bool isProgram = (programs[0] | programs[1]) != 0;
            int map = ((programs[2] & 0x1F) << 8) | programs[3];
            if (isProgram && map != 0)
            {
                _ = _sections.TryAdd(map, new TransportSection());
            }
        }
    }

    private void ReadMap(ReadOnlySpan<byte> map)
    {
        int described = ((map[2] & 0x0F) << 8) | map[3];
        ReadOnlySpan<byte> streams = map[Math.Min(map.Length, 4 + described)..];
        bool isDisc = stride != TransportPackets.Size || TransportStreamType.IsDisc(map[4..Math.Min(map.Length, 4 + described)]);
        if (!AddStreams(streams, isDisc, isDry: true))
        {
            HasOtherMap = true;
            return;
        }

        HasMap = AddStreams(streams, isDisc, isDry: false);
    }

    /// <summary>Adds the streams of a program, unless it is only asked for whether there are pictures among them.</summary>
    private bool AddStreams(ReadOnlySpan<byte> streams, bool isDisc, bool isDry)
    {
        bool hasPictures = false;
        while (streams.Length >= 5)
        {
            int id = ((streams[1] & 0x1F) << 8) | streams[2];
            int size = Math.Min(streams.Length - 5, ((streams[3] & 0x0F) << 8) | streams[4]);
            StreamCoding coding = TransportStreamType.CodingOf(streams[0], streams.Slice(5, size), isDisc);
            hasPictures |= coding is >= StreamCoding.Pictures and <= StreamCoding.OtherPictures;
            if (!isDry)
            {
                _ = FindOrAdd(id, coding);
            }

            streams = streams[(5 + size)..];
        }

        return hasPictures;
    }

    /// <summary>The next position from which packets follow one another; the end where there is none.</summary>
    private long FindSync(ref HeaderWindow window, long position, long end)
    {
        for (; position < end && window.TryAt(position, 1, out ReadOnlySpan<byte> sync); position++)
        {
            if (sync[0] == Sync && IsSync(ref window, position + stride) && IsSync(ref window, position + (2L * stride)))
            {
                return position;
            }
        }

        return end;
    }

    private static bool IsSync(ref HeaderWindow window, long position) =>
        position >= window.Length || (window.TryAt(position, 1, out ReadOnlySpan<byte> sync) && sync[0] == Sync);
}
