using System.Net;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>A body of some length that is written a piece at a time.</summary>
/// <param name="length">Its bytes in all.</param>
/// <param name="beforePiece">Is waited for before each piece, and gets the bytes that are written so far.</param>
internal sealed class PiecedContent(long length, Func<long, Task> beforePiece) : HttpContent
{
    public const int PieceLength = 64 << 10;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        byte[] piece = new byte[PieceLength];
        for (long written = 0; written < length;)
        {
            await beforePiece(written);
            int count = (int)Math.Min(piece.Length, length - written);
            await stream.WriteAsync(piece.AsMemory(0, count), cancellationToken);
            written += count;
        }
    }

    protected override bool TryComputeLength(out long bytes)
    {
        bytes = length;
        return true;
    }
}
