using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents;

/// <summary>Pages as users write them.</summary>
public sealed class PageRangesTests
{
    [Theory]
    [InlineData("1", new[] { 1 })]
    [InlineData("1-3,5", new[] { 1, 2, 3, 5 })]
    [InlineData(" 2 - 3 , 3 ", new[] { 2, 3 })]
    [InlineData("9-", new[] { 9, 10, 11, 12 })]
    [InlineData("12-2147483647", new[] { 12 })]
    public void Ranges_hold_their_pages(string text, int[] pages) =>
        Assert.Equal(pages, Enumerable.Range(1, 12).Where(PageRanges.TryParse(text)!.Contains));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("3-1")]
    [InlineData("1,,2")]
    [InlineData("1,")]
    [InlineData("a")]
    [InlineData("1-2-3")]
    [InlineData("2147483648")]
    [InlineData("1.5")]
    public void Anything_else_is_none(string text) => Assert.Null(PageRanges.TryParse(text));

    [Theory]
    [InlineData("1-3, 5", "1-3,5")]
    [InlineData("4-4,90-", "4,90-")]
    public void They_are_written_as_they_are_read(string text, string written) => Assert.Equal(written, PageRanges.TryParse(text)!.ToString());
}
