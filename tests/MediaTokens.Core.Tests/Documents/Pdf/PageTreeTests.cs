using MediaTokens.Documents;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Pages are counted where they are, and have the size that they are displayed at.</summary>
public sealed class PageTreeTests
{
    [Theory]
    [InlineData("/Count 1000000000")]
    [InlineData("/Count -1")]
    [InlineData("/Count (two)")]
    [InlineData("")]
    public void What_the_tree_claims_does_not_count(string claim) =>
        PdfReading.HasPages(2, Tree($"<< /Type /Pages {claim} /Kids [3 0 R 4 0 R] >>", PdfMaker.Page, PdfMaker.Page));

    [Fact]
    public void Nodes_within_nodes_are_walked_in_their_order()
    {
        PdfDocument document = PdfReading.Document(Tree(
            PdfMaker.Tree(3, 6, 7), PdfMaker.Tree(4, 5), Sized(10), Sized(20), Sized(30), PdfMaker.Tree(8), Sized(40)));
        Assert.Equal([1000, 2000, 3000, 4000], document.Pages.Select(page => page.Size.Width));
    }

    [Fact]
    public void Nodes_and_pages_without_a_type_are_told_by_their_kids() =>
        PdfReading.HasPages(2, Tree("<< /Kids [3 0 R] >>", "<< /Kids [4 0 R 5 0 R] >>", "<< /MediaBox [0 0 9 9] >>", "<< >>"));

    [Fact]
    public void A_page_in_place_of_the_tree_is_the_only_page() => PdfReading.HasPages(1, Tree(PdfMaker.Page));

    [Fact]
    public void Kids_may_be_elsewhere_and_be_written_directly() =>
        PdfReading.HasPages(2, Tree("<< /Type /Pages /Kids 3 0 R >>", "[4 0 R << /Type /Page >>]", PdfMaker.Page));

    [Fact]
    public void A_page_that_is_listed_twice_counts_twice() => PdfReading.HasPages(2, Tree(PdfMaker.Tree(3, 3), PdfMaker.Page));

    [Fact]
    public void A_page_that_is_missing_keeps_its_number_and_has_no_content()
    {
        PdfDocument document = PdfReading.Document(Tree("<< /Kids [9 0 R null 3 0 R] /MediaBox [0 0 50 60] >>", PdfMaker.Page));
        Assert.Equal([new PageSize(5000, 6000), new PageSize(20000, 10000)], document.Pages.Select(page => page.Size));
        Assert.Null(document.Pages[0].Content);
    }

    [Fact]
    public void A_tree_that_points_back_is_walked_once()
    {
        PdfReading.HasPages(1, Tree(PdfMaker.Tree(2, 3, 4, 2), PdfMaker.Page, PdfMaker.Tree(2, 4)));
        MediaException exception = PdfReading.Fails(Tree(PdfMaker.Tree(2)), MediaErrorId.CorruptPdf);
        Assert.Equal("The page tree points back into itself and has no page.", exception.Message);
    }

    [Theory]
    [InlineData("<< /Type /Pages /Kids [] /Count 0 >>")]
    [InlineData("<< /Type /Pages /Count 5 >>")]
    [InlineData("<< /Type /Pages /Kids [9 0 R 10 0 R] >>")]
    [InlineData("[3 0 R]")]
    [InlineData("null")]
    public void A_document_without_pages_is_refused(string tree) => PdfReading.Fails(Tree(tree), MediaErrorId.CorruptPdf);

    [Fact]
    public void A_hundred_thousand_pages_are_counted_and_more_are_refused()
    {
        PdfReading.HasPages(100_000, Tree(PdfMaker.Tree([.. Enumerable.Repeat(3, 100_000)]), PdfMaker.Page));
        MediaException exception = PdfReading.Fails(Tree(PdfMaker.Tree([.. Enumerable.Repeat(3, 100_001)]), PdfMaker.Page), MediaErrorId.CorruptPdf);
        Assert.Contains("100000 pages", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_nodes_that_never_ends_in_pages_is_refused()
    {
        IEnumerable<string> nodes = Enumerable.Range(3, 200).Select(_ => PdfMaker.Tree([.. Enumerable.Range(2, 400), .. Enumerable.Range(2, 4000)]));
        PdfReading.Fails(Tree([PdfMaker.Tree(3), .. nodes]), MediaErrorId.CorruptPdf);
    }

    [Theory]
    [InlineData("/MediaBox [0 0 595.276 841.89]", 59528, 84189)]
    [InlineData("/MediaBox [100 200 0 0]", 10000, 20000)]
    [InlineData("/MediaBox [-10 -10 10 20]", 2000, 3000)]
    [InlineData("/MediaBox [0 0 9 0 R 50]", 7700, 5000)]
    [InlineData("/MediaBox 10 0 R", 4200, 4300)]
    [InlineData("/MediaBox [0 0 100 200] /CropBox [10 10 60 70]", 5000, 6000)]
    [InlineData("/MediaBox [0 0 100 200] /CropBox [50 50 500 500]", 5000, 15000)]
    [InlineData("/MediaBox [0 0 100 200] /CropBox [500 500 600 600]", 10000, 20000)]
    [InlineData("/MediaBox [0 0 100 200] /CropBox [5 5 5 5]", 10000, 20000)]
    [InlineData("/MediaBox [0 0 100 200] /Rotate 90", 20000, 10000)]
    [InlineData("/MediaBox [0 0 100 200] /Rotate -90", 20000, 10000)]
    [InlineData("/MediaBox [0 0 100 200] /Rotate 630", 20000, 10000)]
    [InlineData("/MediaBox [0 0 100 200] /Rotate 180", 10000, 20000)]
    [InlineData("/MediaBox [0 0 100 200] /Rotate 45", 10000, 20000)]
    [InlineData("/MediaBox [0 0 100 200] /UserUnit 2.5", 25000, 50000)]
    [InlineData("/MediaBox [0 0 100 200] /UserUnit -1", 10000, 20000)]
    [InlineData("/MediaBox [0 0 1e9 0.0001]", 1_000_000_000, 1)]
    [InlineData("/MediaBox [0 0 99999999999999999999999999 0.0001]", 1_000_000_000, 1)]
    [InlineData("/MediaBox [0 0 0 0]", 61200, 79200)]
    [InlineData("/MediaBox [0 0 (wide) 3]", 61200, 79200)]
    [InlineData("/MediaBox [0 0 5]", 61200, 79200)]
    [InlineData("", 61200, 79200)]
    public void A_page_has_the_size_that_it_is_displayed_at(string entries, int width, int height)
    {
        // 1e9 is no number of PDF: it ends at the letter.
        entries = entries.Replace("1e9", "99999999", StringComparison.Ordinal);
        byte[] bytes = PdfMaker.Pages(0).Object(2, PdfMaker.Tree(3)).Object(3, $"<< /Type /Page {entries} >>")
            .Object(9, "77").Object(10, "[0 0 42 43]").Table().Bytes();
        Assert.Equal(new PageSize(width, height), Assert.Single(PdfReading.Document(bytes).Pages).Size);
    }

    [Fact]
    public void Boxes_and_turns_are_inherited_unless_a_page_has_its_own()
    {
        PdfDocument document = PdfReading.Document(Tree(
            "<< /Kids [3 0 R 6 0 R] /MediaBox [0 0 500 800] /Rotate 90 >>",
            "<< /Kids [4 0 R 5 0 R] /CropBox [0 0 100 200] >>",
            "<< /Type /Page >>",
            "<< /Type /Page /Rotate 0 /CropBox null >>",
            "<< /Type /Page /MediaBox [0 0 30 40] >>"));
        Assert.Equal(
            [new PageSize(20000, 10000), new PageSize(10000, 20000), new PageSize(4000, 3000)],
            document.Pages.Select(page => page.Size));
    }

    [Theory]
    [InlineData("2", "20")]
    [InlineData("2-3,5", "20 30 50")]
    [InlineData("4-", "40 50")]
    [InlineData("5,1,1-2", "10 20 50")]
    [InlineData("3-900", "30 40 50")]
    public void Only_the_pages_asked_for_are_told(string pages, string widths)
    {
        PdfDocument document = PdfReading.Document(FivePages(), pages);
        Assert.Equal(5, document.PageCount);
        Assert.Equal(widths, string.Join(' ', document.Pages.Select(page => page.Size.Width / 100)));
    }

    [Fact]
    public void Pages_that_the_document_does_not_have_are_refused()
    {
        MediaException exception = PdfReading.Fails(FivePages(), MediaErrorId.PageOutOfRange, "6-7,9");
        Assert.Equal("The document has 5 pages, and none of those asked for (6-7,9).", exception.Message);
    }

    private static byte[] FivePages() =>
        Tree([PdfMaker.Tree(3, 4, 5, 6, 7), .. Enumerable.Range(1, 5).Select(page => Sized(page * 10))]);

    private static string Sized(int width) => $"<< /Type /Page /MediaBox [0 0 {width} 99] >>";

    /// <summary>A document with these objects from number 2 on, the first of which is the tree.</summary>
    private static byte[] Tree(params string[] objects)
    {
        PdfMaker maker = new PdfMaker().Catalog();
        for (int i = 0; i < objects.Length; i++)
        {
            maker.Object(2 + i, objects[i]);
        }

        return maker.Table().Bytes();
    }
}
