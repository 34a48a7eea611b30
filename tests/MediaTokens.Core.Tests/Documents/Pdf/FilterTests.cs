using System.Globalization;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace MediaTokens.Core.Tests.Documents.Pdf;

/// <summary>Streams are decoded by each filter and by several, damaged ones as far as they go.</summary>
public sealed class FilterTests
{
    private static readonly byte[] Text = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * i} ")));

    [Fact]
    public void Flate_is_decoded() => Assert.Equal(Text, Decode("/Filter /FlateDecode", Deflate(Text)));

    [Fact]
    public void Flate_with_a_wrong_checksum_is_decoded_whole()
    {
        byte[] bytes = Deflate(Text);
        bytes[^1] ^= 0xFF;
        Assert.Equal(Text, Decode("/Filter /FlateDecode", bytes));
        Assert.Equal(Text, Decode("/Filter /FlateDecode", bytes[..^4]));
    }

    [Fact]
    public void Flate_without_its_header_is_decoded() => Assert.Equal(Text, Decode("/Filter /FlateDecode", Deflate(Text)[2..]));

    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    public void Flate_that_ends_too_early_gives_what_there_is(int length)
    {
        byte[] got = Decode("/Filter /FlateDecode", Deflate(Text)[..length])!;
        Assert.InRange(got.Length, length / 2, Text.Length - 1);
        Assert.Equal(Text[..got.Length], got);
    }

    [Fact]
    public void Flate_that_is_damaged_gives_what_comes_before()
    {
        byte[] bytes = Deflate(Text);
        bytes.AsSpan(3000).Fill(0xFF);
        byte[] got = Decode("/Filter /FlateDecode", bytes)!;
        Assert.True(got.Length > 3000, $"{got.Length} bytes");
        Assert.Equal(Text[..3000], got[..3000]);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("/DecodeParms << /EarlyChange 0 >>", 0)]
    public void Lzw_is_decoded(string parameters, int earlyChange) =>
        Assert.Equal(Text, Decode($"/Filter /LZWDecode {parameters}", Lzw(Text, earlyChange)));

    // The example of ISO 32000-1, 7.4.4.2.
    [Fact]
    public void Lzw_of_the_standards_example_is_decoded() => Assert.Equal(
        new byte[] { 45, 45, 45, 45, 45, 65, 45, 45, 45, 66 },
        Decode("/Filter /LZWDecode", [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]));

    [Theory]
    [InlineData("/ASCIIHexDecode", "48 65 6c6C 6F 2>ff", "Hello ")]
    [InlineData("/AHx", "4", "@")]
    [InlineData("/ASCII85Decode", "87cUR D]i,\"Ebo80~>junk", "Hello World!")]
    [InlineData("/ASCII85Decode", "z87cURDZ", "\0\0\0\0Hello")]
    [InlineData("[/A85 /RL]", "rF(3~>", "aaaa")]
    [InlineData("/RunLengthDecode", "\u0002abc\u00fex\u0080rest", "abcxxx")]
    [InlineData("/RunLengthDecode", "\u0009ab", "ab")]
    [InlineData("[/ASCIIHexDecode /ASCIIHexDecode]", "34 31", "A")]
    [InlineData("[]", "as it is", "as it is")]
    public void Ascii_and_run_lengths_are_decoded(string filter, string data, string expected) =>
        Assert.Equal(expected, Encoding.Latin1.GetString(Decode($"/Filter {filter}", PdfReading.Latin1(data))!));

    [Theory]
    [InlineData("/DCTDecode")]
    [InlineData("/JPXDecode")]
    [InlineData("/CCITTFaxDecode")]
    [InlineData("/JBIG2Decode")]
    [InlineData("[/FlateDecode /DCTDecode]")]
    [InlineData("/SomethingElse")]
    public void Pictures_and_unknown_filters_are_not_decoded(string filter) => Assert.Null(Decode($"/Filter {filter}", Deflate(Text)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_row_kind_of_png_is_undone(int kind)
    {
        const int Columns = 10;
        byte[] plain = Text[..(3 * Columns * 20)];
        byte[] predicted = Png(plain, 3 * Columns, 3, kind);
        Assert.Equal(plain, Decode($"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /Columns {Columns} >>", Deflate(predicted)));
    }

    [Theory]
    [InlineData(8, "10 20 30 11 22 33", "10 20 30 01 02 03")]
    [InlineData(16, "0100 0200 0300 0101 0202 02FF", "0100 0200 0300 0001 0002 FFFF")]
    [InlineData(4, "123 357", "123 234")]
    [InlineData(1, "A8", "BC")]
    public void The_differences_of_tiff_are_undone(int bits, string plain, string predicted) => Assert.Equal(
        Convert.FromHexString(plain.Replace(" ", "", StringComparison.Ordinal)),
        Decode(
            $"/Filter [/FlateDecode] /DecodeParms [<< /Predictor 2 /Colors 3 /BitsPerComponent {bits} /Columns 2 >>]",
            Deflate(Convert.FromHexString(predicted.Replace(" ", "", StringComparison.Ordinal)))));

    [Theory]
    [InlineData("/Columns 2000000000 /Colors 2000000000")]
    [InlineData("/Columns -1")]
    [InlineData("/Colors 0")]
    [InlineData("/BitsPerComponent 3")]
    public void Parameters_that_cannot_be_are_refused(string parameters) =>
        Assert.Null(Decode($"/Filter /FlateDecode /DecodeParms << /Predictor 12 {parameters} >>", Deflate(Text)));

    [Fact]
    public void A_bomb_is_not_decoded()
    {
        byte[] bomb = Deflate(Deflate(new byte[100_000_000]));
        Assert.Null(Decode("/Filter [/FlateDecode /FlateDecode]", bomb));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99999")]
    [InlineData("-5")]
    [InlineData("null")]
    [InlineData("9 0 R")]
    public void A_wrong_length_gives_way_to_the_end_of_the_stream(string length)
    {
        byte[] document = PdfMaker.Pages(1).Stream(8, "", Text, length).Table().Bytes();
        Assert.Equal(Text, PdfReading.Decoded(document, 8));
    }

    [Fact]
    public void A_length_in_another_object_counts_even_where_the_data_say_endstream()
    {
        byte[] data = PdfReading.Latin1("one endstream two");
        byte[] document = PdfMaker.Pages(1).Object(9, $"{data.Length}").Stream(8, "", data, "9 0 R").Table().Bytes();
        Assert.Equal(data, PdfReading.Decoded(document, 8));
    }

    [Theory]
    [InlineData("stream\r\n")]
    [InlineData("stream\n")]
    [InlineData("stream\r")]
    [InlineData("stream  \r\n")]
    public void Data_begin_behind_the_line_end(string keyword)
    {
        PdfMaker maker = PdfMaker.Pages(1);
        string table = string.Create(CultureInfo.InvariantCulture, $"8 1\n{maker.Position:D10} 00000 n \n");
        byte[] document = maker.Raw($"8 0 obj << /Length 4 >> {keyword}data\nendstream endobj\n").Table().Bytes();
        string text = Encoding.Latin1.GetString(document).Replace("trailer", table + "trailer", StringComparison.Ordinal);
        Assert.Equal("data"u8.ToArray(), PdfReading.Decoded(PdfReading.Latin1(text), 8));
    }

    private static byte[]? Decode(string entries, byte[] data) =>
        PdfReading.Decoded(PdfMaker.Pages(1).Stream(8, entries, data).Table().Bytes(), 8);

    private static byte[] Deflate(byte[] bytes)
    {
        using MemoryStream output = new();
        using (ZLibStream stream = new(output, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    private static byte[] Png(byte[] plain, int row, int distance, int kind)
    {
        List<byte> output = [];
        for (int i = 0; i < plain.Length; i++)
        {
            int left = i % row >= distance ? plain[i - distance] : 0;
            int up = i >= row ? plain[i - row] : 0;
            int corner = i >= row && i % row >= distance ? plain[i - row - distance] : 0;
            int estimate = left + up - corner;
            int nearest = new[] { left, up, corner }.MinBy(value => Math.Abs(estimate - value));
            if (i % row == 0)
            {
                output.Add((byte)kind);
            }

            output.Add((byte)(plain[i] - (kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => nearest, _ => 0 })));
        }

        return [.. output];
    }

    private static byte[] Lzw(byte[] plain, int earlyChange)
    {
        List<byte> output = [];
        Dictionary<string, int> table = [];
        long buffer = 0;
        int held = 0;
        int next = 258;
        void Write(int code)
        {
            int bits = next + earlyChange > 2048 ? 12 : next + earlyChange > 1024 ? 11 : next + earlyChange > 512 ? 10 : 9;
            (buffer, held) = ((buffer << bits) | (uint)code, held + bits);
            for (; held >= 8; held -= 8)
            {
                output.Add((byte)(buffer >> (held - 8)));
                buffer &= (1L << (held - 8)) - 1;
            }
        }

        int Code(string text) => text.Length == 1 ? text[0] : table[text];
        Write(256);
        string current = "";
        foreach (char letter in Encoding.Latin1.GetString(plain))
        {
            if (current.Length == 0 || table.ContainsKey(current + letter))
            {
                current += letter;
                continue;
            }

            Write(Code(current));
            table.Add(current + letter, next++);
            current = letter.ToString();
            if (next == 4094)
            {
                Write(256);
                (next, _) = (258, 0);
                table.Clear();
            }
        }

        Write(Code(current));
        next++;
        Write(257);
        Write(0);
        return [.. output];
    }
}
