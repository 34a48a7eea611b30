using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.Tests;

public sealed partial class UnitTests
{
    private static readonly Column[] Columns = [new("File"), new("Tokens", true), new("Working")];

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" space", "\" space\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_csv_field_is_quoted_where_it_must(string? value, string expected)
    {
        ArrayBufferWriter<byte> output = new();
        CsvFields fields = new(output);
        fields.Text("a"u8, value);
        fields.Fraction("b"u8, 1.25m);
        fields.Number("c"u8, null);
        fields.Flag("d"u8, true);
        fields.List("e"u8, ["x", "y"]);
        fields.End();
        Assert.Equal(expected + ",1.25,,true,x;y\r\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void A_pattern_matches_each_segment_by_itself()
    {
        using Workspace files = new();
        string[] names = ["b.png", "A.png", "a.gif", ".hidden.png", "sub/c.png", "sub/deep/d.png", "süb/e.png"];
        Array.ForEach(names, name => files.Write(name, ""));
        string[] Expand(string pattern) => [.. PathPattern.Expand(files[pattern]).Select(path => Path.GetRelativePath(files.Root, path).Replace('\\', '/'))];
        Assert.Equal(["A.png", "b.png"], Expand("*.png"));
        Assert.Equal([".hidden.png"], Expand(".*.png"));
        Assert.Equal(["sub/c.png", "süb/e.png"], Expand("s?b/*.png"));
        Assert.Equal(["sub/deep/d.png"], Expand("*/*/d.png"));
        Assert.Equal(["sub/c.png"], Expand("*/c.png"));
        Assert.Empty(Expand("b.png/*"));
        Assert.Empty(Expand("*.webp"));
    }

    [Fact]
    public void Lines_come_before_the_stream_is_waited_for()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("a\r\n\nb"));
        Assert.Equal([null, "a", null, "b"], new PathLines(stream).Read());
    }

    [Fact]
    public void A_line_without_end_does_not_fill_the_memory()
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(new string('x', 1_000_000) + "\nb\n"));
        string?[] lines = [.. new PathLines(stream).Read().Where(line => line is not null)];
        Assert.Equal([128 * 1024, 1], lines.Select(line => line!.Length));
    }

    [Fact]
    public void Control_characters_become_visible() => Assert.Equal(@"a\nb\x1b[0m\tc", OneLine.Of("a\nb\u001b[0m\tc"));

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    [InlineData(20)]
    public void A_terminal_table_never_leaves_the_width_and_loses_no_word(int width)
    {
        using MemoryStream stream = new();
        TerminalTable table = new(stream, Columns, width);
        string working = "2560x1669 -> 2048x1335 -> 1178x768 -> 3x2 tiles: 85 + 6 x 170 = 1105";
        table.WriteRows([["a-rather-long-name-of-a-photo.jpg", "1105", working]]);
        table.WriteRows([["b.jpg", "85", "[low] detail"]]);
        string text = Escapes().Replace(Encoding.UTF8.GetString(stream.ToArray()), "");
        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Contains("[low]", text, StringComparison.Ordinal);
        Assert.All(working.Split(' '), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escapes();
}
