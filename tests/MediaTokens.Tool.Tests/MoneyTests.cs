using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Tests;

public sealed partial class MoneyTests
{
    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("0.0027625", "0.0028")]
    [InlineData("0.00255", "0.0026")]
    [InlineData("0.302", "0.3020")]
    [InlineData("0.99994", "0.9999")]
    [InlineData("0.001", "0.0010")]
    [InlineData("0.00099", "0.00099")]
    [InlineData("0.000064", "0.000064")]
    [InlineData("0.0000000255", "0.000000026")]
    [InlineData("12.4", "12.40")]
    [InlineData("1.005", "1.01")]
    [InlineData("1234567.891", "1234567.89")]
    public void An_amount_has_the_digits_of_a_budget(string amount, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(text, Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_smallest_amount_there_is_has_no_exponent() => Assert.Matches("^0[.]0+$", Money.Of(0.0000000000000000000000000001m));

    [Fact]
    public void Points_stand_below_each_other()
    {
        string[] amounts = [Money.Aligned(0.0028m), Money.Aligned(12.4m), Money.Aligned(0.000064m), Money.Aligned(null)];
        Assert.Equal(["0.0028   ", "12.40     ", "0.000064 ", "-        "], amounts);
        Assert.Equal(["2.50  ", "0.075 ", "-     "], [Money.AlignedPrice(2.5m), Money.AlignedPrice(0.075m), Money.AlignedPrice(null)]);
    }

    [Fact]
    public void A_terminal_lines_them_up_too()
    {
        using MemoryStream stream = new();
        TerminalTable table = new(stream, [new("File"), new("Cost", true, Money.AlignedWidth), new("Working")], 80);
        table.WriteRows([["a", Money.Aligned(0.0028m), "x"], ["b", Money.Aligned(12.4m), "x"]]);
        string[] lines = Escapes().Replace(Encoding.UTF8.GetString(stream.ToArray()), "").Split('\n');
        Assert.Equal(lines[1].IndexOf('.', StringComparison.Ordinal), lines[2].IndexOf('.', StringComparison.Ordinal));
        Assert.Equal(lines[1].IndexOf('x', StringComparison.Ordinal), lines[2].IndexOf('x', StringComparison.Ordinal));
    }

    [Fact]
    public void A_last_column_that_fits_stays_on_its_line_however_narrow_it_is()
    {
        using MemoryStream stream = new();
        TerminalTable table = new(stream, [new("Rank", true), new("Model"), new("Confidence")], 60);
        table.WriteRows([["1", new string('m', 35), "Implementation"]]);
        string text = Escapes().Replace(Encoding.UTF8.GetString(stream.ToArray()), "");
        Assert.Matches("m  Implementation", text);
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escapes();
}
