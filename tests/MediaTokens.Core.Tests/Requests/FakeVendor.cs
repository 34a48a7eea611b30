using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>A server on loopback that plays the vendors: it gives its answers in order, and the last one again and again.</summary>
internal sealed class FakeVendor : IAsyncDisposable
{
    private const int MostKept = 1 << 20;

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<FakeAnswer> _answers;
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly Channel<SeenRequest> _arrivals = Channel.CreateUnbounded<SeenRequest>();

    private FakeVendor(FakeAnswer[] answers)
    {
        _answers = new(answers);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = null;
            options.Limits.MinRequestBodyDataRate = null;
            options.Limits.MinResponseDataRate = null;
        });
        _server = builder.Build();
        _server.Run(ServeAsync);
    }

    /// <summary>Where it listens, as a base address of Gemini.</summary>
    public Uri Root => new(_server.Urls.First());

    /// <summary>The base address of OpenAI's interfaces.</summary>
    public Uri OpenAI => new(Root, "v1");

    /// <summary>What came so far, in order.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>Starts a server with some answers, at least one.</summary>
    public static async Task<FakeVendor> StartAsync(params FakeAnswer[] answers)
    {
        FakeVendor vendor = new(answers);
        await vendor._server.StartAsync();
        return vendor;
    }

    /// <summary>The next request, once it is there and, where the answer asks for it, its body.</summary>
    public ValueTask<SeenRequest> NextAsync() => _arrivals.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        // What hangs is not waited for.
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        FakeAnswer answer = _answers.Count > 1 && _answers.TryDequeue(out FakeAnswer? next) ? next : _answers.First();
        (long length, string body) = answer.ReadsBody ? await ReadAsync(context.Request.Body) : (0, "");
        SeenRequest seen = new(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            length,
            body);
        _seen.Enqueue(seen);
        _arrivals.Writer.TryWrite(seen);
        await answer.WriteAsync(context);
    }

    private static async Task<(long Length, string Body)> ReadAsync(Stream stream)
    {
        using MemoryStream kept = new();
        byte[] piece = new byte[64 << 10];
        long length = 0;
        while (await stream.ReadAsync(piece) is > 0 and int count)
        {
            length += count;
            if (length <= MostKept)
            {
                kept.Write(piece, 0, count);
            }
        }

        return (length, Encoding.UTF8.GetString(kept.ToArray()));
    }
}

/// <summary>A request as the server saw it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Length">The bytes of the body.</param>
/// <param name="Body">The body, up to 1 MB of it.</param>
internal sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, long Length, string Body);
