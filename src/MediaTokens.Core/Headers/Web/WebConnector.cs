using System.Net;
using System.Net.Sockets;

namespace MediaTokens.Headers.Web;

/// <summary>
/// Connects to public addresses alone, unless others are allowed. What counts is the address that is connected to, looked up
/// once and used as it was checked: a name may lead to a public address at one time and to a private one at the next.
/// </summary>
internal sealed class WebConnector(WebNetwork network, bool allowPrivateNetwork)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint host = context.DnsEndPoint;
        IPAddress[] found = IPAddress.TryParse(host.Host, out IPAddress? literal)
            ? [literal]
            : await network.ResolveAsync(host.Host, cancellationToken).ConfigureAwait(false);
        IPAddress[] allowed = allowPrivateNetwork ? found : Array.FindAll(found, PublicAddress.IsPublic);
        if (allowed.Length == 0)
        {
            throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : WebError.PrivateNetwork(host.Host, found[0]);
        }

        return await ConnectAsync(allowed, host.Port, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                return await network.ConnectAsync(new(addresses[i], port), cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException) when (i < addresses.Length - 1)
            {
                // The next address may answer.
            }
        }
    }
}
