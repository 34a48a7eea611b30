namespace MediaTokens.Requests.Sending;

/// <summary>The body of an answer, as far as it was read.</summary>
/// <param name="Bytes">What was read.</param>
/// <param name="End">Why no more was read.</param>
internal readonly record struct AnswerBody(ReadOnlyMemory<byte> Bytes, BodyEnd End)
{
    /// <summary>The most that is read of an answer, in bytes.</summary>
    public const int MaximumLength = 64 << 20;

    /// <summary>The most that is read of an error, in bytes.</summary>
    public const int MaximumErrorLength = 1 << 20;

    private const int PieceLength = 16 << 10;

    /// <summary>Reads to the end, to the limit, or to where the connection breaks.</summary>
    public static async Task<AnswerBody> ReadAsync(HttpContent content, int maximumLength, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maximumLength)
        {
            return new(default, BodyEnd.TooLong);
        }

        using MemoryStream read = new();
        byte[] piece = new byte[PieceLength];
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (await stream.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is > 0 and int count)
                {
                    if (read.Length + count > maximumLength)
                    {
                        return new(read.ToArray(), BodyEnd.TooLong);
                    }

                    read.Write(piece, 0, count);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            return new(read.ToArray(), BodyEnd.Cut);
        }

        return new(read.ToArray(), BodyEnd.Whole);
    }
}

/// <summary>Why reading an answer ended.</summary>
internal enum BodyEnd
{
    Whole,
    Cut,
    TooLong,
}
