using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using Xunit;

namespace MediaTokens.Core.Tests.Headers.Web;

/// <summary>Addresses that hold the file itself.</summary>
public sealed class DataUriTests
{
    private static readonly byte[] Icon = TestMedia.Bytes("icon.gif");

    public static TheoryData<string> Ways => new(
        $"data:image/gif;base64,{Convert.ToBase64String(Icon)}",
        $"data:image/gif;base64,{Convert.ToBase64String(Icon).TrimEnd('=')}",
        $"DATA:image/gif;name=\"a;b\"; BASE64 ,{Convert.ToBase64String(Icon, Base64FormattingOptions.InsertLineBreaks)}",
        $"data:;base64,{Uri.EscapeDataString(Convert.ToBase64String(Icon))}#end",
        $"data:image/gif,{string.Concat(Icon.Select(value => $"%{value:x2}"))}",
        $"data:,{string.Concat(Icon.Select(value => value is > 0x40 and < 0x5B ? $"{(char)value}" : $"%{value:X2}"))}#end");

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_file_is_read(string uri)
    {
        MediaItem item = WebFiles.Read(uri, new WebOptions());
        Assert.Equal(TestMedia.Sample("icon.gif").Header, item.Header);
        Assert.Equal(Icon.Length, item.Bytes);
        Assert.InRange(item.Path!.Length, 1, 64);
        Assert.StartsWith(item.Path[..12], uri, StringComparison.Ordinal);
        Assert.EndsWith("...", item.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_read() =>
        Assert.NotEmpty(WebFiles.Read($"data:application/pdf;base64,{Convert.ToBase64String(TestMedia.Bytes("pdf/cairo-text.pdf"))}").Document!.Pages);

    [Theory]
    [InlineData("data:")]
    [InlineData("data:image/gif;base64")]
    [InlineData("data:image/gif;base64,R0lG*")]
    [InlineData("data:image/gif;base64,R0lGO")]
    [InlineData("data:image/gif;base64,R0l=G")]
    public void What_is_not_formed_so_is_invalid(string uri) => WebFiles.Fails(MediaErrorId.InvalidUri, uri);

    [Theory]
    [InlineData("data:,")]
    [InlineData("data:image/gif;base64,")]
    [InlineData("data:image/gif;base64,#R0lG")]
    public void No_data_is_an_empty_file(string uri) => WebFiles.Fails(MediaErrorId.EmptyFile, uri);

    [Theory]
    [InlineData("data:image/gif,")]
    [InlineData("data:image/gif;base64,")]
    public void More_than_64_MB_is_too_large(string head) =>
        WebFiles.Fails(MediaErrorId.FileTooLarge, head + new string('A', (DataUri.MaximumLength / 3 * 4) + 4));

    [Fact]
    public void The_name_is_the_type()
    {
        MediaTokenCost cost = WebFiles.Gemini.Count(WebFiles.Read($"data:image/gif;base64,{Convert.ToBase64String(Icon)}"));
        Assert.Equal("data:image/gif;base64", cost.Name);
        Assert.StartsWith("data:image/gif;base64,R0lG", cost.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_has_no_control_characters() =>
        Assert.Equal("data:a[31m;base64,R0lG", DataUri.Shorten("data:a\u001b[31m;base64,R0\r\nlG"));
}
