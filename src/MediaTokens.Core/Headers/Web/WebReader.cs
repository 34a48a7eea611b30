using System.Net;

namespace MediaTokens.Headers.Web;

/// <summary>
/// Opens files on the web by their address, and reads as little of them as their header takes: at most 1,048,576 bytes of each.
/// Any number of threads may use one reader at once, and connections are used again between files of one host.
/// </summary>
/// <remarks>
/// No proxy is used, whatever the machine is set to: behind a proxy nobody could tell whether an address is of a private network.
/// </remarks>
public sealed class WebReader : IDisposable
{
    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;

    /// <summary>Opens no connection yet.</summary>
    /// <param name="options">How files are read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is none, or more than 24 days and not infinite.</exception>
    public WebReader(WebOptions options)
        : this(options, new WebNetwork())
    {
    }

    internal WebReader(WebOptions options, WebNetwork network)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero, nameof(options));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Timeout, TimeSpan.FromMilliseconds(int.MaxValue), nameof(options));
        }

        _timeout = options.Timeout;
        _client = new(CreateHandler(new(network, options.AllowPrivateNetwork))) { Timeout = Timeout.InfiniteTimeSpan };

        // Compressed bytes would have other positions and another length than the file's.
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("identity");
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"MediaTokens/{typeof(WebReader).Assembly.GetName().Version!.ToString(3)}");
    }

    /// <summary>Asks for the first part of a file.</summary>
    /// <exception cref="MediaException">InvalidUri, PrivateNetwork, FileNotFound, AccessDenied, EmptyFile, Timeout or NetworkFailure.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    internal WebSource Open(string uri, CancellationToken cancellationToken)
    {
        WebSession session = Start(WebAddress.Parse(uri), cancellationToken);
        try
        {
            return WebSource.Open(session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Begins to ask for one file, with the time that it may take.</summary>
    internal WebSession Start(Uri address, CancellationToken cancellationToken) => new(_client, address, _timeout, cancellationToken);

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();

    private static SocketsHttpHandler CreateHandler(WebConnector connector) => new()
    {
        ConnectCallback = connector.ConnectAsync,
        UseProxy = false,
        UseCookies = false,

        // Every redirect is looked at before it is followed.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,

        // What is left of an answer is not worth reading: the connection is closed.
        MaxResponseDrainSize = 0,
    };
}
