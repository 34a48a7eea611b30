namespace MediaTokens.Headers;

/// <summary>Bytes that can be read at any position: a file, or whatever else can answer the same two questions.</summary>
public abstract class ByteSource
{
    /// <summary>The number of bytes in all.</summary>
    public abstract long Length { get; }

    /// <summary>Reads up to <paramref name="buffer"/>'s length of bytes from <paramref name="offset"/>.</summary>
    /// <param name="offset">Bytes from the start, 0 or more; at or past the end nothing is read.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <returns>How many bytes were read; fewer than asked for only at the end.</returns>
    public abstract int Read(long offset, Span<byte> buffer);
}
