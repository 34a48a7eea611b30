using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>The data of inline images are not taken for operators, nor what follows them for data.</summary>
public sealed class InlineImageTests
{
    private const string Trap = " EI Q BT (no text) Tj ET ";

    [Theory]
    [InlineData("/W 25 /H 1 /CS /G /BPC 8")]
    [InlineData("/Width 25 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")]
    [InlineData("/W 100 /H 2 /IM true /BPC 1 /D [1 0]")]
    [InlineData("/W 8 /H 1 /CS /RGB /BPC 8 /I false")]
    [InlineData("/W 50 /H 1 /CS [/Indexed /DeviceRGB 1 <000000FFFFFF>] /BPC 4")]
    [InlineData("/W 9 /H 9 /CS /Other /BPC 8 /F /Fl /L 25")]
    public void Data_whose_length_is_told_may_hold_what_looks_like_their_end(string entries)
    {
        string data = entries.Contains("RGB /BPC", StringComparison.Ordinal) ? Trap[1..] : Trap;
        data = entries.Contains("/H 2", StringComparison.Ordinal) ? data + "x" : data;
        Told(PdfPageContent.Scanned, 0, $"q BI {entries} ID {data}\nEI Q");
        Told(PdfPageContent.Native, 2, $"q BI {entries} ID {data} EI Q BT (ab) Tj ET");
    }

    [Theory]
    [InlineData("/W 9 /H 9 /F /Fl", "\u0001EI\u0002 EI\u0003 ")]
    [InlineData("/W 9 /H 9 /CS /Named /BPC 8", "abcEIdef ")]
    [InlineData("/W 9 /H 9 /CS /G /BPC 8", "fewer than told ")]
    [InlineData("/W 1 /H 1 /CS /G /BPC 8", "more than are told ")]
    [InlineData("/L 2147483647", "x ")]
    [InlineData("", "")]
    public void Otherwise_they_end_where_content_follows(string entries, string data) =>
        Told(PdfPageContent.Native, 2, $"BI {entries} ID {data}EI BT (ab) Tj ET");

    [Theory]
    [InlineData("BI /W 9 /H 9 ID \u0001\u0002 (ab) Tj")]
    [InlineData("BI /W 9 /H 9")]
    [InlineData("BI")]
    public void Without_an_end_they_take_the_rest(string content) => Told(PdfPageContent.Scanned, 0, content);

    private static void Told(PdfPageContent kind, int characters, string content)
    {
        PdfPage page = PageMaker.Read(content);
        Assert.Equal((kind, characters), (page.Content, page.Characters));
    }
}
