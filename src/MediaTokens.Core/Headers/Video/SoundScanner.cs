namespace MediaTokens.Headers.Video;

/// <summary>Goes from frame to frame of a stream of sound and adds up how long they play.</summary>
internal sealed class SoundScanner
{
    private readonly byte[] _header = new byte[SoundFrame.HeaderSize];
    private int _count;
    private int _skip;
    private long _samples;
    private int _rate;

    /// <summary>How long the frames play that began since the last <see cref="Restart"/>, in units of 1/90,000 s.</summary>
    public long Time => _rate > 0 ? _samples * ElementaryStream.Clock / _rate : 0;

    /// <summary>Counts from 0 again, as where a packet tells a time, and goes on within the frame that is under way.</summary>
    public void Restart() => _samples = 0;

    /// <summary>Forgets the frame that is under way, as where reading goes on elsewhere.</summary>
    public void Lose() => (_skip, _count) = (0, 0);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_skip > 0)
            {
                int step = Math.Min(_skip, bytes.Length);
                _skip -= step;
                bytes = bytes[step..];
                continue;
            }

            _header[_count++] = bytes[0];
            bytes = bytes[1..];
            if (_count == _header.Length)
            {
                ReadHeader();
            }
        }
    }

    private void ReadHeader()
    {
        if (SoundFrame.TryRead(_header, out SoundFrame frame))
        {
            _samples += frame.Samples;
            _rate = frame.Rate;
            _skip = frame.Size - _header.Length;
            _count = 0;
            return;
        }

        _header.AsSpan(1).CopyTo(_header);
        _count--;
    }
}
