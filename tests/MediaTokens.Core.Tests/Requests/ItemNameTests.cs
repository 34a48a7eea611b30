using MediaTokens.Requests;
using Xunit;

namespace MediaTokens.Core.Tests.Requests;

public sealed class ItemNameTests
{
    [Theory]
    [InlineData("https://example.com/a.png?sig=secret#part", "https://example.com/a.png")]
    [InlineData(" https://joe:secret@example.com:8443/a%20b.png?sig=secret", "https://example.com:8443/a%20b.png")]
    [InlineData("ftp://joe:secret@example.com/a.png?sig=secret", "ftp://example.com/a.png")]
    [InlineData("gs://bucket/a.mp4?sig=secret", "gs://bucket/a.mp4")]
    [InlineData("a.png?sig=secret", "a.png")]
    [InlineData("data:image/png;base64,c2VjcmV0", "data:image/png")]
    public void A_link_is_named_without_user_query_and_data(string link, string name) => Assert.Equal(name, ItemName.OfLink(link));

    [Fact]
    public void Data_without_an_end_to_its_type_is_named_by_its_beginning() =>
        Assert.Equal("data:" + new string('a', 56) + "...", ItemName.OfLink($"data:{new string('a', 5000)};base64,AA=="));
}
