namespace MediaTokens.Headers.Web;

/// <summary>A file of a server that gives it as a whole alone: it is read as far as is needed, and then the connection is cut.</summary>
internal sealed class FrontSource : WebSource
{
    private readonly WebSession _session;
    private readonly HttpResponseMessage _response;
    private byte[] _front = [];
    private int _count;

    public FrontSource(WebSession session, HttpResponseMessage response)
    {
        (_session, _response) = (session, response);
        KnownLength = response.Content.Headers.ContentLength;
        try
        {
            if (KnownLength is null)
            {
                // Readers must know the length before they begin.
                Fill(Budget);
                KnownLength = _count < Budget ? _count : null;
            }
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> buffer)
    {
        if (offset >= Length)
        {
            return 0;
        }

        long end = Math.Min(Length, offset + buffer.Length);
        if (end > _count)
        {
            Fill(Math.Min(end, Budget));
        }

        if (end > _count)
        {
            Shortfall ??= WebError.NoRanges();
        }

        int count = (int)Math.Max(0, Math.Min(end, _count) - offset);
        _front.AsSpan((int)Math.Min(offset, _count), count).CopyTo(buffer);
        return count;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _response.Dispose();
        _session.Dispose();
    }

    private void Fill(long end)
    {
        int target = (int)Math.Min(Math.Max(end, Math.Min(_count + FirstPart, Budget)), Length);
        if (target > _front.Length)
        {
            Array.Resize(ref _front, target);
        }

        _count += _session.Read(_response, _front.AsMemory(_count, target - _count));
    }
}
