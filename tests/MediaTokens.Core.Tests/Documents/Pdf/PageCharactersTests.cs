using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>The characters of a page, gaps between words among them. The font is Courier of 10 points: each glyph moves 6 points on.</summary>
public sealed class PageCharactersTests
{
    private const string ToUnicode = """
        /CIDInit /ProcSet findresource begin begincmap
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfchar <0001> <00660066006C> <0002> <D83DDE00> endbfchar
        3 beginbfrange <0010> <0011> <00660069> <0020> <007E> <0020> <0100> <0102> [<0041> <00420043> <0020>] endbfrange
        endcmap end
        """;

    [Theory]
    [InlineData("(one two) Tj", 7)]
    [InlineData("(one   two) Tj", 7)]
    [InlineData("(one) Tj ( two) Tj", 7)]
    [InlineData("(one) Tj (two) Tj", 6)]
    [InlineData("[(on) 60 (e) -80 (d)] TJ", 4)]
    [InlineData("[(one) -250 (two)] TJ", 7)]
    [InlineData("[(one ) -250 (two)] TJ", 7)]
    [InlineData("(one) Tj 18 0 Td (two) Tj", 6)]
    [InlineData("(one) Tj 24 0 Td (two) Tj", 7)]
    [InlineData("(one) Tj 1 0 0 1 24 0 Tm (two) Tj", 7)]
    [InlineData("1 0 0 1 24 0 Tm (two) Tj 1 0 0 1 0 0 Tm (one) Tj", 7)]
    public void A_gap_in_a_line_is_one_character(string text, int characters) => Assert.Equal(characters, PageMaker.Characters(text));

    [Theory]
    [InlineData("(one) Tj T* (two) Tj")]
    [InlineData("(one) Tj (two) '")]
    [InlineData("(one) Tj 0 0 (two) \"")]
    [InlineData("(one) Tj 0 -12 Td (two) Tj")]
    [InlineData("(one) Tj 18 -12 TD (two) Tj")]
    [InlineData("(one ) Tj T* (two) Tj")]
    [InlineData("(one) Tj T* T* ( two) Tj")]
    public void A_new_line_is_one_character(string text) => Assert.Equal(7, PageMaker.Characters(text));

    [Theory]
    [InlineData("(x) Tj 6 4 Td /F1 5 Tf (2) Tj", 2)]
    [InlineData("200 Tz (one) Tj 36 0 Td (two) Tj", 6)]
    [InlineData("200 Tz (one) Tj 42 0 Td (two) Tj", 7)]
    [InlineData("5 Tc (one) Tj 33 0 Td (two) Tj", 6)]
    [InlineData("0 1 -1 0 0 0 Tm (one) Tj 0 1 -1 0 0 18 Tm (two) Tj", 6)]
    [InlineData("0 1 -1 0 0 0 Tm (one) Tj 0 1 -1 0 0 24 Tm (two) Tj", 7)]
    [InlineData("0 1 -1 0 0 0 Tm (one) Tj 0 1 -1 0 18 0 Tm (two) Tj", 7)]
    public void What_moves_text_moves_where_a_word_ends(string text, int characters) => Assert.Equal(characters, PageMaker.Characters(text));

    [Theory]
    [InlineData("q 1 0 0 1 18 0 cm", "Q", 6)]
    [InlineData("q 1 0 0 1 24 0 cm", "Q", 7)]
    [InlineData("1 0 0 1 0 -20 cm", "", 7)]
    [InlineData("2 0 0 2 18 0 cm", "", 6)]
    public void Text_is_placed_by_the_transformation_too(string before, string behind, int characters) =>
        Assert.Equal(characters, PageMaker.Read($"BT /F1 10 Tf (one) Tj ET {before} BT /F1 10 Tf (two) Tj ET {behind}").Characters);

    [Fact]
    public void The_widths_of_a_font_tell_where_a_word_ends()
    {
        const string Font = "<< /Type /Font /Subtype /TrueType /FirstChar 97 /Widths [1000 500] >>";
        Assert.Equal(3, PageMaker.Characters("(ab) Tj 15 0 Td (a) Tj", maker => maker.Object(10, Font), "F2"));
        Assert.Equal(4, PageMaker.Characters("(ab) Tj 17 0 Td (a) Tj", maker => maker.Object(10, Font), "F2"));
        Assert.Equal(3, PageMaker.Characters(
            "(aa) Tj 4 0 Td (a) Tj",
            maker => maker.Object(10, "<< /Type /Font /Subtype /Type3 /FirstChar 97 /FontMatrix [.1 0 0 .1 0 0] /Widths [2] >>"),
            "F2"));
    }

    [Theory]
    [InlineData("/Identity-H", 3)]
    [InlineData("/UniJIS-UTF16-H", 3)]
    [InlineData("/90ms-RKSJ-H", 4)]
    [InlineData("/UniGB-UTF32-H", 2)]
    [InlineData("/NoSuchMap", 3)]
    public void Codes_of_a_composite_font_have_the_bytes_of_its_map(string encoding, int characters) =>
        Assert.Equal(characters, PageMaker.Characters(
            "<8141 8142 4142> Tj", maker => maker.Object(10, $"<< /Type /Font /Subtype /Type0 /Encoding {encoding} /DescendantFonts [11 0 R] >>"), "F2"));

    [Fact]
    public void A_map_within_the_document_tells_the_bytes_of_its_codes() => Assert.Equal(4, PageMaker.Characters(
        "<41 8142 42 8143> Tj",
        maker => maker.Object(10, "<< /Type /Font /Subtype /Type0 /Encoding 11 0 R /DescendantFonts [12 0 R] >>")
            .Stream(11, "/Type /CMap", PdfReading.Latin1("2 begincodespacerange <00> <80> <8140> <9FFC> endcodespacerange")),
        "F2"));

    [Theory]
    [InlineData("<0030 0031> Tj", 2)]
    [InlineData("<0030 0020 0020 0031> Tj", 3)]
    [InlineData("<0001> Tj", 3)]
    [InlineData("<0002> Tj", 1)]
    [InlineData("<0010 0011> Tj", 4)]
    [InlineData("<0100 0101 0102 0100> Tj", 5)]
    [InlineData("<0030> Tj 5 0 Td <0031> Tj", 2)]
    [InlineData("<0030> Tj 8 0 Td <0031> Tj", 3)]
    public void Codes_count_as_the_characters_that_they_stand_for(string text, int characters) => Assert.Equal(characters, PageMaker.Characters(
        text,
        maker => maker.Object(10, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 11 0 R /DescendantFonts [12 0 R] >>")
            .Stream(11, "", PdfReading.Latin1(ToUnicode))
            .Object(12, "<< /Type /Font /Subtype /CIDFontType2 /DW 1000 /W [1 [900 900] 48 60 500] >>"),
        "F2"));

    [Theory]
    [InlineData("(e\\002cient) Tj", 9)]
    [InlineData("(\\001nd) Tj", 4)]
    [InlineData("(a\\003b) Tj", 3)]
    public void Ligatures_count_by_the_names_of_their_glyphs(string text, int characters) => Assert.Equal(characters, PageMaker.Characters(
        text, maker => maker.Object(10, "<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /fi /ffi /space] >> >>"), "F2"));

    [Fact]
    public void Text_from_top_to_bottom_ends_below()
    {
        static void Font(PdfMaker maker) => maker.Object(10, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-V /DescendantFonts [11 0 R] >>");
        Assert.Equal(3, PageMaker.Characters("<00010002> Tj 0 -20 Td <0003> Tj", Font, "F2"));
        Assert.Equal(4, PageMaker.Characters("<00010002> Tj 0 -25 Td <0003> Tj", Font, "F2"));
    }
}
