namespace MediaTokens.Headers.Video;

/// <summary>
/// Finds the sequence header in the bytes of a video stream, tells the coding by it where nothing else does, and counts the pictures.
/// </summary>
/// <remarks>
/// All of these codings mark their parts by 00 00 01 and one byte. A picture begins with its first part, be it a sequence header
/// or a parameter set before it or the picture's own.
/// </remarks>
internal sealed class PictureScanner(StreamCoding coding)
{
    // A sequence parameter set with scaling lists and buffer descriptions takes a few hundred bytes.
    private const int MostSequence = 1024;

    private byte[]? _sequence;
    private int _count;
    private uint _last = uint.MaxValue;
    private bool _isPictureAhead;
    private int _extensionByte = -1;

    public StreamCoding Coding { get; private set; } = coding;

    /// <summary>What the sequence header tells; null until found.</summary>
    public CodedSequence? Sequence { get; private set; }

    /// <summary>Fields of the pictures that began since the last <see cref="Restart"/>: two for a frame.</summary>
    public int Fields { get; private set; }

    /// <summary>Counts from 0 again, as where a packet tells a time.</summary>
    public void Restart()
    {
        Fields = 0;
        _isPictureAhead = false;
        _extensionByte = -1;
        _last = uint.MaxValue;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            if (_count > 0)
            {
                Collect(value);
            }

            if ((_last & 0xFFFFFF00) == 0x100)
            {
                ReadBehindCode((byte)_last, value);
            }

            if (_extensionByte >= 0)
            {
                ReadExtension(value);
            }

            _last = (_last << 8) | value;
            if ((_last & 0xFFFFFF00) == 0x100)
            {
                ReadCode(value);
            }
        }
    }

    /// <summary>Takes what there is of a sequence header at the end of what is read.</summary>
    public void Finish()
    {
        if (_count > 0)
        {
            TakeSequence();
        }
    }

    private void ReadCode(byte code)
    {
        if (Coding == StreamCoding.Pictures)
        {
            Coding = CodingOf(code);
        }

        if (Sequence is null && _count == 0 && IsSequence(code))
        {
            _sequence ??= new byte[MostSequence];
            _sequence[_count++] = code;
        }

        switch (Coding)
        {
            case StreamCoding.Mpeg2 when code is 0xB3 or 0xB8:
            case StreamCoding.Mpeg4 when code is 0xB0 or 0xB3 or (>= 0x20 and <= 0x2F):
            case StreamCoding.H264 when (code & 0x1F) is >= 6 and <= 9:
                BeginPicture(isItself: false);
                break;
            case StreamCoding.Mpeg2 when code == 0:
            case StreamCoding.Mpeg4 when code == 0xB6:
            case StreamCoding.Vc1 when code == 0x0D:
                BeginPicture(isItself: true);
                break;
            case StreamCoding.Mpeg2 when code == 0xB5:
                _extensionByte = 0;
                break;
        }
    }

    /// <summary>Takes the byte behind a start code, by which slices tell whether a picture begins.</summary>
    private void ReadBehindCode(byte code, byte value)
    {
        bool isFirstSlice = (value & 0x80) != 0;
        if (Coding == StreamCoding.H264 && (code & 0x1F) is 1 or 5 && isFirstSlice)
        {
            BeginPicture(isItself: true);
        }
    }

    /// <summary>Takes a byte of an MPEG-2 extension: a picture coding extension tells of a picture that is a single field.</summary>
    private void ReadExtension(byte value)
    {
        bool isOfPicture = _extensionByte > 0 || value >> 4 == 8;
        bool isField = _extensionByte == 2 && (value & 3) is (1 or 2);
        Fields -= isField && Fields > 0 ? 1 : 0;
        _extensionByte = isOfPicture && _extensionByte < 2 ? _extensionByte + 1 : -1;
    }

    private void BeginPicture(bool isItself)
    {
        Fields += _isPictureAhead ? 0 : 2;
        _isPictureAhead = !isItself;
    }

    private void Collect(byte value)
    {
        _sequence![_count++] = value;
        if (_count == MostSequence)
        {
            TakeSequence();
        }
    }

    private void TakeSequence()
    {
        ReadOnlySpan<byte> bytes = _sequence.AsSpan(0, _count);
        _count = 0;
        CodedSequence sequence = default;
        bool isRead = Coding switch
        {
            StreamCoding.Mpeg2 => MpegSequence.TryRead(bytes[1..], out sequence),
            StreamCoding.Mpeg4 => MpegSequence.TryReadMpeg4(bytes[1..], out sequence),
            StreamCoding.H264 => H264Sequence.TryRead(bytes, out sequence),
            StreamCoding.Hevc => HevcSequence.TryRead(bytes, out sequence),
            StreamCoding.Vc1 => MpegSequence.TryReadVc1(bytes[1..], out sequence),
            _ => false,
        };
        Sequence = isRead ? sequence : null;
    }

    private bool IsSequence(byte code) => Coding switch
    {
        StreamCoding.Mpeg2 => code == 0xB3,
        StreamCoding.Mpeg4 => code is >= 0x20 and <= 0x2F,
        StreamCoding.H264 => code < 0x80 && (code & 0x1F) == 7,
        StreamCoding.Hevc => code == 0x42,
        StreamCoding.Vc1 => code == 0x0F,
        _ => false,
    };

    private static StreamCoding CodingOf(byte code) => code switch
    {
        0xB3 => StreamCoding.Mpeg2,
        0xB0 => StreamCoding.Mpeg4,
        >= 0x20 and <= 0x26 or (>= 0x28 and <= 0x2F) => StreamCoding.Mpeg4,
        0x40 or 0x42 => StreamCoding.Hevc,
        0x09 or 0x27 or 0x47 or 0x67 => StreamCoding.H264,
        0x0F => StreamCoding.Vc1,
        _ => StreamCoding.Pictures,
    };
}
