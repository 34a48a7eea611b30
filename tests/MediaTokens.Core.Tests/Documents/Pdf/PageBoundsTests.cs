using System.IO.Compression;
using System.Text;
using MediaTokens.Core.Tests.Headers;
using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Content that goes on without end, or that is made to seem so, ends in time and without harm.</summary>
public sealed class PageBoundsTests
{
    [Fact]
    public void A_form_that_draws_itself_is_drawn_once()
    {
        PdfPage page = PageMaker.Read("/X1 Do", maker => maker
            .Stream(10, $"{PageMaker.Form} /Resources << /XObject << /X2 11 0 R >> >>", PdfReading.Latin1("/X2 Do"))
            .Stream(11, $"{PageMaker.Form} /Resources << /XObject << /X1 10 0 R >> >>", PdfReading.Latin1("(ab) Tj /X1 Do")));
        Assert.Equal(PdfPageContent.Native, page.Content);
        Assert.InRange(page.Characters!.Value, 2, 4);
    }

    [Fact]
    public void Forms_that_draw_each_other_many_times_count_as_often_as_they_are_drawn()
    {
        PdfPage page = PageMaker.Read("/X1 Do", maker =>
        {
            for (int number = 10; number <= 22; number++)
            {
                string content = number == 22 ? "(a) Tj" : string.Concat(Enumerable.Repeat("/Next Do ", 10));
                maker.Stream(number, $"{PageMaker.Form} /Resources << /XObject << /Next {number + 1} 0 R >> >>", PdfReading.Latin1(content));
            }
        });
        Assert.Equal((PdfPageContent.Native, int.MaxValue), (page.Content, page.Characters));
    }

    [Fact]
    public void Forms_too_deep_within_each_other_leave_the_page_untold()
    {
        PdfPage page = PageMaker.Read("/P1 Do /X1 Do", maker =>
        {
            for (int number = 10; number < 500; number++)
            {
                maker.Stream(number, $"{PageMaker.Form} /Resources << /XObject << /X {number + 1} 0 R >> >>", PdfReading.Latin1("/X Do"));
            }
        });
        Assert.Null(page.Content);
    }

    [Theory]
    [InlineData("q ")]
    [InlineData("/P1 Do ")]
    [InlineData("BI /L 9999990 ID EI ")]
    public void More_operators_than_any_page_has_leave_it_untold(string repeated) =>
        Assert.Null(Compressed(Repeated(repeated, 2_100_000), "").Content);

    [Fact]
    public void Text_is_told_though_the_operators_are_too_many()
    {
        PdfPage page = Compressed(Repeated("q ", 2_100_000), "(a) Tj ");
        Assert.Equal((PdfPageContent.Native, null), (page.Content, page.Characters));
    }

    [Fact]
    public void Content_that_inflates_to_more_than_is_decoded_is_untold()
    {
        byte[] mebibyte = new byte[1 << 20];
        Array.Fill(mebibyte, (byte)' ');
        PdfPage page = Compressed(Enumerable.Repeat(mebibyte, 100), "(a) Tj ");
        Assert.Null(page.Content);
    }

    [Theory]
    [InlineData("1e9 9999999999999999999999999999 -0 . 99 99 cm")]
    [InlineData("/F1 99999999999999999999999999999999999999999999 Tf (a) Tj (b) Tj")]
    [InlineData("0 0 0 0 0 0 Tm (a) Tj (b) Tj")]
    [InlineData("Tj TJ ' \" Tf Td Tm cm Do Tc")]
    [InlineData("(a) TJ [(a)] Tj 5 Do /X Tf")]
    public void Numbers_and_operands_of_any_kind_do_no_harm(string content) =>
        Assert.NotNull(PageMaker.Read($"BT /F1 10 Tf (a) Tj {content} (b) Tj ET").Characters);

    [Fact]
    public void Arrays_without_end_leave_the_page_untold() =>
        Assert.Null(PageMaker.Read($"/P1 Do {new string('[', 5000)}").Content);

    [Fact]
    public void Maps_and_widths_without_end_do_no_harm()
    {
        static void Font(PdfMaker maker) => maker
            .Object(10, "<< /Type /Font /Subtype /Type0 /Encoding 11 0 R /ToUnicode 11 0 R /DescendantFonts [12 0 R] >>")
            .Stream(11, "", PdfReading.Latin1(
                "begincodespacerange <00> <FFFFFFFF> <FFFFFFFF> <00> endcodespacerange beginbfrange <00000000> <FFFFFFFF> <00410042> <FFFFFFFE> <FFFFFFFF> [<> <> <> <>]"))
            .Object(12, "<< /W [0 65535 1 0 65535 2 -5 70000 3 9 [1 2 /N (s)] 5] /DW /No >>");
        Assert.NotNull(PageMaker.Characters("<00010002FFFF> Tj", Font, "F2"));
    }

    [Fact]
    public void Reading_pages_can_be_cancelled()
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => PdfDocumentReader.Read(new MemorySource(PdfSamples.Bytes("gs-text.pdf")), null, readsContent: true, cancellation.Token));
    }

    private static IEnumerable<byte[]> Repeated(string content, int times)
    {
        byte[] thousand = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(content, 1000)));
        return Enumerable.Repeat(thousand, times / 1000);
    }

    private static PdfPage Compressed(IEnumerable<byte[]> parts, string first)
    {
        using MemoryStream data = new();
        using (ZLibStream compressed = new(data, CompressionLevel.Fastest))
        {
            compressed.Write(Encoding.Latin1.GetBytes(first));
            foreach (byte[] part in parts)
            {
                compressed.Write(part);
            }
        }

        return PageMaker.ReadContents("10 0 R", maker => maker.Stream(10, "/Filter /FlateDecode", data.ToArray()));
    }
}
