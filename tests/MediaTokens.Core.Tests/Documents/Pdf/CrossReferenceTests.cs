using System.Text;
using MediaTokens.Documents.Pdf;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Objects are found by tables and streams of every form, and without them where these are lost.</summary>
public sealed class CrossReferenceTests
{
    [Theory]
    [InlineData(" \n")]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("   \n")]
    public void A_table_is_read_however_its_lines_end(string lineEnd)
    {
        byte[] document = PdfMaker.Pages(3).Table(lineEnd: lineEnd).Bytes();
        PdfReading.HasPages(3, document);
        Assert.False(PdfReading.Open(document).IsRepaired);
    }

    [Fact]
    public void A_table_in_one_section_is_read()
    {
        byte[] document = OneSection("0 5");
        PdfReading.HasPages(2, document);
        Assert.False(PdfReading.Open(document).IsRepaired);
    }

    [Fact]
    public void A_table_that_begins_with_object_1_in_place_of_0_is_read()
    {
        byte[] document = OneSection("1 5");
        PdfReading.HasPages(2, document);
        Assert.False(PdfReading.Open(document).IsRepaired);
    }

    [Theory]
    [InlineData("0 9")]
    [InlineData("0 2147483647")]
    [InlineData("0 99999999999999999999")]
    public void A_table_that_claims_more_objects_than_it_has_is_read(string section) => PdfReading.HasPages(2, OneSection(section));

    [Theory]
    [InlineData("0 3")]
    [InlineData("7 5")]
    [InlineData("-1 5")]
    [InlineData("99999999999 5")]
    [InlineData("what 5")]
    public void A_table_that_is_wrong_is_made_anew(string section)
    {
        byte[] document = OneSection(section);
        PdfReading.HasPages(2, document);
        Assert.True(PdfReading.Open(document) is var file && (file.IsRepaired || file.Repair()));
    }

    [Fact]
    public void Of_an_object_that_was_changed_the_newest_counts()
    {
        PdfMaker maker = PdfMaker.Pages(1).Table();
        maker.Object(2, PdfMaker.Tree(3, 4)).Object(4, PdfMaker.Page).Table();
        PdfReading.HasPages(2, maker.Bytes());
        maker.Object(2, PdfMaker.Tree(3)).Table();
        PdfReading.HasPages(1, maker.Bytes());
    }

    [Fact]
    public void An_object_that_was_freed_is_gone()
    {
        PdfMaker maker = PdfMaker.Pages(2).Table();
        string update = $"xref\n4 1\n0000000000 00001 f \ntrailer << /Root 1 0 R /Prev {Start(maker)} >>\nstartxref\n{maker.Position}\n%%EOF";
        PdfFile file = PdfReading.Open(maker.Raw(update).Bytes());
        Assert.IsType<PdfNull>(file.Resolve(new PdfReference(4, 0)));
        Assert.IsType<PdfDictionary>(file.Resolve(new PdfReference(3, 0)));
    }

    [Fact]
    public void Sections_that_lead_back_are_read_once()
    {
        PdfMaker maker = PdfMaker.Pages(2);
        int start = maker.Position;
        PdfReading.HasPages(2, maker.Table($"/Root 1 0 R /Prev {start}").Bytes());
    }

    [Fact]
    public void The_generation_of_a_reference_must_be_that_of_the_object()
    {
        PdfFile file = PdfReading.Open(PdfMaker.Pages(1).Object(9, "(here)", 3).Table().Bytes());
        Assert.IsType<PdfString>(file.Resolve(new PdfReference(9, 3)));
        Assert.IsType<PdfNull>(file.Resolve(new PdfReference(9, 0)));
    }

    [Fact]
    public void A_stream_and_its_object_streams_are_read()
    {
        byte[] document = InStreams(2);
        PdfReading.HasPages(2, document);
        Assert.False(PdfReading.Open(document).IsRepaired);
    }

    [Fact]
    public void A_stream_without_index_and_with_fields_of_no_width_is_read()
    {
        PdfMaker maker = PdfMaker.Pages(1);
        int start = maker.Position;
        byte[] rows = [0, 0, .. Places(maker.Bytes()).SelectMany(place => new[] { (byte)(place >> 8), (byte)place })];
        maker.Stream(4, "/Type /XRef /Size 4 /W [0 2 0] /Root 1 0 R", rows).Raw($"startxref\n{start}\n%%EOF");
        PdfReading.HasPages(1, maker.Bytes());
        Assert.False(PdfReading.Open(maker.Bytes()).IsRepaired);
    }

    [Theory]
    [InlineData("[9 9 9]")]
    [InlineData("[0 0 0]")]
    [InlineData("[1 2]")]
    [InlineData("[-1 3 1]")]
    [InlineData("null")]
    public void A_stream_with_wrong_widths_is_made_anew(string widths)
    {
        string document = Encoding.Latin1.GetString(InStreams(2)).Replace("[1 3 1]", widths, StringComparison.Ordinal);
        PdfReading.HasPages(2, PdfReading.Latin1(document));
    }

    [Fact]
    public void A_hybrid_table_leads_to_the_objects_of_its_stream()
    {
        PdfMaker maker = new PdfMaker().Catalog().ObjectStream(7, (2, PdfMaker.Tree(3)), (3, PdfMaker.Page));
        PdfMaker stream = new PdfMaker().Raw(new string(' ', maker.Position - 9));
        int start = maker.Position;
        maker.Raw(Encoding.Latin1.GetString(stream.CrossReferenceStream(8, "", (2, 7, 0), (3, 7, 1)).Bytes())[start..]);
        byte[] document = maker.Table($"/Root 1 0 R /XRefStm {start}").Bytes();
        PdfReading.HasPages(1, document);
        Assert.False(PdfReading.Open(document).IsRepaired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Positions_count_from_the_header_or_from_the_start(bool fromHeader)
    {
        string junk = new('x', 500);
        byte[] document = PdfMaker.Pages(2, junk + "\n%PDF-1.4\n").Table(shift: fromHeader ? -501 : 0).Bytes();
        PdfReading.HasPages(2, document);
        Assert.False(PdfReading.Open(document).IsRepaired);
    }

    [Fact]
    public void Positions_that_are_all_wrong_are_found_again() => PdfReading.HasPages(3, PdfMaker.Pages(3).Table(shift: 7).Bytes());

    [Fact]
    public void A_document_without_table_and_trailer_is_read() => PdfReading.HasPages(3, PdfMaker.Pages(3).Bytes());

    [Fact]
    public void Object_streams_are_found_without_a_table()
    {
        string document = Encoding.Latin1.GetString(InStreams(2));
        PdfReading.HasPages(2, PdfReading.Latin1(document[..document.IndexOf("startxref", StringComparison.Ordinal)]));
        PdfReading.HasPages(2, PdfReading.Latin1(document[..document.IndexOf("8 0 obj", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Where_a_table_is_lost_the_last_of_two_objects_counts()
    {
        PdfMaker maker = PdfMaker.Pages(1).Object(2, PdfMaker.Tree(3, 4)).Object(4, PdfMaker.Page);
        PdfReading.HasPages(2, maker.Bytes());
    }

    [Fact]
    public void Where_one_position_is_wrong_the_objects_that_are_where_they_should_be_stay()
    {
        PdfMaker maker = PdfMaker.Pages(2).Table();
        string document = Encoding.Latin1.GetString(maker.Raw("2 0 obj << /Type /Pages /Kids [] >> endobj").Bytes());
        string place = document[..document.IndexOf("4 0 obj", StringComparison.Ordinal)].Length.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);
        PdfReading.HasPages(2, PdfReading.Latin1(document.Replace(place, "0000000011", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("3 0 obj", "3\r\n0\tobj")]
    [InlineData("\n3 0 obj\n<<", " 3 0 obj<<")]
    [InlineData("endobj\n3 0 obj", "endobj3 0 obj")]
    [InlineData("endobj\n4 0 obj", "\n4 0 obj")]
    public void Objects_written_oddly_are_found(string usual, string odd) => PdfReading.HasPages(
        2, PdfReading.Latin1(Encoding.Latin1.GetString(PdfMaker.Pages(2).Bytes()).Replace(usual, odd, StringComparison.Ordinal)));

    private static byte[] InStreams(int pages) => new PdfMaker()
        .ObjectStream(7, [(1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, PdfMaker.Tree([.. Enumerable.Range(9, pages)])), .. Enumerable.Range(9, pages).Select(page => (page, PdfMaker.Page))])
        .CrossReferenceStream(8, inStreams: [(1, 7, 0), (2, 7, 1), .. Enumerable.Range(9, pages).Select(page => (page, 7, page - 7))])
        .Bytes();

    private static byte[] OneSection(string section)
    {
        PdfMaker maker = PdfMaker.Pages(2);
        IEnumerable<string> lines = Places(maker.Bytes()).Select(place => $"{place:D10} 00000 n \n");
        return maker.Raw($"xref\n{section}\n0000000000 65535 f \n{string.Concat(lines)}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{maker.Position}\n%%EOF").Bytes();
    }

    private static IEnumerable<int> Places(byte[] document)
    {
        string text = Encoding.Latin1.GetString(document);
        for (int number = 1; text.Contains($"\n{number} 0 obj", StringComparison.Ordinal); number++)
        {
            yield return text.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal) + 1;
        }
    }

    private static int Start(PdfMaker maker) => Encoding.Latin1.GetString(maker.Bytes()).LastIndexOf("xref\n0 1", StringComparison.Ordinal);
}
