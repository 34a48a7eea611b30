using System.Buffers;
using System.Buffers.Text;
using MediaTokens.Headers;

namespace MediaTokens.Requests.Bodies;

/// <summary>A file that a body holds in base64.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Bytes">The length that the file had when the request was made.</param>
internal sealed record BodyFile(string Path, long Bytes)
{
    // A multiple of 3, so that no piece but the last is padded, whose base64 is below the large object heap.
    private const int PieceLength = 48 * 1024;

    /// <summary>The length of the file in base64.</summary>
    public long EncodedLength => checked((Bytes + 2) / 3 * 4);

    /// <summary>The file in base64, piece by piece; a piece is valid until the next one.</summary>
    /// <exception cref="MediaException">The file cannot be read any more; FileChanged.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Read()
    {
        using FileSource source = Open();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(PieceLength / 3 * 4);
        try
        {
            for (long offset = 0; offset < Bytes; offset += PieceLength)
            {
                int wanted = (int)Math.Min(PieceLength, Bytes - offset);
                Fill(source, offset, buffer.AsSpan(0, wanted));
                Base64.EncodeToUtf8InPlace(buffer, wanted, out int written);
                yield return buffer.AsMemory(0, written);
            }

            RefuseGrown(source, buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private FileSource Open()
    {
        FileSource source;
        try
        {
            source = new(Path);
        }
        catch (MediaException exception)
        {
            throw Name(exception);
        }

        if (source.Length == Bytes)
        {
            return source;
        }

        source.Dispose();
        throw Changed(FormattableString.Invariant($"it has {source.Length} bytes, and had {Bytes} when the request was made"));
    }

    private void Fill(FileSource source, long offset, Span<byte> buffer)
    {
        int read = ReadAt(source, offset, buffer);
        if (read < buffer.Length)
        {
            throw Changed(FormattableString.Invariant($"it had {Bytes} bytes and ended after {offset + read}"));
        }
    }

    private void RefuseGrown(FileSource source, byte[] buffer)
    {
        if (ReadAt(source, Bytes, buffer.AsSpan(0, 1)) > 0)
        {
            throw Changed(FormattableString.Invariant($"it had {Bytes} bytes and became longer while it was read"));
        }
    }

    private int ReadAt(FileSource source, long offset, Span<byte> buffer)
    {
        try
        {
            return source.Read(offset, buffer);
        }
        catch (MediaException exception)
        {
            throw Name(exception);
        }
    }

    // Of twenty files in a body, the failure must tell which one it is.
    private MediaException Name(MediaException exception) =>
        new(exception.Id, $"{Path}: {exception.Message}", exception.RecommendedAction, exception.InnerException);

    private MediaException Changed(string how) => new(
        MediaErrorId.FileChanged,
        $"{Path}: Another program changed it: {how}.",
        "Wait until the other program is done with the file, and make the request again.");
}
