using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionFailureTests
{
    [Theory]
    [InlineData(Sending.Key)]
    [InlineData("sk-proj-***************T3st")]
    [InlineData("sk-proj-...T3st")]
    [InlineData("Ab3dEf6h************T3st")]
    public async Task A_refused_key_is_not_shown_though_the_vendor_quotes_it(string quoted)
    {
        MediaException exception = await Sending.FailAsync(MediaErrorId.Unauthorized, FakeAnswer.Json(401, VendorShapes.OpenAIBadKey(quoted), ("x-request-id", "req_7")));
        Assert.Contains("answered 401: Incorrect API key provided: ***. You can find", exception.Message, StringComparison.Ordinal);
        Assert.Contains("(invalid_request_error, invalid_api_key)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("req_7", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("T3st", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, VendorShapes.OpenAIBadImage, MediaErrorId.Unauthorized, "invalid_image_format")]
    [InlineData(400, VendorShapes.OpenAIBadImage, MediaErrorId.BadRequest, "You uploaded an unsupported image.")]
    [InlineData(400, VendorShapes.GeminiBadKey, MediaErrorId.Unauthorized, "API key not valid. Please pass a valid API key. (INVALID_ARGUMENT, API_KEY_INVALID)")]
    [InlineData(404, """{"error":{"code":404,"message":"models/gemini-9 is not found","status":"NOT_FOUND"}}""", MediaErrorId.BadRequest, "models/gemini-9 is not found (NOT_FOUND)")]
    [InlineData(404, """{"error":"model 'llava' not found"}""", MediaErrorId.BadRequest, "model 'llava' not found")]
    [InlineData(422, """{"detail":"Field required"}""", MediaErrorId.BadRequest, "Field required")]
    [InlineData(401, """{"statusCode":401,"message":"Access denied due to invalid subscription key."}""", MediaErrorId.Unauthorized, "Access denied")]
    [InlineData(501, """{"error":{"message":"Not here","code":"x"}}""", MediaErrorId.ServerError, "Not here (x)")]
    [InlineData(413, "<html><body>Request Entity Too Large</body></html>", MediaErrorId.BadRequest, "answered 413.")]
    [InlineData(400, "bad gateway configuration", MediaErrorId.BadRequest, "bad gateway configuration")]
    [InlineData(400, "", MediaErrorId.BadRequest, "answered 400.")]
    [InlineData(400, """{"error":{"message":""", MediaErrorId.BadRequest, "answered 400.")]
    [InlineData(304, "", MediaErrorId.BadResponse, "answered 304.")]
    public async Task A_status_has_its_own_id_and_the_vendors_words(int status, string body, MediaErrorId id, string words)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(status == 304 ? FakeAnswer.Redirect(304, (string?)null) : FakeAnswer.Text(status, "text/plain", body));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        MediaException exception = await Sending.FailAsync(id, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n", "empty")]
    [InlineData("<html>Sign in to the network</html>", "no JSON")]
    [InlineData("""{"choices":[{"message":{"content":"A me""", "no JSON")]
    [InlineData("""{"choices":[{"message":{"content":"\ud800"}}]}""", "no JSON")]
    [InlineData("[]", "not what")]
    [InlineData("null", "not what")]
    [InlineData("""{"choices":5}""", "not what")]
    [InlineData("""{"hello":"world"}""", "not what")]
    [InlineData(VendorShapes.GenerateContent, "not what")]
    [InlineData("""{"error":{"message":"The key sk-proj-Ab3dEf6hIj/9KlMn+T3st is odd","code":"odd"}}""", "The key *** is odd (odd)")]
    public async Task An_answer_that_is_none_is_told_and_not_asked_for_again(string body, string words)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, body));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_breaks_off_is_not_asked_for_again(bool tellsLength)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Cut(VendorShapes.ChatCompletion, 100, tellsLength));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains("broke after", exception.Message, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_long_is_not_read_to_its_end(bool tellsLength)
    {
        // So long that a client which reads it all has no memory for it.
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, FakeAnswer.Huge(1L << 40, tellsLength));
        Assert.Contains("longer than 67108864 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendors_message_cannot_command_the_terminal_nor_fill_it()
    {
        MediaException exception = await Sending.FailAsync(
            MediaErrorId.BadRequest,
            FakeAnswer.Json(400, $$"""{"error":{"message":"\u001b[2J\r\nred {{new string('x', 990 - Sending.Key.Length)}} {{Sending.Key}} {{new string('y', 100_000)}}" } }"""));
        Assert.DoesNotContain('\u001b', exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.InRange(exception.Message.Length, 900, 1200);
    }

    [Fact]
    public async Task A_host_without_a_server_is_a_network_failure_after_all_attempts()
    {
        Uri gone;
        await using (FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Hang))
        {
            gone = vendor.OpenAI;
        }

        SkippingClock clock = new();
        using VisionClient client = Sending.Client(gone, clock, retries: 2);
        MediaException exception = await Sending.FailAsync(MediaErrorId.NetworkFailure, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains("It was tried 3 times.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, clock.Waits.Count);
    }

    [Fact]
    public async Task A_file_that_changed_ends_it_under_its_own_id()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        MediaException changed = new(MediaErrorId.FileChanged, "It became shorter.", "Send it again.");
        Task sending = client.SendAsync(Sending.ChatCompletions, () => new PiecedContent(100, _ => throw changed), Sending.Key, default);
        Assert.Same(changed, await Sending.FailAsync(MediaErrorId.FileChanged, sending));
    }
}
