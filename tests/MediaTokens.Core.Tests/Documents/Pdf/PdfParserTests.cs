using System.Text;
using MediaTokens.Documents.Pdf;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Bytes become the objects that they stand for, and wrong bytes the next best.</summary>
public sealed class PdfParserTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-17", -17)]
    [InlineData("+4", 4)]
    [InlineData("--5", -5)]
    [InlineData("12-34", 1234)]
    [InlineData("99999999999999999999", long.MaxValue)]
    [InlineData("-99999999999999999999", -long.MaxValue)]
    public void An_integer_is_read(string text, long expected) => Assert.Equal(new PdfInteger(expected), Parse(text));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-.25", -0.25)]
    [InlineData("4.", 4)]
    [InlineData(".", 0)]
    [InlineData("0.0000000000000000000000000000000000000000000000000000000000001", 1e-61)]
    public void A_real_number_is_read(string text, double expected) => Assert.Equal(expected, Assert.IsType<PdfReal>(Parse(text)).Value, 12);

    [Fact]
    public void A_number_of_a_thousand_digits_is_finite() =>
        Assert.True(double.IsFinite(Assert.IsType<PdfReal>(Parse(new string('9', 1000) + ".5")).Value));

    [Theory]
    [InlineData("/Type", "Type")]
    [InlineData("/A#20B#2", "A B#2")]
    [InlineData("/", "")]
    [InlineData("/A(b)", "A")]
    [InlineData("/caf\u00e9", "caf\u00e9")]
    public void A_name_is_read(string text, string expected) => Assert.Equal(new PdfName(expected), Parse(text));

    [Theory]
    [InlineData("(plain)", "plain")]
    [InlineData("(a (b) c)", "a (b) c")]
    [InlineData(@"(\(\)\\\n\r\t\b\f\101\7x\q)", "()\\\n\r\t\b\fA\u0007xq")]
    [InlineData("(one\\\ntwo)", "onetwo")]
    [InlineData("(one\r\ntwo\rthree)", "one\ntwo\nthree")]
    [InlineData("(open", "open")]
    [InlineData("(open\\", "open")]
    [InlineData("<48 65 6C6c 6F>", "Hello")]
    [InlineData("<4>", "@")]
    [InlineData("<4", "@")]
    public void A_string_is_read(string text, string expected) =>
        Assert.Equal(expected, Encoding.Latin1.GetString(Assert.IsType<PdfString>(Parse(text)).Bytes));

    [Theory]
    [InlineData("[1 /A (b) [2] << /C 3 >> null true]", "[1 /A (b) [2 ] << /C 3 >> null true ]")]
    [InlineData("[1 2 R 3 0 R 4]", "[1 2 R 3 0 R 4 ]")]
    [InlineData("<< /A 1 0 R /B [5 0 R 6] >>", "<< /A 1 0 R /B [5 0 R 6 ] >>")]
    [InlineData("<</A/B/C%comment\n/D>>", "<< /A /B /C /D >>")]
    [InlineData("<< /A [1 2 >> ", "<< /A [1 2 ] >>")]
    [InlineData("<< /A 1 /B 2 endobj", "<< /A 1 /B 2 >>")]
    [InlineData("<< 7 /A 1 >>", "<< /A 1 >>")]
    [InlineData("<< /A 1 /A 2 /B >>", "<< /A 2 >>")]
    [InlineData("[1 what 2]", "[1 null 2 ]")]
    [InlineData("[0 0 R]", "[null ]")]
    [InlineData("[1", "[1 ]")]
    public void What_is_nested_is_read(string text, string expected) => Assert.Equal(expected, Written(Parse(text)));

    [Theory]
    [InlineData("12 0 R", "12 0 R")]
    [InlineData("12 0 obj", "12")]
    [InlineData("12 0", "12")]
    [InlineData("99999999999 0 R", "99999999999")]
    public void A_reference_is_told_from_a_number(string text, string expected) => Assert.Equal(expected, Written(Parse(text)));

    [Fact]
    public void A_hundred_levels_are_read_and_more_are_refused()
    {
        Assert.NotNull(Parse(new string('[', 100) + "1"));
        Assert.Null(Parse(new string('[', 101) + "1"));
        Assert.Null(Parse(new string('[', 1_000_000)));
        Assert.Null(Parse(string.Concat(Enumerable.Repeat("<</A", 100_000))));
    }

    [Fact]
    public void An_array_of_a_million_items_and_a_string_of_two_million_bytes_are_refused()
    {
        Assert.Null(Parse("[" + string.Concat(Enumerable.Repeat("0 ", 1_000_000)) + "]"));
        Assert.Null(Parse("(" + new string('a', 2_000_000) + ")"));
    }

    private static PdfObject? Parse(string text) => new PdfParser(Encoding.Latin1.GetBytes(text)).Read();

    private static string Written(PdfObject? value) => value switch
    {
        PdfNull => "null",
        PdfBoolean boolean => boolean.Value ? "true" : "false",
        PdfInteger integer => $"{integer.Integer}",
        PdfName name => "/" + name.Value,
        PdfString text => $"({Encoding.Latin1.GetString(text.Bytes)})",
        PdfReference reference => $"{reference.Number} {reference.Generation} R",
        PdfArray array => "[" + string.Concat(array.Items.Select(item => Written(item) + " ")) + "]",
        PdfDictionary dictionary => "<< " + string.Concat(dictionary.Entries.Select(entry => $"/{entry.Key} {Written(entry.Value)} ")) + ">>",
        _ => $"{value}",
    };
}
