using System.Globalization;
using MediaTokens.Headers.Web;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>Redirects are followed five times, and only to where an address may lead.</summary>
public sealed class WebRedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_followed(int status)
    {
        await using WebServer server = await WebServer.StartAsync(Redirect("../icon.gif?size=1#top", status));
        Assert.Equal("Gif", WebFiles.Gemini.Count(WebFiles.Read(server.Uri("old/icon.gif"))).Format);
        Assert.Equal(["/old/icon.gif", "/icon.gif"], server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Five_redirects_are_followed(int redirects, bool succeeds)
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            int left = int.Parse(context.Request.Path.Value![1..], CultureInfo.InvariantCulture);
            return left == 0 ? Answers.Whole(TestMedia.Bytes("icon.gif"))(context) : RedirectAsync(context, $"/{left - 1}", 302);
        });
        string uri = server.Uri(redirects.ToString(CultureInfo.InvariantCulture));
        if (succeeds)
        {
            Assert.Equal(uri, WebFiles.Read(uri).Path);
        }
        else
        {
            WebFiles.Fails(MediaErrorId.NetworkFailure, uri);
            Assert.Equal(6, server.Requests.Length);
        }
    }

    [Fact]
    public async Task A_loop_ends()
    {
        await using WebServer server = await WebServer.StartAsync(context => RedirectAsync(context, context.Request.Path, 302));
        WebFiles.Fails(MediaErrorId.NetworkFailure, server.Uri("icon.gif"));
        Assert.Equal(6, server.Requests.Length);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/icon.gif", MediaErrorId.InvalidUri)]
    [InlineData("file:///etc/hostname", MediaErrorId.InvalidUri)]
    [InlineData("data:image/gif;base64,R0lG", MediaErrorId.InvalidUri)]
    [InlineData("http://user:secret@127.0.0.1/icon.gif", MediaErrorId.InvalidUri)]
    [InlineData("", MediaErrorId.NetworkFailure)]
    [InlineData("http://[", MediaErrorId.NetworkFailure)]
    public async Task A_redirect_to_elsewhere_than_the_web_is_not_followed(string location, MediaErrorId id)
    {
        await using WebServer server = await WebServer.StartAsync(context => RedirectAsync(context, location, 302));
        MediaException exception = WebFiles.Fails(id, server.Uri("old/icon.gif"));
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_away_from_encryption_is_not_followed()
    {
        WebFiles.Fails(MediaErrorId.InvalidUri, () => WebAddress.Redirect(new("https://example.org/a"), new("http://example.org/a")));
        Assert.Equal("https://example.com/a", WebAddress.Redirect(new("http://example.org/a"), new("https://example.com/a")).AbsoluteUri);
        Assert.Equal("https://example.com/a", WebAddress.Redirect(new("https://example.org/a"), new("//example.com/a", UriKind.Relative)).AbsoluteUri);
    }

    [Fact]
    public async Task Further_parts_are_asked_for_where_the_redirects_end()
    {
        byte[] file = [.. "GIF89a"u8, 9, 0, 9, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 9, 0, 9, 0, 0, 2, .. Enumerable.Repeat((byte)1, 100_001)];
        await using WebServer server = await WebServer.StartAsync(context =>
            context.Request.Path == "/old" ? RedirectAsync(context, "/new", 302) : Answers.Ranged(file)(context));
        WebFiles.Read(server.Uri("old"));
        Assert.Equal(["/old", "/new", "/new"], server.Requests.Select(request => request.Path));
    }

    private static RequestDelegate Redirect(string location, int status) => context =>
        context.Request.Path == "/icon.gif" ? Answers.Ranged(TestMedia.Bytes("icon.gif"))(context) : RedirectAsync(context, location, status);

    private static Task RedirectAsync(HttpContext context, string location, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
