using System.Runtime.InteropServices;
using MediaTokens.Headers;

namespace MediaTokens.Imaging;

/// <summary>
/// A file's bytes, read once: what is measured, decoded and copied is the same, whatever happens to the file meanwhile.
/// They lie outside the managed heap, and are freed at once.
/// </summary>
public sealed unsafe class ImageBytes : ByteSource, IDisposable
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumLength = int.MaxValue;

    private const int ChunkSize = 1 << 20;

    private byte* _bytes;

    private ImageBytes(int length)
    {
        _bytes = (byte*)NativeMemory.Alloc((nuint)length);
        Length = length;
    }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>The bytes; not to be kept beyond the life of this object.</summary>
    public ReadOnlySpan<byte> Span => new(Start, (int)Length);

    /// <summary>Where the bytes begin.</summary>
    /// <exception cref="ObjectDisposedException">They were freed.</exception>
    public byte* Start
    {
        get
        {
            ObjectDisposedException.ThrowIf(_bytes is null, this);
            return _bytes;
        }
    }

    /// <summary>Reads a whole file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MediaException">
    /// The file cannot be read, as the source tells; FileTooLarge; FileChanged, when it became shorter meanwhile.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ImageBytes Read(ByteSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > MaximumLength)
        {
            throw new MediaException(
                MediaErrorId.FileTooLarge,
                FormattableString.Invariant($"It has {source.Length} bytes, and at most {MaximumLength} are read."),
                "Make a smaller copy with an image editor first.");
        }

        ImageBytes bytes = new((int)source.Length);
        try
        {
            bytes.Fill(source, cancellationToken);
            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>Copies bytes that are in memory already.</summary>
    public static ImageBytes Copy(ReadOnlySpan<byte> bytes)
    {
        ImageBytes copy = new(bytes.Length);
        bytes.CopyTo(new(copy._bytes, bytes.Length));
        return copy;
    }

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> buffer)
    {
        if (offset >= Length)
        {
            return 0;
        }

        ReadOnlySpan<byte> found = Span.Slice((int)offset, (int)Math.Min(buffer.Length, Length - offset));
        found.CopyTo(buffer);
        return found.Length;
    }

    /// <summary>A stream over the bytes, without copying them; not to be used beyond the life of this object.</summary>
    public Stream OpenStream() => new UnmanagedMemoryStream(Start, Length);

    /// <summary>Frees the bytes.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_bytes);
        _bytes = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the bytes of an object that was forgotten.</summary>
    ~ImageBytes() => NativeMemory.Free(_bytes);

    private void Fill(ByteSource source, CancellationToken cancellationToken)
    {
        int total = 0;
        while (total < Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read = source.Read(total, new(_bytes + total, (int)Math.Min(ChunkSize, Length - total)));
            if (read == 0)
            {
                throw new MediaException(
                    MediaErrorId.FileChanged,
                    FormattableString.Invariant($"It had {Length} bytes and ended after {total}: it was changed while it was read."),
                    "Wait until the other program is done with the file, and try again.");
            }

            total += read;
        }
    }
}
