using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Text makes a page native, and a picture without text makes it scanned.</summary>
public sealed class PageContentTests
{
    private const string Inline = "BI /W 2 /H 2 /CS /G /BPC 8 ID \u0001\u0002\u0003\u0004 EI ";

    [Theory]
    [InlineData("(a) Tj")]
    [InlineData("<61> Tj")]
    [InlineData("[(a)] TJ")]
    [InlineData("[-500 () 20 <61>] TJ")]
    [InlineData("(a) '")]
    [InlineData("0 0 (a) \"")]
    [InlineData("3 Tr (a) Tj")]
    [InlineData("/NoSuchFont 10 Tf (a) Tj")]
    public void A_page_that_shows_a_character_is_native(string text)
    {
        Assert.Equal((PdfPageContent.Native, 1), Told($"BT /F1 10 Tf {text} ET"));
        Assert.Equal(PdfPageContent.Native, PageMaker.Read($"/P1 Do BT /F1 10 Tf {text} ET").Content);
    }

    [Theory]
    [InlineData("/P1 Do")]
    [InlineData("q 200 0 0 100 0 0 cm /P1 Do Q 0 0 m 5 5 l S")]
    [InlineData("/P1 Do BT /F1 10 Tf () Tj [() -100 <>] TJ ET")]
    [InlineData("/X1 Do")]
    [InlineData(Inline)]
    [InlineData("q 1 0 0 1 0 0 cm " + Inline + " Q")]
    public void A_page_with_a_picture_and_no_character_is_scanned(string content) =>
        Assert.Equal((PdfPageContent.Scanned, 0), Told(content, maker => maker.Stream(10, PageMaker.Form, PdfReading.Latin1("/P1 Do"))));

    [Theory]
    [InlineData("")]
    [InlineData("0 0 m 5 5 l S 1 0 0 rg 5 5 90 90 re f")]
    [InlineData("/NoSuchPicture Do")]
    [InlineData("BT ET")]
    [InlineData("% (a) Tj")]
    [InlineData("/X1 Do")]
    public void A_page_without_either_is_native_and_has_no_characters(string content) =>
        Assert.Equal((PdfPageContent.Native, 0), Told(content, maker => maker.Stream(10, PageMaker.Form, PdfReading.Latin1("0 0 m 9 9 l S"))));

    [Theory]
    [InlineData("/X1 Do", 2)]
    [InlineData("/P1 Do q /X1 Do Q", 2)]
    [InlineData("/X2 Do", 2)]
    [InlineData("BT /F1 9 Tf (c) Tj ET /X1 Do", 4)]
    public void The_text_of_forms_is_text_of_the_page(string content, int atLeast)
    {
        (PdfPageContent? kind, int? characters) = Told(content, maker => maker
            .Stream(10, $"{PageMaker.Form} /Resources << /Font << /F1 5 0 R >> >>", PdfReading.Latin1("BT /F1 10 Tf (ab) Tj ET"))
            .Stream(11, $"{PageMaker.Form} /Resources << /XObject << /Inner 10 0 R >> >>", PdfReading.Latin1("q /Inner Do Q")));
        Assert.Equal(PdfPageContent.Native, kind);
        Assert.InRange(characters!.Value, atLeast, atLeast + 2);
    }

    [Fact]
    public void A_form_without_resources_has_those_of_the_page() =>
        Assert.Equal(PdfPageContent.Scanned, PageMaker.Read("/X1 Do", maker => maker.Stream(10, PageMaker.Form, PdfReading.Latin1("/P1 Do"))).Content);

    [Fact]
    public void Several_streams_are_one_with_white_space_between()
    {
        PdfPage page = PageMaker.ReadContents("[11 0 R 99 0 R 12 0 R 13 0 R]", maker => maker
            .Stream(11, "", PdfReading.Latin1("BT /F1"))
            .Stream(12, "", PdfReading.Latin1("10 Tf [(ab)"))
            .Stream(13, "", PdfReading.Latin1("(c)] TJ ET")));
        Assert.Equal((PdfPageContent.Native, 3), (page.Content, page.Characters));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("99 0 R")]
    [InlineData("[ ]")]
    [InlineData("[ 99 0 R ]")]
    [InlineData("(text)")]
    public void A_page_without_content_is_blank(string contents)
    {
        PdfPage page = PageMaker.ReadContents(contents, _ => { });
        Assert.Equal((PdfPageContent.Native, 0), (page.Content, page.Characters));
    }

    [Theory]
    [InlineData("/Filter /NoSuchFilter")]
    [InlineData("/Filter /DCTDecode")]
    public void A_page_that_cannot_be_decoded_is_neither(string entries)
    {
        PdfPage page = PageMaker.ReadContents("10 0 R", maker => maker.Stream(10, entries, PdfReading.Latin1("(a) Tj")));
        Assert.Equal((null, null), (page.Content, page.Characters));
        page = PageMaker.Read("/P1 Do /X1 Do", maker => maker.Stream(10, $"{PageMaker.Form} {entries}", PdfReading.Latin1("(a) Tj")));
        Assert.Equal((null, null), (page.Content, page.Characters));
    }

    [Fact]
    public void A_page_that_shows_a_character_is_native_whatever_else_cannot_be_decoded()
    {
        PdfPage page = PageMaker.Read(
            "BT /F1 9 Tf (a) Tj ET /X1 Do", maker => maker.Stream(10, $"{PageMaker.Form} /Filter /NoSuchFilter", PdfReading.Latin1("(a) Tj")));
        Assert.Equal((PdfPageContent.Native, null), (page.Content, page.Characters));
    }

    private static (PdfPageContent? Content, int? Characters) Told(string content, Action<PdfMaker>? more = null)
    {
        PdfPage page = PageMaker.Read(content, more);
        return (page.Content, page.Characters);
    }
}
