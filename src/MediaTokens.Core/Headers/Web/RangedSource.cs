using System.Net;
using System.Net.Http.Headers;

namespace MediaTokens.Headers.Web;

/// <summary>
/// A file of a server that gives parts of it (RFC 9110, section 14). A part that goes on from the last is as large as all before it;
/// one elsewhere is small.
/// </summary>
internal sealed class RangedSource : WebSource
{
    private const int JumpPart = 16_384;

    // A server may give less than it is asked for, but not a byte at a time.
    private const int MaximumRequests = 100;

    private readonly WebSession _session;
    private readonly WebParts _parts = new();
    private readonly EntityTagHeaderValue? _tag;
    private readonly RangeConditionHeaderValue? _condition;
    private int _left = Budget;
    private int _requests = 1;

    /// <param name="session">Where more is asked for.</param>
    /// <param name="first">The answer to the request for the first part.</param>
    public RangedSource(WebSession session, HttpResponseMessage first)
    {
        _session = session;
        using (first)
        {
            _tag = first.Headers.ETag;
            _condition = ConditionOf(first);
            KnownLength = first.Content.Headers.ContentRange?.Length;
            _left -= FirstPart;
            byte[] bytes = Receive(first, 0, FirstPart);
            _parts.Add(0, bytes);
            KnownLength ??= bytes.Length < FirstPart ? bytes.Length : null;
        }
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> buffer)
    {
        int total = 0;
        while (total < buffer.Length && offset < Length - total)
        {
            int copied = _parts.Copy(offset + total, buffer[total..]);
            if (copied == 0 && !TryFetch(offset + total, buffer.Length - total))
            {
                break;
            }

            total += copied;
        }

        return total;
    }

    /// <inheritdoc/>
    public override void Dispose() => _session.Dispose();

    // RFC 9110, section 13.1.5: a weak tag must not be used for this.
    private static RangeConditionHeaderValue? ConditionOf(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? new(tag)
        : response.Headers.ETag is null && response.Content.Headers.LastModified is DateTimeOffset date ? new(date)
        : null;

    private bool TryFetch(long offset, int needed)
    {
        WebGap gap = _parts.GapAt(offset);
        bool goesOn = offset - gap.Start <= JumpPart && offset - gap.Start + needed <= _left;
        long start = goesOn ? gap.Start : offset;
        long end = Math.Max(start + (goesOn ? Math.Max(gap.Before, JumpPart) : JumpPart), offset + needed);
        int count = (int)Math.Min(Math.Min(end, Math.Min(gap.End, Length)) - start, _left);
        if (count <= 0 || ++_requests > MaximumRequests)
        {
            Shortfall ??= WebError.TooLarge();
            return false;
        }

        _left -= count;
        using HttpResponseMessage response = _session.Get(new(start, start + count - 1), _condition);
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            _parts.Add(start, Receive(response, start, count));
            return true;
        }

        if (KnownLength is null && response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            Shortfall ??= WebError.NoLength();
            return false;
        }

        throw _condition is null ? WebError.WrongRange(start, count) : WebError.Changed();
    }

    /// <summary>Reads a part, which may be shorter than was asked for.</summary>
    private byte[] Receive(HttpResponseMessage response, long start, int count)
    {
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        if (range is null || range.Unit != "bytes" || range.From != start || range.To - start is not long last || last < 0 || last >= count)
        {
            throw WebError.WrongRange(start, count);
        }

        if ((range.Length ?? KnownLength) != (KnownLength ?? range.Length) || !Equals(response.Headers.ETag, _tag))
        {
            throw WebError.Changed();
        }

        byte[] bytes = new byte[last + 1];
        return _session.Read(response, bytes) == bytes.Length ? bytes : throw WebError.WrongRange(start, count);
    }
}
