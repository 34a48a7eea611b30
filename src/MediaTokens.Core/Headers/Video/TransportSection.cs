namespace MediaTokens.Headers.Video;

/// <summary>Puts a section of a transport stream's tables together from the payloads of its packets.</summary>
/// <remarks>
/// The payload of a packet that starts a section begins with a pointer (1): the bytes before it. A section: table id (1), 4 bits,
/// size of what follows (12 bits), content, checksum (4).
/// </remarks>
internal sealed class TransportSection
{
    private const int HeadSize = 3;
    private const int MostSize = 1024;

    private readonly byte[] _bytes = new byte[MostSize];
    private int _count;
    private bool _isStarted;

    /// <summary>The section so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    /// <summary>Takes a payload.</summary>
    /// <returns>Whether the section is whole now.</returns>
    public bool Add(ReadOnlySpan<byte> payload, bool isStart)
    {
        if (isStart)
        {
            int pointer = payload.IsEmpty ? 0 : payload[0] + 1;
            payload = pointer < payload.Length ? payload[pointer..] : [];
            _count = 0;
            _isStarted = true;
        }

        if (!_isStarted)
        {
            return false;
        }

        int added = Math.Min(payload.Length, MostSize - _count);
        payload[..added].CopyTo(_bytes.AsSpan(_count));
        _count += added;
        int size = _count < HeadSize ? int.MaxValue : HeadSize + (((_bytes[1] & 0x0F) << 8) | _bytes[2]);
        if (_count < Math.Min(size, MostSize))
        {
            return false;
        }

        _isStarted = false;
        _count = Math.Min(_count, size);
        return true;
    }
}
