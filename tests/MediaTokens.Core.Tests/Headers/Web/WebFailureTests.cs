using System.Net;
using System.Net.Sockets;
using MediaTokens.Headers.Web;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>What goes wrong between here and the file.</summary>
public sealed class WebFailureTests
{
    [Theory]
    [InlineData(404, MediaErrorId.FileNotFound)]
    [InlineData(410, MediaErrorId.FileNotFound)]
    [InlineData(401, MediaErrorId.AccessDenied)]
    [InlineData(403, MediaErrorId.AccessDenied)]
    [InlineData(204, MediaErrorId.NetworkFailure)]
    [InlineData(304, MediaErrorId.NetworkFailure)]
    [InlineData(400, MediaErrorId.NetworkFailure)]
    [InlineData(429, MediaErrorId.NetworkFailure)]
    [InlineData(500, MediaErrorId.NetworkFailure)]
    [InlineData(599, MediaErrorId.NetworkFailure)]
    public async Task A_status_is_told_under_its_id(int status, MediaErrorId id)
    {
        await using WebServer server = await WebServer.StartAsync(Status(status));
        MediaException exception = WebFiles.Fails(id, server.Uri("photo.jpg"));
        Assert.Contains($" {status}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_is_no_image()
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Whole("<!DOCTYPE html><title>Sign in</title>"u8.ToArray()));
        WebFiles.Fails(MediaErrorId.UnknownFormat, server.Uri("photo.jpg"));
    }

    [Fact]
    public async Task A_compressed_answer_is_refused()
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Answers.Whole(TestMedia.Bytes("icon.gif"))(context);
        });
        WebFiles.Fails(MediaErrorId.NetworkFailure, server.Uri("icon.gif"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_that_is_cut_is_a_failure_of_the_network(bool inParts)
    {
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.StatusCode = inParts ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
            context.Response.Headers.ContentRange = inParts ? "bytes 0-65535/100000" : default;
            context.Response.ContentLength = inParts ? 65_536 : 100_000;
            await context.Response.Body.WriteAsync(TestMedia.Bytes("boardwalk.jpg").AsMemory(0, 20));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        WebFiles.Fails(MediaErrorId.NetworkFailure, server.Uri("photo.jpg"));
    }

    [Fact]
    public async Task A_part_that_ends_early_is_a_failure_of_the_network()
    {
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = "bytes 0-65535/100000";
            await context.Response.Body.WriteAsync(new byte[20]);
        });
        WebFiles.Fails(MediaErrorId.NetworkFailure, server.Uri("photo.jpg"));
    }

    [Fact]
    public void A_port_where_nobody_listens_is_a_failure_of_the_network()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        WebFiles.Fails(MediaErrorId.NetworkFailure, $"http://127.0.0.1:{port}/photo.jpg");
    }

    [Fact]
    public void A_host_that_is_not_known_is_a_failure_of_the_network()
    {
        MediaException exception = WebFiles.Fails(MediaErrorId.NetworkFailure, () => WebFiles.Read("http://nowhere.example/photo.jpg", new FakeNetwork(0)));
        Assert.Contains("No host of that name", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_server_is_left_when_the_user_stops(bool sendsFront)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(context => HangAsync(context, sendsFront, asked));
        using CancellationTokenSource stop = new();
        Task<object> reading = Task.Run<object>(() => WebFiles.Read(server.Uri("photo.jpg"), cancellationToken: stop.Token));
        await asked.Task;
        await stop.CancelAsync();
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(stop.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_does_not_answer_in_time_is_left(bool sendsFront)
    {
        await using WebServer server = await WebServer.StartAsync(context => HangAsync(context, sendsFront, new()));
        WebOptions options = WebFiles.Local with { Timeout = TimeSpan.FromMilliseconds(100) };
        MediaException exception = WebFiles.Fails(MediaErrorId.Timeout, server.Uri("photo.jpg"), options);
        Assert.Contains("0.1 s.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_is_stopped_already_asks_nobody() => Assert.Throws<OperationCanceledException>(
        () => WebFiles.Read("http://127.0.0.1:9/photo.jpg", cancellationToken: new(canceled: true)));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void No_time_and_too_much_are_no_timeout(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WebReader(new() { Timeout = TimeSpan.FromSeconds(seconds) }));

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static async Task HangAsync(HttpContext context, bool sendsFront, TaskCompletionSource asked)
    {
        if (sendsFront)
        {
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(TestMedia.Bytes("boardwalk.jpg").AsMemory(0, 20));
            await context.Response.Body.FlushAsync();
        }

        asked.TrySetResult();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
