using MediaTokens.Requests.Bodies;

namespace MediaTokens.Requests;

/// <summary>The body of a request in parts: JSON that is at hand, and files that are written in base64 between.</summary>
public sealed class RequestBody
{
    private readonly (ReadOnlyMemory<byte> Json, BodyFile? File)[] _parts;

    private RequestBody((ReadOnlyMemory<byte> Json, BodyFile? File)[] parts)
    {
        _parts = parts;
        Length = parts.Sum(part => part.Json.Length + (part.File?.EncodedLength ?? 0));
    }

    /// <summary>The bytes of the body in all.</summary>
    public long Length { get; }

    /// <summary>Lays the body out; no file is opened yet.</summary>
    public static RequestBody Create(VisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using BodyLayout body = new();
        switch (request.Api)
        {
            case VisionApi.GenerateContent:
                GenerateContentBody.Write(body, request);
                break;
            case VisionApi.CountTokens:
                CountTokensBody.Write(body, request);
                break;
            case VisionApi.Responses:
                ResponsesBody.Write(body, request);
                break;
            default:
                ChatCompletionsBody.Write(body, request);
                break;
        }

        return new(body.ToParts());
    }

    /// <summary>Writes the body.</summary>
    /// <exception cref="MediaException">A file cannot be read any more, or has another length than when it was asked for.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void WriteTo(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (ReadOnlyMemory<byte> piece in Pieces())
        {
            cancellationToken.ThrowIfCancellationRequested();
            stream.Write(piece.Span);
        }
    }

    /// <summary>As <see cref="WriteTo"/>, without blocking on the stream.</summary>
    public async Task WriteToAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (ReadOnlyMemory<byte> piece in Pieces())
        {
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        foreach ((ReadOnlyMemory<byte> json, BodyFile? file) in _parts)
        {
            yield return json;
            foreach (ReadOnlyMemory<byte> piece in file?.Read() ?? [])
            {
                yield return piece;
            }
        }
    }
}
