using MediaTokens.Requests.Sending;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionClientTests
{
    [Fact]
    public async Task Chat_completions_go_to_their_path_with_the_key_in_the_header()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion, ("x-request-id", "req_1")));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        VisionResponse response = await client.SendAsync(Sending.ChatCompletions);

        SeenRequest seen = Assert.Single(vendor.Seen);
        Assert.Equal(("POST", "/v1/chat/completions", Sending.Body), (seen.Method, seen.Target, seen.Body));
        Assert.Equal($"Bearer {Sending.Key}", seen.Headers["Authorization"]);
        Assert.StartsWith("application/json", seen.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("MediaTokens/", seen.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(("OpenAI", "gpt-4o-mini", "A wooden boardwalk through a meadow."), (response.Vendor, response.Model, response.Text));
        Assert.Equal((1118, 1105, 13), (response.PromptTokens, response.EstimatedTokens, response.Difference));
        Assert.Equal(("req_1", 1, "What's in this image?"), (response.RequestId, response.Attempts, response.Prompt));
        Assert.Equal(["boardwalk.jpg", "https://example.com/lake.png"], response.Items);
        Assert.Equal(VendorShapes.ChatCompletion, response.Raw);
        Sending.HasNoKey(response.ToString());
    }

    [Fact]
    public async Task Responses_go_to_their_path()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.Response));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        VisionResponse response = await client.SendAsync(Sending.Responses);
        Assert.Equal("/v1/responses", Assert.Single(vendor.Seen).Target);
        Assert.Equal("A meadow, and a path.", response.Text);
    }

    [Fact]
    public async Task GenerateContent_goes_to_the_models_path_with_Geminis_header()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.GenerateContent));
        using VisionClient client = Sending.Client(vendor.Root);
        VisionResponse response = await client.SendAsync(Sending.GenerateContent with { ApiVersion = "v1alpha" });

        SeenRequest seen = Assert.Single(vendor.Seen);
        Assert.Equal("/v1alpha/models/gemini-3-pro-preview:generateContent", seen.Target);
        Assert.Equal(Sending.Key, seen.Headers["x-goog-api-key"]);
        Assert.False(seen.Headers.ContainsKey("Authorization"));
        Assert.Equal(("Two pictures of a lake.", "mAitaLmkHPPlz7IPvtfUqQ4"), (response.Text, response.RequestId));
        Assert.Equal(2128 + 61 - 2178, response.Difference);
    }

    [Fact]
    public async Task CountTokens_is_asked_and_says_that_it_knows_no_media_resolution()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.CountTokens));
        using VisionClient client = Sending.Client(vendor.Root, countOnly: true);
        VisionResponse response = await client.SendAsync(Sending.GenerateContent with { EstimatedTokens = 1000 });
        Assert.Equal("/v1beta/models/gemini-3-pro-preview:countTokens", Assert.Single(vendor.Seen).Target);
        Assert.Equal((1126, 1126, 120), (response.PromptTokens, response.TotalTokens, response.Difference));
        Assert.True(response.IsCountOnly);
        Assert.Contains("media resolution", response.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ChatCompletions")]
    [InlineData("Responses")]
    public async Task OpenAI_has_nothing_that_only_counts(string api)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.CountTokens));
        using VisionClient client = Sending.Client(vendor.OpenAI, countOnly: true);
        await Sending.FailAsync(MediaErrorId.SettingNotSupported, client.SendAsync(Sending.ChatCompletions with { Api = api }));
        Assert.Empty(vendor.Seen);
    }

    [Fact]
    public async Task An_answer_in_chunks_is_read_whole()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Chunked(VendorShapes.ChatCompletion, 7));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        VisionResponse response = await client.SendAsync(Sending.ChatCompletions);
        Assert.Equal(VendorShapes.ChatCompletion, response.Raw);
    }

    [Fact]
    public async Task The_query_of_the_base_address_stays_behind_the_path()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(new(vendor.Root, "openai/deployments/mini/?api-version=2024-10-21"));
        await client.SendAsync(Sending.ChatCompletions);
        Assert.Equal("/openai/deployments/mini/chat/completions?api-version=2024-10-21", Assert.Single(vendor.Seen).Target);
    }

    [Fact]
    public async Task One_client_sends_many_requests_at_once()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        VisionResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => client.SendAsync(Sending.ChatCompletions with { EstimatedTokens = number })));
        Assert.Equal(Enumerable.Range(0, 20).Select(number => 1118L - number), responses.Select(response => response.Difference!.Value));
    }

    [Fact]
    public async Task A_key_that_the_answer_repeats_is_hidden()
    {
        string escaped = Sending.Key.Replace("/", "\\/", StringComparison.Ordinal).Replace("+", "\\u002B", StringComparison.Ordinal);
        string answer = VendorShapes.ChatCompletion.Replace("A wooden boardwalk", $"{Sending.Key} and {escaped}", StringComparison.Ordinal);
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, answer, ("x-request-id", Sending.Key)));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        VisionResponse response = await client.SendAsync(Sending.ChatCompletions);
        Assert.Equal("*** and *** through a meadow.", response.Text);
        Assert.Contains("*** and *** through a meadow.", response.Raw, StringComparison.Ordinal);
        Assert.Equal("***", response.RequestId);
        Sending.HasNoKey(response.ToString());
    }

    [Fact]
    public async Task White_space_around_the_key_is_left_out()
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        await client.SendAsync(Sending.ChatCompletions, () => new StringContent("{}"), $" {Sending.Key}\r\n", default);
        Assert.Equal($"Bearer {Sending.Key}", Assert.Single(vendor.Seen).Headers["Authorization"]);
    }

    [Theory]
    [InlineData("", MediaErrorId.ApiKeyMissing)]
    [InlineData(" \n", MediaErrorId.ApiKeyMissing)]
    [InlineData(Sending.Key + "\r\nX-Other: 1", MediaErrorId.ApiKeyMissing)]
    [InlineData(Sending.Key + " " + Sending.Key, MediaErrorId.ApiKeyMissing)]
    [InlineData(Sending.Key + "é", MediaErrorId.ApiKeyMissing)]
    public async Task What_can_be_no_key_is_not_sent(string key, MediaErrorId id)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Json(200, VendorShapes.ChatCompletion));
        using VisionClient client = Sending.Client(vendor.OpenAI);
        await Sending.FailAsync(id, client.SendAsync(Sending.ChatCompletions, () => new StringContent("{}"), key, default));
        Assert.Empty(vendor.Seen);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new VisionClient(new() { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VisionClient(new() { Timeout = TimeSpan.FromDays(30) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VisionClient(new() { MaximumRetryCount = -1 }));
    }
}
