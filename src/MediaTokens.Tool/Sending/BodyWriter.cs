using MediaTokens.Requests;

namespace MediaTokens.Tool.Sending;

/// <summary>Writes the bodies of requests, each on one line, and files straight from the disk.</summary>
internal sealed class BodyWriter(Stream output, CancellationToken cancellationToken)
{
    /// <summary>The number of bodies that were written.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one body.</summary>
    /// <exception cref="MediaException">One of its files cannot be read any more; no later body stands on the same line.</exception>
    public void Write(VisionRequest request)
    {
        long start = output.CanSeek ? output.Position : 0;
        try
        {
            RequestBody.Create(request).WriteTo(output, cancellationToken);
            output.Write("\n"u8);
            Count++;
        }
        catch (MediaException)
        {
            if (output.CanSeek)
            {
                output.SetLength(start);
            }
            else
            {
                output.Write("\n"u8);
            }

            throw;
        }
    }
}
