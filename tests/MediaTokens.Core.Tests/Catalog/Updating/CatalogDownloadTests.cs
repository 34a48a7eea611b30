using MediaTokens.Catalog.Updating;
using MediaTokens.Core.Tests.Headers.Web;
using MediaTokens.Headers.Web;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Catalog.Updating;

/// <summary>A catalog is downloaded over https alone, from the public internet, and only so far.</summary>
public sealed class CatalogDownloadTests
{
    private const int Most = 5_000;

    private static readonly byte[] Catalog = Updates.Bytes(Updates.Models);

    [Fact]
    public async Task A_file_is_read_as_a_whole_whether_its_length_is_told_or_not()
    {
        byte[] large = new byte[3_000_000];
        new Random(7).NextBytes(large);
        foreach (byte[] file in new[] { Catalog, large, [] })
        {
            await using WebServer told = await WebServer.StartAsync(Answers.Whole(file));
            await using WebServer untold = await WebServer.StartAsync(Answers.Chunked(file));
            Assert.Equal(file, CatalogDownload.Read(told.Uri("c.json"), WebFiles.Local, default));
            Assert.Equal(file, CatalogDownload.Read(untold.Uri("c.json"), WebFiles.Local, default));
            Assert.Null(Assert.Single(told.Requests).From);
        }
    }

    [Theory]
    [InlineData("http://example.com/catalog.json")]
    [InlineData("http://10.0.0.1/catalog.json")]
    [InlineData("ftp://example.com/catalog.json")]
    [InlineData("file:///etc/hostname")]
    [InlineData("data:application/json,{}")]
    [InlineData("https://user:secret@example.com/catalog.json")]
    [InlineData("catalog.json")]
    [InlineData("")]
    public void Only_https_addresses_are_taken(string uri)
    {
        Fails(MediaErrorId.InvalidUri, uri, WebFiles.Local);
        Fails(MediaErrorId.InvalidUri, uri, new());
    }

    [Fact]
    public async Task The_machine_itself_is_asked_only_where_that_is_allowed()
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Whole(Catalog));
        Fails(MediaErrorId.InvalidUri, server.Uri("c.json"), new());
        Fails(MediaErrorId.PrivateNetwork, $"https://127.0.0.1:{server.Port}/c.json", new());
        Fails(MediaErrorId.PrivateNetwork, $"https://localhost:{server.Port}/c.json", new());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_name_that_leads_to_a_private_network_is_refused()
    {
        FakeNetwork network = new(1, ["192.168.0.1"]);
        MediaException exception = Assert.Throws<MediaException>(() => CatalogDownload.Read("https://example.com/c.json", new(), network, Most, default));
        Assert.Equal(MediaErrorId.PrivateNetwork, exception.Id);
        Assert.Empty(network.Connected);
    }

    [Theory]
    [InlineData(404, MediaErrorId.FileNotFound)]
    [InlineData(410, MediaErrorId.FileNotFound)]
    [InlineData(401, MediaErrorId.AccessDenied)]
    [InlineData(403, MediaErrorId.AccessDenied)]
    [InlineData(206, MediaErrorId.NetworkFailure)]
    [InlineData(204, MediaErrorId.NetworkFailure)]
    [InlineData(416, MediaErrorId.NetworkFailure)]
    [InlineData(429, MediaErrorId.NetworkFailure)]
    [InlineData(500, MediaErrorId.NetworkFailure)]
    public async Task Another_answer_than_the_file_is_an_error(int status, MediaErrorId id)
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Fails(id, server.Uri("c.json"), WebFiles.Local);
    }

    [Theory]
    [InlineData(Most, true)]
    [InlineData(Most + 1, false)]
    [InlineData(4 * Most, false)]
    public async Task A_file_may_have_so_many_bytes(int length, bool succeeds)
    {
        byte[] file = new byte[length];
        await using WebServer told = await WebServer.StartAsync(Answers.Whole(file));
        await using WebServer untold = await WebServer.StartAsync(Answers.Chunked(file));
        foreach (string uri in new[] { told.Uri("c.json"), untold.Uri("c.json") })
        {
            if (succeeds)
            {
                Assert.Equal(file, CatalogDownload.Read(uri, WebFiles.Local, new WebNetwork(), Most, default));
            }
            else
            {
                Fails(MediaErrorId.FileTooLarge, uri, WebFiles.Local, Most);
            }
        }
    }

    [Fact]
    public async Task Redirects_are_followed_but_not_for_ever()
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            string path = context.Request.Path.Value!;
            if (path == "/there")
            {
                return Answers.Whole(Catalog)(context);
            }

            context.Response.StatusCode = 302;
            context.Response.Headers.Location = path == "/once" ? "/there" : path == "/ftp" ? "ftp://example.com/c.json" : path;
            return Task.CompletedTask;
        });
        Assert.Equal(Catalog, CatalogDownload.Read(server.Uri("once"), WebFiles.Local, default));
        Fails(MediaErrorId.NetworkFailure, server.Uri("loop"), WebFiles.Local);
        Fails(MediaErrorId.InvalidUri, server.Uri("ftp"), WebFiles.Local);
    }

    [Fact]
    public async Task What_another_host_sends_without_encryption_after_a_redirect_is_not_taken()
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            if (context.Request.Host.Host == "example.com")
            {
                return Answers.Whole(Catalog)(context);
            }

            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "http://example.com/c.json";
            return Task.CompletedTask;
        });
        FakeNetwork network = new(server.Port, ["192.0.2.1"]);
        MediaException exception = Assert.Throws<MediaException>(() => CatalogDownload.Read(server.Uri("c.json"), WebFiles.Local, network, Most, default));
        Assert.Equal(MediaErrorId.InvalidUri, exception.Id);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_error_and_no_half_file()
    {
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.ContentLength = Catalog.Length;
            await context.Response.Body.WriteAsync(Catalog.AsMemory(0, 100), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        Fails(MediaErrorId.NetworkFailure, server.Uri("c.json"), WebFiles.Local);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using WebServer server = await WebServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        MediaException exception = Fails(MediaErrorId.Timeout, server.Uri("c.json"), new() { AllowPrivateNetwork = true, Timeout = TimeSpan.FromMilliseconds(50) });
        Assert.Contains("catalog", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_the_work()
    {
        using CancellationTokenSource stop = new();
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            stop.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        Assert.ThrowsAny<OperationCanceledException>(() => CatalogDownload.Read(server.Uri("c.json"), WebFiles.Local, stop.Token));
    }

    private static MediaException Fails(MediaErrorId id, string uri, WebOptions options, int most = CatalogDownload.MaximumBytes)
    {
        MediaException exception = Assert.Throws<MediaException>(() => CatalogDownload.Read(uri, options, new WebNetwork(), most, default));
        Assert.Equal(id, exception.Id);
        return exception;
    }
}
