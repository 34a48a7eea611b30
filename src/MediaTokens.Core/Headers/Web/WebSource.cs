using System.Net;

namespace MediaTokens.Headers.Web;

/// <summary>A file on the web, of which no more is asked for than is read, and never more than <see cref="Budget"/>.</summary>
/// <remarks>
/// Where that is not enough, fewer bytes are read than were asked for, as at the end of a file, and <see cref="Shortfall"/>
/// says why: for some readers what they miss makes no difference.
/// </remarks>
internal abstract class WebSource : ByteSource, IDisposable
{
    /// <summary>The bytes that are asked for at most of one file.</summary>
    public const int Budget = HeaderWindow.Budget;

    /// <summary>The bytes that are asked for first.</summary>
    public const int FirstPart = 65_536;

    // Far behind any end, and far from where sums overflow.
    private const long UnknownLength = 1L << 50;

    /// <summary>The file's length in bytes; null where the server does not tell.</summary>
    public long? KnownLength { get; protected set; }

    /// <inheritdoc/>
    public override long Length => KnownLength ?? UnknownLength;

    /// <summary>Why less was read than was asked for; null where nothing is missing.</summary>
    public MediaException? Shortfall { get; protected set; }

    /// <summary>Asks for the first part, and finds out by the answer how to ask for more.</summary>
    public static WebSource Open(WebSession session)
    {
        HttpResponseMessage response = session.Get(new(0, FirstPart - 1), null);
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            return new RangedSource(session, response);
        }

        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // So RFC 9110 has a server answer for a file without bytes; another file it may give as a whole.
            bool isEmpty = response.Content.Headers.ContentRange?.Length == 0;
            response.Dispose();
            response = isEmpty ? throw HeaderError.Empty() : session.Get(null, null);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                response.Dispose();
                throw WebError.OfStatus(response.StatusCode);
            }
        }

        return new FrontSource(session, response);
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
