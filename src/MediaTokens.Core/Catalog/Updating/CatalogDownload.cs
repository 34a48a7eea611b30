using System.Net;
using MediaTokens.Headers.Web;
using static System.FormattableString;

namespace MediaTokens.Catalog.Updating;

/// <summary>Downloads a catalog file: over https alone, and from the public internet unless another network is allowed.</summary>
public static class CatalogDownload
{
    /// <summary>The largest file that is downloaded, in bytes.</summary>
    public const int MaximumBytes = 64 << 20;

    private const int FirstPart = 1 << 20;

    /// <summary>Downloads a file. The method waits until it is there.</summary>
    /// <param name="uri">Its https address; http is taken for the machine itself alone, where private networks are allowed.</param>
    /// <param name="options">How long it may take in all, and whether private networks are allowed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The whole file.</returns>
    /// <exception cref="MediaException">
    /// InvalidUri, PrivateNetwork, FileNotFound, AccessDenied, Timeout, NetworkFailure; FileTooLarge above <see cref="MaximumBytes"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static byte[] Read(string uri, WebOptions options, CancellationToken cancellationToken) =>
        Read(uri, options, new WebNetwork(), MaximumBytes, cancellationToken);

    internal static byte[] Read(string uri, WebOptions options, WebNetwork network, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using WebReader reader = new(options, network);
            using WebSession session = reader.Start(Parse(uri, options), cancellationToken);
            using HttpResponseMessage response = session.Get(null, null);
            RequireEncrypted(response.RequestMessage!.RequestUri!, options);
            return response.StatusCode == HttpStatusCode.OK ? ReadBody(session, response, most) : throw WebError.OfStatus(response.StatusCode);
        }
        catch (MediaException exception)
        {
            throw InWords(exception, options);
        }
    }

    private static Uri Parse(string uri, WebOptions options)
    {
        Uri address = WebAddress.Parse(uri);
        RequireEncrypted(address, options);
        return address;
    }

    /// <summary>Prices that somebody on the way could change are worth nothing.</summary>
    private static void RequireEncrypted(Uri address, WebOptions options)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && options.AllowPrivateNetwork))
        {
            throw WebError.InvalidUri("A catalog is downloaded over https alone.");
        }
    }

    private static byte[] ReadBody(WebSession session, HttpResponseMessage response, int most)
    {
        if (response.Content.Headers.ContentLength > most)
        {
            throw TooLarge(most);
        }

        // One byte more than is told, or than may be, shows that the file goes on.
        byte[] bytes = new byte[Math.Min(response.Content.Headers.ContentLength ?? FirstPart, most) + 1];
        int count = 0;
        while (true)
        {
            count += session.Read(response, bytes.AsMemory(count));
            if (count < bytes.Length)
            {
                return bytes[..count];
            }

            if (count > most)
            {
                throw TooLarge(most);
            }

            Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, most + 1L));
        }
    }

    private static MediaException TooLarge(int most) => new(
        MediaErrorId.FileTooLarge,
        Invariant($"The file has more than {most} bytes, more than any catalog."),
        "Check the address.");

    /// <summary>The same failure in the words of a catalog; those of the web are of images.</summary>
    private static MediaException InWords(MediaException exception, WebOptions options) => exception.Id switch
    {
        MediaErrorId.Timeout => new(
            exception.Id,
            Invariant($"The catalog was not there within {options.Timeout.TotalSeconds:0.###} s."),
            "Try again, or download the file and give its path.",
            exception),
        MediaErrorId.InvalidUri => new(exception.Id, exception.Message, "Give an address that begins with https://, or download the file and give its path.", exception),
        MediaErrorId.AccessDenied or MediaErrorId.NetworkFailure => new(exception.Id, exception.Message, "Try again, or download the file and give its path.", exception),
        _ => exception,
    };
}
