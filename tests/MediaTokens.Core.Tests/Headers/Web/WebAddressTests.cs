using MediaTokens.Headers;
using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>Which addresses can be read, and what a cost calls them.</summary>
public sealed class WebAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData("photo.jpg")]
    [InlineData("/photos/photo.jpg")]
    [InlineData("C:\\photos\\photo.jpg")]
    [InlineData("file:///photos/photo.jpg")]
    [InlineData("ftp://example.org/photo.jpg")]
    [InlineData("mailto:somebody@example.org")]
    [InlineData("http:///photo.jpg")]
    [InlineData("https://user@example.org/photo.jpg")]
    [InlineData("https://example.org/photo\u001b.jpg")]
    [InlineData("http://[::1/photo.jpg")]
    public void Other_addresses_are_invalid(string uri) => WebFiles.Fails(MediaErrorId.InvalidUri, uri);

    [Fact]
    public void A_password_is_not_repeated()
    {
        MediaException exception = WebFiles.Fails(MediaErrorId.InvalidUri, "https://user:secret@example.org/photo.jpg");
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blanks_around_an_address_do_not_matter()
    {
        await using WebServer server = await WebServer.StartAsync(Answers.Ranged(TestMedia.Bytes("icon.gif")));
        Assert.Equal(server.Uri("icon.gif"), WebFiles.Read($" {server.Uri("icon.gif")}\n").Path);
    }

    [Theory]
    [InlineData("https://example.org/photos/sea.png", "sea.png")]
    [InlineData("HTTPS://example.org/photos/sea.png?size=large/small#top", "sea.png")]
    [InlineData("http://example.org/photos/", "photos")]
    [InlineData("http://example.org/", "example.org")]
    [InlineData("http://example.org?photo", "example.org")]
    [InlineData("http://example.org/the%20sea.png", "the sea.png")]
    [InlineData("http://example.org/m%C3%A9r.png", "m\u00e9r.png")]
    [InlineData("http://example.org/%1B%5B31m.png", "%1B%5B31m.png")]
    public void A_file_on_the_web_is_named_by_the_end_of_its_path(string uri, string name)
    {
        MediaItem item = new(uri, new(640, 480), new MediaHeader(MediaFormat.Png, new(640, 480)), null);
        MediaTokenCost cost = WebFiles.Gemini.Count(item);
        Assert.Equal((name, uri, null), (cost.Name, cost.Path, cost.Bytes));
    }
}
