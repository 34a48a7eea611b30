using System.Globalization;
using MediaTokens.Requests.Sending;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionUploadTests
{
    private const long Length = 100_000_007;

    [Fact]
    public async Task A_large_body_arrives_whole_with_its_length_told_before()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        await client.SendAsync(Sending.ChatCompletions, () => new PiecedContent(Length, _ => Task.CompletedTask), Sending.Key, default);
        SeenRequest seen = Assert.Single(vendor.Seen);
        Assert.Equal(Length, seen.Length);
        Assert.Equal(Length.ToString(CultureInfo.InvariantCulture), seen.Headers["Content-Length"]);
        Assert.False(seen.Headers.ContainsKey("Transfer-Encoding"));
    }

    [Fact]
    public async Task The_server_has_the_first_pieces_before_the_last_ones_are_made()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeAnswer answer = new(ReadsBody: false, WriteAsync: async context =>
        {
            byte[] first = new byte[PiecedContent.PieceLength];
            await context.Request.Body.ReadExactlyAsync(first);
            arrived.SetResult();
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync(VendorShapes.ChatCompletion);
        });
        await using FakeVendor vendor = await FakeVendor.StartAsync(answer);
        using VisionClient client = Sending.Client(vendor.OpenAI);

        // A body that is gathered before it is sent never gets here; the time only ends the test then.
        Task BeforePiece(long written) => written < PiecedContent.PieceLength * 4 ? Task.CompletedTask : arrived.Task.WaitAsync(Sending.Backstop);
        VisionResponse response = await client.SendAsync(Sending.ChatCompletions, () => new PiecedContent(PiecedContent.PieceLength * 8, BeforePiece), Sending.Key, default);
        Assert.Equal("stop", response.FinishReason);
    }
}
