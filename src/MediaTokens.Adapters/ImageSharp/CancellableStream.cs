using MediaTokens.Imaging;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>An image's bytes as a stream that ends the decoding when the work is cancelled: ImageSharp takes no token where it does not wait.</summary>
internal sealed unsafe class CancellableStream(ImageBytes bytes, CancellationToken cancellationToken) : UnmanagedMemoryStream(bytes.Start, bytes.Length)
{
    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return base.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }
}
