using System.Buffers.Binary;
using MediaTokens.Planning;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>Files of servers that know no parts: the front is read, and then the connection is cut.</summary>
public sealed class WebWholeTests
{
    private static readonly byte[] Zeros = new byte[65_536];

    [Fact]
    public async Task A_file_without_end_is_cut_off()
    {
        TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(context => EndlessAsync(context, TestMedia.Bytes("boardwalk.jpg"), aborted));
        MediaItem item = WebFiles.Read(server.Uri("boardwalk.jpg"));
        Assert.Equal((new PixelSize(2560, 1669), null), (item.Size, item.Bytes));
        await aborted.Task;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_lies_behind_the_first_megabyte_cannot_be_read(bool tellsLength)
    {
        byte[] head = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(head, 2 << 20);
        "mdat"u8.CopyTo(head.AsSpan(4));
        byte[] movie = TestMedia.Bytes("video/h264.mp4");
        byte[] file = [.. movie[..movie.AsSpan().IndexOf("free"u8)][..^4], .. head, .. new byte[(2 << 20) - head.Length], .. movie[(movie.AsSpan().IndexOf("moov"u8) - 4)..]];
        await using WebServer server = await WebServer.StartAsync(tellsLength ? Answers.Whole(file) : Answers.Chunked(file));
        MediaException exception = WebFiles.Fails(MediaErrorId.HeaderTooLarge, server.Uri("movie.mp4"));
        Assert.Contains("does not support ranges", exception.Message, StringComparison.Ordinal);

        await using WebServer ranged = await WebServer.StartAsync(Answers.Ranged(file));
        Assert.NotNull(WebFiles.Read(ranged.Uri("movie.mp4")).Header!.Value.Video!.Duration);
    }

    [Fact]
    public async Task A_document_of_unknown_length_fails()
    {
        TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebServer server = await WebServer.StartAsync(context => EndlessAsync(context, TestMedia.Bytes("pdf/cairo-text.pdf"), aborted));
        MediaException exception = WebFiles.Fails(MediaErrorId.HeaderTooLarge, server.Uri("text.pdf"));
        Assert.Contains("does not support ranges", exception.Message, StringComparison.Ordinal);
        await aborted.Task;
    }

    [Fact]
    public async Task A_server_that_refuses_every_range_is_asked_for_the_whole()
    {
        byte[] file = TestMedia.Bytes("icon.gif");
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            if (context.Request.Headers.Range.Count == 0)
            {
                return Answers.Whole(file)(context);
            }

            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return Task.CompletedTask;
        });
        Assert.Equal(file.Length, WebFiles.Read(server.Uri("icon.gif")).Bytes);
        Assert.Equal([0L, null], server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task A_server_that_never_satisfies_a_range_fails()
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return Task.CompletedTask;
        });
        WebFiles.Fails(MediaErrorId.NetworkFailure, server.Uri("icon.gif"));
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task A_file_without_bytes_is_empty()
    {
        await using WebServer ranged = await WebServer.StartAsync(Answers.Ranged([]));
        WebFiles.Fails(MediaErrorId.EmptyFile, ranged.Uri("nothing.png"));
        Assert.Single(ranged.Requests);
        await using WebServer whole = await WebServer.StartAsync(Answers.Whole([]));
        WebFiles.Fails(MediaErrorId.EmptyFile, whole.Uri("nothing.png"));
        await using WebServer chunked = await WebServer.StartAsync(Answers.Chunked([]));
        WebFiles.Fails(MediaErrorId.EmptyFile, chunked.Uri("nothing.png"));
    }

    private static async Task EndlessAsync(HttpContext context, byte[] start, TaskCompletionSource aborted)
    {
        try
        {
            await context.Response.Body.WriteAsync(start, context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(Zeros, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // That is what is waited for.
        }

        aborted.TrySetResult();
    }
}
