using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>What a server was asked.</summary>
/// <param name="Path">The path of the address.</param>
/// <param name="From">The first byte that was asked for; null for the whole.</param>
/// <param name="Count">The bytes that were asked for.</param>
/// <param name="IfRange">Which file it must still be.</param>
/// <param name="AcceptEncoding">The compressions that are welcome.</param>
internal sealed record WebRequest(string Path, long? From, long Count, string IfRange, string AcceptEncoding);

/// <summary>A real server on loopback.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<WebRequest> _requests = new();

    private WebServer(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(context =>
        {
            RangeItemHeaderValue? range = context.Request.GetTypedHeaders().Range?.Ranges.Single();
            _requests.Enqueue(new(
                context.Request.Path,
                range?.From,
                range is null ? 0 : range.To!.Value - range.From!.Value + 1,
                context.Request.Headers.IfRange.ToString(),
                context.Request.Headers.AcceptEncoding.ToString()));
            return answer(context);
        });
    }

    public int Port { get; private set; }

    public WebRequest[] Requests => [.. _requests];

    /// <summary>The bytes that were asked for in all.</summary>
    public long Asked => _requests.Sum(request => request.Count);

    public static async Task<WebServer> StartAsync(RequestDelegate answer)
    {
        WebServer server = new(answer);
        await server._app.StartAsync();
        server.Port = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return server;
    }

    public string Uri(string path) => $"http://127.0.0.1:{Port}/{path}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
