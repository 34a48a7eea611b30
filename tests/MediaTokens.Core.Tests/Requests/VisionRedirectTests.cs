using MediaTokens.Requests.Sending;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class VisionRedirectTests
{
    private static readonly FakeAnswer Success = FakeAnswer.Json(200, VendorShapes.ChatCompletion);

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_on_the_same_server_takes_body_and_key_along(int status)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(FakeAnswer.Redirect(status, "/v2/chat/completions?a=b"), Success);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        VisionResponse response = await client.SendAsync(Sending.ChatCompletions);
        Assert.Equal(1, response.Attempts);
        Assert.Equal(["/v1/chat/completions", "/v2/chat/completions?a=b"], vendor.Seen.Select(seen => seen.Target));
        Assert.All(vendor.Seen, seen => Assert.Equal(("POST", Sending.Body, $"Bearer {Sending.Key}"), (seen.Method, seen.Body, seen.Headers["Authorization"])));
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_no_fourth()
    {
        FakeAnswer redirect = FakeAnswer.Redirect(307, context => $"http://{context.Request.Host}{context.Request.Path}x");
        await using FakeVendor vendor = await FakeVendor.StartAsync(redirect, redirect, redirect, Success, redirect);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        await client.SendAsync(Sending.ChatCompletions);
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains("redirects more than 3 times", exception.Message, StringComparison.Ordinal);
        Assert.Equal(4 + 4, vendor.Seen.Count);
    }

    [Fact]
    public async Task The_key_does_not_go_to_another_port()
    {
        await using FakeVendor other = await FakeVendor.StartAsync(Success);
        string there = new Uri(other.Root, "v1/chat/completions").ToString();
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, FakeAnswer.Redirect(307, there));
        Assert.Contains(other.Root.Authority, exception.Message, StringComparison.Ordinal);
        Assert.Empty(other.Seen);
    }

    [Theory]
    [InlineData("http://localhost:{0}/v1")]
    [InlineData("https://127.0.0.1:{0}/v1")]
    [InlineData("//localhost:{0}/v1")]
    [InlineData("ftp://127.0.0.1:{0}/v1")]
    [InlineData("file:///etc/passwd")]
    public async Task The_key_does_not_go_to_another_host_or_scheme(string location)
    {
        await using FakeVendor vendor = await FakeVendor.StartAsync(
            FakeAnswer.Redirect(307, context => location.Replace("{0}", $"{context.Request.Host.Port}", StringComparison.Ordinal)), Success);
        using VisionClient client = Sending.Client(vendor.OpenAI);
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, client.SendAsync(Sending.ChatCompletions));
        Assert.Contains("-BaseUri", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(vendor.Seen);
    }

    [Fact]
    public async Task The_address_of_a_foreign_redirect_is_not_shown_beyond_its_host()
    {
        MediaException exception = await Sending.FailAsync(MediaErrorId.BadResponse, FakeAnswer.Redirect(302, $"https://example.com/?key={Sending.Key}"));
        Assert.Contains("https://example.com,", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_nowhere_is_told() =>
        Assert.Contains("does not say where", (await Sending.FailAsync(MediaErrorId.BadResponse, FakeAnswer.Redirect(302, (string?)null))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_redirect_that_asks_for_another_method_is_not_followed() =>
        Assert.Contains("answered 303", (await Sending.FailAsync(MediaErrorId.BadResponse, FakeAnswer.Redirect(303, "/v2"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("//")]
    [InlineData("///x")]
    public async Task A_redirect_to_what_is_no_address_is_told(string location) =>
        Assert.Contains("does not say where", (await Sending.FailAsync(MediaErrorId.BadResponse, FakeAnswer.Redirect(307, location))).Message, StringComparison.Ordinal);
}
