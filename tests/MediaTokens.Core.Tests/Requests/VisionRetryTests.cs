using System.Globalization;
using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionRetryTests
{
    private static readonly FakeAnswer Success = FakeAnswer.Json(200, VendorShapes.ChatCompletion);

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_another_attempt_may_mend_is_sent_again(int status)
    {
        (VisionResponse response, IReadOnlyList<TimeSpan> waits) = await SendAsync(FakeAnswer.Json(status, VendorShapes.OpenAIServerError), Success);
        Assert.Equal(2, response.Attempts);
        Assert.Equal([TimeSpan.FromSeconds(1)], waits);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Duration);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_an_answer_is_tried_again()
    {
        (VisionResponse response, _) = await SendAsync(FakeAnswer.Abort, FakeAnswer.Abort, Success);
        Assert.Equal(3, response.Attempts);
    }

    [Fact]
    public async Task The_whole_body_is_sent_again()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(500, ""), Success);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        await client.SendAsync(Sending.ChatCompletions);
        Assert.Equal([Sending.Body, Sending.Body], vendor.Seen.Select(seen => seen.Body));
    }

    [Theory]
    [InlineData(429, MediaErrorId.RateLimited, VendorShapes.OpenAIRateLimit, "rate_limit_exceeded")]
    [InlineData(500, MediaErrorId.ServerError, VendorShapes.OpenAIServerError, "Sorry about that!")]
    [InlineData(408, MediaErrorId.Timeout, "{}", "answered 408")]
    public async Task It_ends_after_so_many_attempts_with_what_the_vendor_said(int status, MediaErrorId id, string body, string words)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(status, body));
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        MediaException exception = await Sending.FailAsync(id, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Contains("It was tried 4 times.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(4, vendor.Seen.Count);
        Assert.Equal([1, 2, 4], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task No_retries_means_one_attempt()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(503, "{}"), Success);
        using VisionClient client = Sending.Client(vendor.OpenAI, retries: 0);
        MediaException exception = await Sending.FailAsync(MediaErrorId.ServerError, client.SendAsync(Sending.ChatCompletions));
        Assert.DoesNotContain("It was tried", exception.Message, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("Retry-After", "600", 600.0)]
    [InlineData("Retry-After", "0", 1.0)]
    [InlineData("Retry-After", "soon", 1.0)]
    [InlineData("Retry-After", "-5", 1.0)]
    [InlineData("Retry-After", "NaN", 1.0)]
    [InlineData("retry-after-ms", "250", 0.25)]
    [InlineData("retry-after-ms", "1500.0", 1.5)]
    public async Task What_the_server_asks_is_waited(string header, string value, double seconds)
    {
        (_, IReadOnlyList<TimeSpan> waits) = await SendAsync(FakeAnswer.Json(429, VendorShapes.OpenAIRateLimit, (header, value)), Success);
        Assert.Equal([seconds], waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Milliseconds_win_over_seconds()
    {
        (_, IReadOnlyList<TimeSpan> waits) = await SendAsync(FakeAnswer.Json(429, "{}", ("Retry-After", "20"), ("retry-after-ms", "19500")), Success);
        Assert.Equal([19.5], waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_date_is_counted_from_the_servers_own_clock()
    {
        DateTimeOffset server = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        string Http(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);
        (_, IReadOnlyList<TimeSpan> waits) = await SendAsync(FakeAnswer.Json(503, "{}", ("Date", Http(server)), ("Retry-After", Http(server.AddSeconds(42)))), Success);
        Assert.Equal([42], waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Geminis_retry_detail_is_honoured()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(429, VendorShapes.GeminiRateLimit), FakeAnswer.Json(200, VendorShapes.GenerateContent));
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.Root, clock);
        Assert.Equal(2, (await client.SendAsync(Sending.GenerateContent)).Attempts);
        Assert.Equal([34.5], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(429, "601", MediaErrorId.RateLimited, "00:10:01")]
    [InlineData(429, "99999999999999999999999999", MediaErrorId.RateLimited, "36500.00:00:00")]
    [InlineData(503, "3600", MediaErrorId.ServerError, "01:00:00")]
    public async Task A_demand_above_ten_minutes_ends_at_once_and_is_told(int status, string seconds, MediaErrorId id, string told)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(status, "{}", ("Retry-After", seconds)), Success);
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        MediaException exception = await Sending.FailAsync(id, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains($"It asks to wait {told}, which is longer than 00:10:00.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(clock.Waits);
        Assert.Single(vendor.Seen);
    }

    [Fact]
    public async Task A_spent_quota_is_not_waited_for()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(429, VendorShapes.OpenAIQuota, ("Retry-After", "1")), Success);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        MediaException exception = await Sending.FailAsync(MediaErrorId.RateLimited, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains("billing", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Theory]
    [InlineData(0.0, new double[] { 1, 2, 4, 8, 16, 32, 60, 60 })]
    [InlineData(0.5, new double[] { 0.75, 1.5, 3, 6, 12, 24, 45, 45 })]
    public void Waits_double_up_to_a_minute_and_chance_shortens_them(double chance, double[] seconds)
    {
        RetryPolicy policy = new(100, () => chance);
        Assert.Equal(seconds, Enumerable.Range(1, seconds.Length).Select(attempts => policy.WaitAfter(attempts, null).TotalSeconds));
        Assert.Equal(policy.WaitAfter(7, null), policy.WaitAfter(int.MaxValue, null));
    }

    [Fact]
    public void Chance_never_shortens_what_the_server_asks()
    {
        RetryPolicy policy = new(3, () => 0.5);
        Assert.Equal(10.5, policy.WaitAfter(1, TimeSpan.FromSeconds(10)).TotalSeconds);
    }

    private static async Task<(VisionResponse Response, IReadOnlyList<TimeSpan> Waits)> SendAsync(params FakeAnswer[] answers)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(answers);
        SkippingClock clock = new();
        using VisionClient client = Sending.Client(vendor.OpenAI, clock);
        VisionResponse response = await client.SendAsync(Sending.ChatCompletions);
        Assert.Equal(answers.Length, vendor.Seen.Count);
        return (response, clock.Waits);
    }
}
