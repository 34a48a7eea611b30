using System.Net;
using System.Net.Sockets;
using static System.FormattableString;

namespace MediaTokens.Headers.Web;

/// <summary>What goes wrong when a file is read from the web, under the ids that users see. Whoever reports it puts the address before it.</summary>
internal static class WebError
{
    private const string Download = "Download the file and count that.";
    private const string Again = "Try again, or download the file and count that.";

    public static MediaException InvalidUri(string message) =>
        new(MediaErrorId.InvalidUri, message, "Give an address that begins with https://, http:// or data:.");

    public static MediaException PrivateNetwork(string host, IPAddress address) => new(
        MediaErrorId.PrivateNetwork,
        $"The host {host} has the address {address}, which is of the machine itself, of a private network or of special use.",
        "Add -AllowPrivateNetwork (--allow-private-network) if you trust the address.");

    public static MediaException NoRedirect() =>
        new(MediaErrorId.NetworkFailure, "The server redirects, and does not tell where to.", Again);

    public static MediaException TooManyRedirects() => new(
        MediaErrorId.NetworkFailure,
        $"The server redirects more than {WebSession.MaximumRedirects} times.",
        "Give the address at which the file is in the end.");

    public static MediaException Encoded() => new(
        MediaErrorId.NetworkFailure,
        "The server sends the file compressed, though it was asked not to.",
        Download);

    public static MediaException OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new(
            MediaErrorId.FileNotFound,
            $"The server answers {(int)status}: no file is there.",
            "Check the spelling of the address."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(
            MediaErrorId.AccessDenied,
            $"The server answers {(int)status}: it does not give the file to everyone.",
            "Use an address that needs no sign-in, or download the file and count that."),
        _ => new(MediaErrorId.NetworkFailure, $"The server answers {(int)status} ({status}).", Again),
    };

    public static MediaException WrongRange(long offset, int count) => new(
        MediaErrorId.NetworkFailure,
        Invariant($"The server was asked for {count} bytes from byte {offset}, and sends something else."),
        Download);

    public static MediaException Changed() => new(
        MediaErrorId.FileChanged,
        "The file changed on the server while it was read.",
        "Try again.");

    public static MediaException Timeout(TimeSpan timeout, Exception cause) => new(
        MediaErrorId.Timeout,
        Invariant($"The size was not known within {timeout.TotalSeconds:0.###} s."),
        "Try again, or allow more time with -TimeoutSec (--timeout).",
        cause);

    /// <summary>What is needed lies behind the front of a file of which the server gives nothing but all.</summary>
    public static MediaException NoRanges() => new(
        MediaErrorId.HeaderTooLarge,
        Invariant($"Its size, time or pages are not told within the first {WebSource.Budget} bytes, and the server does not support ranges, so that nothing behind them can be read."),
        Download);

    /// <summary>What is needed is told by the file's length.</summary>
    public static MediaException NoLength() => new(
        MediaErrorId.HeaderTooLarge,
        "The server does not tell how long the file is, which must be known to find its size, time or pages.",
        Download);

    public static MediaException TooLarge() => new(
        MediaErrorId.HeaderTooLarge,
        Invariant($"Its size, time or pages are not told within the {WebSource.Budget} bytes that are read from the web at most."),
        Download);

    /// <summary>The failure that stands for an exception of the network, or null when the exception is none of the network's.</summary>
    public static MediaException? Find(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is MediaException known)
            {
                return known;
            }
        }

        return exception switch
        {
            HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } =>
                new(MediaErrorId.NetworkFailure, "No host of that name is known.", "Check the spelling of the address and the connection to the internet.", exception),
            HttpRequestException or IOException or SocketException =>
                new(MediaErrorId.NetworkFailure, $"Reading it failed: {exception.Message}", Again, exception),
            _ => null,
        };
    }
}
