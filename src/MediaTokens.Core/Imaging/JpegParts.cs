using System.Buffers.Binary;
using static System.FormattableString;

namespace MediaTokens.Imaging;

/// <summary>Walks over the segments and scans of a JPEG file (ITU-T T.81, annex B).</summary>
/// <remarks>
/// SOI (FF D8), then segments: marker, 16-bit big-endian length that counts itself, content. After the content of SOS stands the scan:
/// coded data, in which FF is written as FF 00 and RST0-7 may stand, up to the next other marker. EOI (FF D9) ends the image.
/// Before a marker any number of FF bytes may stand as fill.
/// </remarks>
internal ref struct JpegParts
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    // What a decoder takes for Adobe's segment, which tells the colour transform.
    private const int AdobeLength = 12;

    private readonly ReadOnlySpan<byte> _file;
    private readonly PartList _parts = new();
    private JpegProfile? _profile;
    private int _position;
    private bool _hasScan;

    private JpegParts(ReadOnlySpan<byte> file) => _file = file;

    public static PartList Walk(ReadOnlySpan<byte> file)
    {
        JpegParts parts = new(file) { _position = Math.Min(2, file.Length) };
        parts._parts.AddUpTo(parts._position, PartKind.Image);
        while (parts.TryNextPart())
        {
        }

        parts._parts.Profile = parts._profile?.Join(file);
        return parts._parts;
    }

    private bool TryNextPart()
    {
        int marker = FindMarker(out byte code);

        // What stands between two segments is passed over by decoders.
        _parts.AddUpTo(marker, PartKind.Metadata);
        if (marker == _file.Length)
        {
            _parts.AddCut(_file.Length, "before the end of the image is marked");
            return false;
        }

        switch (code)
        {
            case EndOfImage:
                if (!_hasScan)
                {
                    _parts.AddDamage(Invariant($"The image ends at byte {marker}, before any pixels."));
                }

                _parts.AddUpTo(_position, PartKind.Image);
                _parts.AddUpTo(_file.Length, PartKind.Trailer);
                return false;

            case StartOfImage:
                _parts.AddDamage(Invariant($"A second image begins at byte {marker}, before the first one ends."));
                break;

            case < 0xC0 and not 0x01:
                AddUnknown(marker, code);
                return TryAddSegment(code);

            case 0x01 or (>= 0xD0 and <= 0xD7):
                break;

            default:
                return TryAddSegment(code);
        }

        _parts.AddUpTo(_position, PartKind.Image);
        return true;
    }

    /// <summary>Moves behind the next marker, or to the end of the file.</summary>
    /// <returns>Where the marker begins, with its fill bytes; the length of the file when there is none.</returns>
    private int FindMarker(out byte code)
    {
        while (true)
        {
            int start = _file[_position..].IndexOf((byte)0xFF);
            int fill = start < 0 ? -1 : _file[(_position + start)..].IndexOfAnyExcept((byte)0xFF);
            if (fill < 0)
            {
                code = 0;
                _position = _file.Length;
                return _position;
            }

            start += _position;
            code = _file[start + fill];
            _position = start + fill + 1;
            if (code != 0)
            {
                return start;
            }
        }
    }

    /// <summary>Adds the segment whose length stands at the position, and the scan behind it.</summary>
    private bool TryAddSegment(byte marker)
    {
        int length = _file.Length - _position < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(_file[_position..]);
        if (length < 2)
        {
            _parts.AddDamage(Invariant($"Segment {marker:X2} at byte {_position} tells a length of {length}; the least is 2."));
            _parts.AddUpTo(_position, PartKind.Image);
            return true;
        }

        bool isWhole = length <= _file.Length - _position;
        int end = isWhole ? _position + length : _file.Length;
        ReadOnlySpan<byte> content = _file[Math.Min(_position + 2, end)..end];
        PartKind kind = KindOf(marker, content);
        if (!isWhole)
        {
            _parts.AddUpTo(end, kind);
            _parts.AddCut(_file.Length, Invariant($"within segment {marker:X2}"));
            return false;
        }

        if (IsFrame(marker, content))
        {
            _parts.Channels = content[5];
        }

        if (kind == PartKind.Profile)
        {
            (_profile ??= new()).Add(content, _position + 2);
        }

        _position = marker == StartOfScan ? FindScanEnd(end) : end;
        _parts.AddUpTo(_position, kind);
        return true;
    }

    private int FindScanEnd(int position)
    {
        _hasScan = true;
        while (true)
        {
            int found = _file[position..].IndexOf((byte)0xFF);
            int fill = found < 0 ? -1 : _file[(position + found)..].IndexOfAnyExcept((byte)0xFF);
            if (fill < 0)
            {
                _parts.AddCut(_file.Length, "in the middle of the image data");
                return _file.Length;
            }

            position += found + fill - 1;
            byte code = _file[position + 1];
            if (code is > 0 and < 0xC0)
            {
                AddUnknown(position, code);
            }
            else if (code is >= 0xC0 and not (>= 0xD0 and <= 0xD7))
            {
                return position;
            }

            position += 2;
        }
    }

    private readonly void AddUnknown(int position, byte code) =>
        _parts.AddDamage(Invariant($"FF {code:X2} at byte {position} is no marker of any JPEG file."));

    // SOF0 to SOF15 but for DHT, JPG and DAC, whose markers lie among them: precision, height, width, and the number of components.
    private static bool IsFrame(byte marker, ReadOnlySpan<byte> content) =>
        marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && content.Length > 5;

    private static PartKind KindOf(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        App0 when content.StartsWith("JFIF\0"u8) => PartKind.Image,
        App2 when JpegProfile.IsChunk(content) => PartKind.Profile,
        App14 when content.Length >= AdobeLength && content.StartsWith("Adobe"u8) => PartKind.Image,
        (>= App0 and <= App15) or Comment => PartKind.Metadata,
        _ => PartKind.Image,
    };
}
