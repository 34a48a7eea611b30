namespace MediaTokens.Headers.Video;

/// <summary>The times of all streams together, counted from the first time of the pictures.</summary>
internal readonly record struct MpegSpan(long Start, long End, long? First, bool IsWrapped, bool HasJump)
{
    // Streams of one recording begin together.
    private const long MostApart = 600 * ElementaryStream.Clock;

    public static MpegSpan? Of(MpegScan scan, int known)
    {
        if (Origin(scan, known) is not { } origin)
        {
            return null;
        }

        var span = new MpegSpan(0, long.MinValue, null, false, false);
        for (int i = 0; i < known; i++)
        {
            ElementaryStream stream = scan.Streams[i];
            long offset = stream.First < 0 ? long.MaxValue : origin.SignedSince(stream.First);
            if (Math.Abs(offset) > MostApart)
            {
                continue;
            }

            span = span with { Start = Math.Min(span.Start, offset) };
            if (stream.HasLast)
            {
                span = new MpegSpan(
                    span.Start,
                    Math.Max(span.End, offset + stream.End),
                    Math.Min(span.First ?? long.MaxValue, offset + stream.Earliest),
                    span.IsWrapped || stream.IsWrapped,
                    span.HasJump || stream.HasJump);
            }
        }

        return span.First is null ? null : span;
    }

    private static ElementaryStream? Origin(MpegScan scan, int known)
    {
        if (scan.Video is { First: >= 0 } video)
        {
            return video;
        }

        for (int i = 0; i < known; i++)
        {
            if (scan.Streams[i].First >= 0)
            {
                return scan.Streams[i];
            }
        }

        return null;
    }
}
