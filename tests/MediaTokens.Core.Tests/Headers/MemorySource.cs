using MediaTokens.Headers;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>Bytes in memory, which count how many of them are read.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> bytes) : ByteSource
{
    public long BytesRead { get; private set; }

    public override long Length => bytes.Length;

    public override int Read(long offset, Span<byte> buffer)
    {
        if (offset >= bytes.Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> rest = bytes.Span[(int)offset..];
        int count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        BytesRead += count;
        return count;
    }
}
