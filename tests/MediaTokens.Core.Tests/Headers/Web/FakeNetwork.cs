using System.Collections.Concurrent;
using System.Net;
using MediaTokens.Headers.Web;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>
/// A network whose names lead where a test says, once for each time that a name is looked up. Whatever public address is
/// connected to, the server of the test answers.
/// </summary>
internal sealed class FakeNetwork(int port, params string[][] answers) : WebNetwork
{
    private readonly ConcurrentQueue<IPAddress[]> _answers = new(answers.Select(answer => Array.ConvertAll(answer, IPAddress.Parse)));

    /// <summary>The addresses that were connected to.</summary>
    public ConcurrentQueue<string> Connected { get; } = new();

    public override Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult(_answers.TryDequeue(out IPAddress[]? found) ? found : []);

    public override Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        Connected.Enqueue(endPoint.Address.ToString());
        return base.ConnectAsync(new(IPAddress.Loopback, port), cancellationToken);
    }
}
