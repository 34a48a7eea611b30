using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionCancellationTests
{
    [Fact]
    public async Task A_server_that_hangs_ends_in_a_timeout_which_is_not_tried_again()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Hang);
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        Task<VisionResponse> sending = client.SendAsync(Sending.ChatCompletions);
        await vendor.NextAsync();
        Assert.False(sending.IsCompleted);
        clock.Elapse();
        MediaException exception = await Sending.FailAsync(MediaErrorId.Timeout, sending);
        Assert.Contains("within 3600 s.", exception.Message, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Fact]
    public async Task A_server_that_hangs_within_its_answer_ends_in_a_timeout()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.HangWithin("{\"choices\":["));
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        Task<VisionResponse> sending = client.SendAsync(Sending.ChatCompletions);
        await vendor.NextAsync();
        clock.Elapse();
        await Sending.FailAsync(MediaErrorId.Timeout, sending);
    }

    [Fact]
    public async Task Each_attempt_has_the_whole_timeout()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(500, "{}"), FakeAnswer.Hang);
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        Task<VisionResponse> sending = client.SendAsync(Sending.ChatCompletions);
        await vendor.NextAsync();
        await vendor.NextAsync();
        clock.Elapse();
        await Sending.FailAsync(MediaErrorId.Timeout, sending);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_user_ends_a_hang(bool isWithinAnswer)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(isWithinAnswer ? FakeAnswer.HangWithin("{\"choices\":[") : FakeAnswer.Hang);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        using CancellationTokenSource user = new();
        Task<VisionResponse> sending = client.SendAsync(Sending.ChatCompletions, user.Token);
        await vendor.NextAsync();
        await user.CancelAsync();
        await IsCancelledAsync(sending, user.Token);
    }

    [Fact]
    public async Task The_user_ends_an_upload()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.HangUnread);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        using CancellationTokenSource user = new();

        // Far more than the buffers of both sides hold, so that the upload never ends.
        Task<VisionResponse> sending = client.SendAsync(Sending.ChatCompletions, () => new PiecedContent(1L << 40, _ => Task.CompletedTask), Sending.Key, user.Token);
        await vendor.NextAsync();
        await user.CancelAsync();
        await IsCancelledAsync(sending, user.Token);
    }

    [Fact]
    public async Task The_user_ends_the_waiting_between_attempts()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(429, "{}", ("Retry-After", "599")));
        SkippingClock clock = new() { HoldsAll = true };
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        using CancellationTokenSource user = new();
        Task<VisionResponse> sending = client.SendAsync(Sending.ChatCompletions, user.Token);
        Assert.Equal(599, (await clock.Held.Task).TotalSeconds);
        await user.CancelAsync();
        await IsCancelledAsync(sending, user.Token);
        Assert.Single(vendor.Seen);
    }

    [Fact]
    public async Task Nothing_is_sent_where_the_user_stopped_before()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        using CancellationTokenSource user = new();
        await user.CancelAsync();
        await IsCancelledAsync(client.SendAsync(Sending.ChatCompletions, user.Token), user.Token);
        Assert.Empty(vendor.Seen);
    }

    private static async Task IsCancelledAsync(Task sending, CancellationToken token)
    {
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Sending.Backstop, CancellationToken.None));
        Assert.Equal(token, exception.CancellationToken);
        Sending.HasNoKey(exception.ToString());
    }
}
