using System.Net;

namespace MediaTokens.Requests.Sending;

/// <summary>The system's proxy, but not for the machine itself: what is not encrypted must not leave it.</summary>
internal sealed class DirectLoopback(IWebProxy system) : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => system.Credentials;
        set => system.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => VisionAddress.IsLoopback(destination) ? null : system.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => VisionAddress.IsLoopback(host) || system.IsBypassed(host);
}
