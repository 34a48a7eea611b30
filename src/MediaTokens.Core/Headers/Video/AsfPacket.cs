using System.Buffers.Binary;

namespace MediaTokens.Headers.Video;

/// <summary>Walks over the payloads of one packet of a Windows Media file.</summary>
/// <remarks>
/// If bit 7 of the first byte is set, error correction data: its size is in bits 0 to 3. Then length flags (1), property flags (1),
/// packet length, sequence and padding length, each of 0, 1, 2 or 4 bytes by two bits of the length flags, send time (4, ms), duration (2, ms).
/// Bit 0 of the length flags: several payloads, with their number (1, bits 0 to 5) and the kind of their length (bits 6 and 7).
/// A payload: stream number (1, bits 0 to 6), object number, offset into the object, and size of replicated data, by the property flags;
/// replicated data, object size (4) and time (4, ms); length where there are several; the bytes. Replicated data of size 1:
/// the offset is the time itself, and whole objects follow.
/// </remarks>
internal struct AsfPacket
{
    private readonly long _end;
    private readonly int _properties;
    private readonly int _lengthKind;
    private long _position;
    private int _left;

    public AsfPacket(ref HeaderWindow window, long position, long size)
    {
        _end = position + size;
        _position = position;
        uint first = Number(ref window, 1);
        if ((first & 0x80) != 0)
        {
            _position += first & 0x0F;
            first = Number(ref window, 1);
        }

        _properties = (int)Number(ref window, 1);
        _ = Number(ref window, (int)(first >> 5));
        _ = Number(ref window, (int)(first >> 1));
        long padding = Number(ref window, (int)(first >> 3));
        _end = Math.Max(_position, _end - padding);
        _position += 6;
        bool hasMany = (first & 1) != 0;
        uint counts = hasMany ? Number(ref window, 1) : 1;
        _left = (int)(counts & 0x3F);
        _lengthKind = hasMany ? (int)(counts >> 6) : 0;
    }

    /// <summary>The stream of the payload, 1 to 127.</summary>
    public int Stream { get; private set; }

    /// <summary>The payload's time in milliseconds, the preroll included.</summary>
    public uint Time { get; private set; }

    /// <summary>Whether the payload begins an object: a frame of pictures or a block of sound.</summary>
    public bool IsStart { get; private set; }

    /// <summary>Goes on to the next payload that tells a time.</summary>
    public bool Next(ref HeaderWindow window)
    {
        while (_left-- > 0 && _position < _end)
        {
            Stream = (int)(Number(ref window, 1) & 0x7F);
            _ = Number(ref window, _properties >> 4);
            uint offset = Number(ref window, _properties >> 2);
            uint replicated = Number(ref window, _properties);
            bool isTimed = replicated is 1 or >= 8;
            IsStart = replicated == 1 || offset == 0;
            Time = replicated == 1 ? offset : isTimed ? TimeAt(ref window) : 0;
            _position += replicated;
            if (_lengthKind != 0)
            {
                uint length = Number(ref window, _lengthKind);
                _position += length;
            }
            else
            {
                _left = 0;
            }

            if (isTimed)
            {
                return true;
            }
        }

        return false;
    }

    private uint TimeAt(ref HeaderWindow window) =>
        window.TryAt(_position + 4, 4, out _) ? window.UInt32(_position + 4, bigEndian: false) : 0;

    /// <summary>A number of 0, 1, 2 or 4 bytes as two bits say, or 0 behind the end.</summary>
    private uint Number(ref HeaderWindow window, int kind)
    {
        int size = (kind & 3) == 3 ? 4 : kind & 3;
        long position = _position;
        _position += size;
        if (size == 0 || _position > _end || !window.TryAt(position, size, out ReadOnlySpan<byte> bytes))
        {
            return 0;
        }

        return size switch
        {
            1 => bytes[0],
            2 => (uint)(bytes[0] | (bytes[1] << 8)),
            _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        };
    }
}
