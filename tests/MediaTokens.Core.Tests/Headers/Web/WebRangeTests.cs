using System.Globalization;
using MediaTokens.Headers;
using MediaTokens.Planning;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>Files of servers that give parts: how much is asked for.</summary>
public sealed class WebRangeTests
{
    [Fact]
    public async Task A_small_header_takes_one_request_for_64_KB()
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(TestMedia.Bytes("boardwalk.jpg")));
        MediaItem item = WebFiles.Read(server.Uri("boardwalk.jpg"));
        WebRequest request = Assert.Single(server.Requests);
        Assert.Equal((0L, 65_536L, "", "identity"), (request.From, request.Count, request.IfRange, request.AcceptEncoding));
        Assert.Equal((new PixelSize(2560, 1669), 35_349L), (item.Size, item.Bytes));
    }

    [Fact]
    public async Task The_movie_box_at_the_end_of_a_terabyte_is_found_with_little()
    {
        (byte[] start, byte[] end) = LongMovie.Stretch(LongMovie.Short);
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(new RepeatingSource(start, [], 1, LongMovie.Terabyte, end)));
        MediaItem item = WebFiles.Read(server.Uri("movie.mp4"));
        Assert.Equal(MediaHeaderReader.Read(new MemorySource(LongMovie.Short)), item.Header);
        Assert.Equal(start.Length + LongMovie.Terabyte + end.Length, item.Bytes);
        Assert.InRange(server.Requests.Length, 2, 4);
        Assert.True(server.Asked <= 131_072, $"{server.Asked} bytes were asked for.");
    }

    // Application segments of 64 KB without end, or of 4 bytes.
    [Theory]
    [InlineData(new byte[] { 0xFF, 0xE1, 0xFF, 0xFF }, 65_537)]
    [InlineData(new byte[] { 0xFF, 0xE1, 0x00, 0x02 }, 4)]
    public async Task A_header_without_end_is_given_up_after_1_MB(byte[] segment, int distance)
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(new RepeatingSource([0xFF, 0xD8], segment, distance, LongMovie.Terabyte / distance, [])));
        WebFiles.Fails(MediaErrorId.HeaderTooLarge, server.Uri("endless.jpg"));
        Assert.InRange(server.Asked, 524_288, 1_048_576);
        Assert.InRange(server.Requests.Length, 2, 80);
    }

    [Fact]
    public async Task Parts_that_go_on_grow()
    {
        // An animation whose first frame is large: the second is looked for to the end of what may be read.
        byte[] start = [.. "GIF89a"u8, 9, 0, 9, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 9, 0, 9, 0, 0, 2];
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(new RepeatingSource(start, [0xFF], 256, 1 << 30, [])));
        MediaItem item = WebFiles.Read(server.Uri("frames.gif"));
        Assert.Equal(new PixelSize(9, 9), item.Size);
        Assert.Equal([65_536, 65_536, 131_072, 262_144, 524_288], server.Requests.Select(request => request.Count));
        Assert.Equal([0, 65_536, 131_072, 262_144, 524_288], server.Requests.Select(request => request.From!.Value));
    }

    [Fact]
    public async Task A_document_that_takes_more_than_1_MB_fails()
    {
        byte[] document = [.. "%PDF-1.4\n"u8, .. new byte[3 << 20], .. "\ntrailer"u8];
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(document));
        MediaException exception = WebFiles.Fails(MediaErrorId.HeaderTooLarge, server.Uri("long.pdf"));
        Assert.Contains("1048576", exception.Message, StringComparison.Ordinal);
        Assert.True(server.Asked <= 1_048_576, $"{server.Asked} bytes were asked for.");
    }

    [Fact]
    public async Task A_server_may_give_less_than_it_is_asked_for()
    {
        MemorySource file = new(LongMovie.Short);
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            (long from, long count) = Answers.Range(context);
            return Answers.PartAsync(context, file, from, Math.Min(count, 5_000));
        });
        Assert.Equal(MediaHeaderReader.Read(file), WebFiles.Read(server.Uri("movie.mp4")).Header);
        Assert.True(server.Asked <= 1_048_576, $"{server.Asked} bytes were asked for.");
    }

    [Fact]
    public async Task A_server_that_gives_a_byte_at_a_time_is_given_up()
    {
        MemorySource file = new(LongMovie.Short);
        await using WebServer server = await WebServer.StartAsync(context => Answers.PartAsync(context, file, Answers.Range(context).From, 1));
        WebFiles.Fails(MediaErrorId.HeaderTooLarge, server.Uri("movie.mp4"));
        Assert.InRange(server.Requests.Length, 2, 100);
    }

    [Fact]
    public async Task A_server_that_does_not_tell_the_length_gives_what_is_told_at_the_front()
    {
        await using WebServer server = await WebServer.StartAsync(context => WithoutLengthAsync(context, new byte[1 << 20], TestMedia.Bytes("boardwalk.jpg")));
        MediaItem item = WebFiles.Read(server.Uri("boardwalk.jpg"));
        Assert.Equal((new PixelSize(2560, 1669), null), (item.Size, item.Bytes));
    }

    [Fact]
    public async Task A_part_that_is_shorter_than_the_first_request_tells_the_length()
    {
        await using WebServer server = await WebServer.StartAsync(context => WithoutLengthAsync(context, [], TestMedia.Bytes("boardwalk.jpg")));
        Assert.Equal(35_349L, WebFiles.Read(server.Uri("boardwalk.jpg")).Bytes);
    }

    [Fact]
    public async Task What_is_told_at_the_end_of_a_file_of_unknown_length_fails()
    {
        await using WebServer server = await WebServer.StartAsync(context => WithoutLengthAsync(context, new byte[1 << 20], "%PDF-1.4\n"u8.ToArray()));
        MediaException exception = WebFiles.Fails(MediaErrorId.HeaderTooLarge, server.Uri("document.pdf"));
        Assert.Contains("how long the file is", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes 1-65536/200000")]
    [InlineData("bytes 0-65536/200000")]
    [InlineData("pages 0-65535/200000")]
    [InlineData("bytes */200000")]
    [InlineData(null)]
    public async Task A_part_other_than_the_one_asked_for_fails(string? range)
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = range;
            return context.Response.Body.WriteAsync(new byte[65_537], context.RequestAborted).AsTask();
        });
        WebFiles.Fails(MediaErrorId.NetworkFailure, server.Uri("photo.jpg"));
    }

    private static async Task WithoutLengthAsync(HttpContext context, byte[] rest, byte[] start)
    {
        byte[] file = [.. start, .. rest];
        (long from, long count) = Answers.Range(context);
        if (from >= file.Length)
        {
            context.Response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            return;
        }

        byte[] part = file[(int)from..(int)Math.Min(from + count, file.Length)];
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{from + part.Length - 1}/*");
        await context.Response.Body.WriteAsync(part, context.RequestAborted);
    }
}
