using MediaTokens.Requests;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>Links are passed through unread; their ending says what little is known.</summary>
public sealed class RequestLinkTests
{
    [Theory]
    [InlineData(Gpt, "")]
    [InlineData(Gpt, "photo.jpg")]
    [InlineData(Gpt, "/photos/photo.jpg")]
    [InlineData(Gpt, @"C:\photos\photo.jpg")]
    [InlineData(Gpt, "//example.com/a.jpg")]
    [InlineData(Gpt, "ftp://example.com/a.jpg")]
    [InlineData(Gpt, "file:///etc/passwd")]
    [InlineData(Gpt, "gs://bucket/a.jpg")]
    [InlineData(Gpt, "javascript:alert(1)")]
    [InlineData(Gpt, "data:image/png,abc")]
    [InlineData(Gpt, "data:image/png;base64,not base64!")]
    [InlineData(Gemini3, "files/abc-123")]
    [InlineData(Gemini3, "ftp://example.com/a.jpg")]
    public void An_address_that_cannot_be_used_is_refused(string model, string link)
    {
        Refused(MediaErrorId.InvalidUri, () => Builder(model).FromLink(link, null, null));
        Assert.NotEmpty(Builder(model, new() { Force = true }).FromLink(link, null, null).Warnings);
    }

    [Theory]
    [InlineData(Gpt, "https://example.com/a.jpg", "Image", "image/jpeg")]
    [InlineData(Gpt, "http://example.com/a", "Image", null)]
    [InlineData(Gemini3, "https://example.com/A.PNG?x=y.jpg#z.gif", "Image", "image/png")]
    [InlineData(Gemini3, "gs://bucket/clip.mp4", "Video", "video/mp4")]
    [InlineData(Gemini3, "https://example.com/report.pdf", "Pdf", "application/pdf")]
    [InlineData(Gemini3, "https://www.youtube.com/watch?v=9hE5-98ZeCg", "Video", null)]
    [InlineData(Gemini3, "https://youtu.be/9hE5-98ZeCg", "Video", null)]
    public void A_link_is_what_its_ending_says(string model, string link, string mediaType, string? mimeType)
    {
        BuiltItem item = Builder(model).FromLink(link, null, null);
        Assert.Equal((link, null, mediaType, mimeType), (item.Item.Uri, item.Item.Path, item.Item.MediaType, item.Item.MimeType));
        Assert.Equal((null, null), (item.Item.Tokens, item.Item.Bytes));
        Assert.Contains("tokens are not known", Assert.Single(item.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Gemini3, "https://generativelanguage.googleapis.com/v1beta/files/abc-123", "MIME type")]
    [InlineData(Gemini3, "https://example.com/a.bmp", "Bmp")]
    [InlineData(Gpt, "https://example.com/a.mp4", "Mp4")]
    public void An_ending_that_says_nothing_good_is_warned_of(string model, string link, string word) =>
        Assert.Contains(Builder(model).FromLink(link, null, null).Warnings, warning => warning.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void A_link_without_an_ending_leads_to_a_video_where_a_clip_is_asked_for()
    {
        VisionRequestBuilder builder = Builder(Gemini3, new() { Video = new() { EndTime = TimeSpan.FromSeconds(90.5) } });
        VisionRequest request = builder.Build([
            builder.FromLink("https://generativelanguage.googleapis.com/v1beta/files/abc", null, null), builder.FromLink("https://example.com/a.png", null, null)]);
        Assert.Equal(["Video", "Image"], request.Items.Select(item => item.MediaType));
        Assert.Equal("""{"end_offset":"90.5s"}""", Json(request)["contents"]![0]!["parts"]![0]!["video_metadata"]!.ToJsonString());
        Assert.Null(Json(request)["contents"]![0]!["parts"]![1]!["video_metadata"]);
    }

    [Theory]
    [InlineData("data:image/png;base64,", MediaErrorId.EmptyFile)]
    [InlineData("data:image/png;base64,AAAAAAAAAAAAAAAAAAAAAAAA", MediaErrorId.UnknownFormat)]
    public void Data_that_cannot_be_read_is_refused_like_a_file(string link, MediaErrorId id) =>
        Refused(id, () => Builder(Gpt, new() { Force = true }).FromLink(link, null, null));

    [Fact]
    public void Data_that_the_vendor_does_not_take_is_refused_like_a_file()
    {
        string link = $"DATA:image/png;name=x;BASE64,{Base64(Headers.TestMedia.FullPath("formats/png-animated.png"))}";
        Refused(MediaErrorId.AnimationNotSupported, () => Builder(Gpt).FromLink(link, null, null));
        VisionRequest request = Of(Gpt, new RequestOptions { Force = true }, link);
        Assert.StartsWith("DATA:image/png: It is animated", Assert.Single(request.Warnings), StringComparison.Ordinal);
        Assert.True(request.EstimatedTokens > 0);
    }

    [Theory]
    [InlineData("https://u:p@example.com:8080/a/b%20c.png?sig=secret#x", "https://example.com:8080/a/b%20c.png")]
    [InlineData("data:image/png;base64,AAAA", "data:image/png")]
    [InlineData("data:AAAA", "data:")]
    [InlineData("a.png?sig=secret", "a.png")]
    public void A_link_is_called_by_what_is_not_secret_of_it(string link, string name) =>
        Assert.Equal((name, name), (new VisionRequestItem { Uri = link }.Name, new VisionRequestItem { Uri = link }.ToString()));
}
