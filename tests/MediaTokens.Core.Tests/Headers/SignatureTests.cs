using System.Text;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>What is no image is unknown, and where its first bytes are well known the message says what it is.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004....", "ZIP")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "git lfs pull")]
    [InlineData("<svg xmlns=\"x\"/>", "SVG")]
    [InlineData("\r\n  <svg/>", "SVG")]
    [InlineData("<?xml version=\"1.0\"?>", "XML")]
    [InlineData("<!DOCTYPE html>", "HTML")]
    [InlineData("8BPS\0\u0001\0\0\0\0", "Photoshop")]
    [InlineData("RIFF\0\0\0\0WAVEfmt ", "RIFF")]
    [InlineData("\0\0\u0001\0\u0001\0\u0010\u0010", "icon")]
    [InlineData("\0\0\0\fJXL \r\n", "JPEG XL")]
    [InlineData("\0\0\0\fjP  \r\n", "JPEG 2000")]
    [InlineData("\0\0\0\u0018ftypcrx \0\0\0\u0001crx isom", "Canon")]
    [InlineData("ID3\u0004\0\0\0\0", "MP3")]
    [InlineData("fLaC\0\0\0\"", "FLAC")]
    [InlineData("hello", "text")]
    [InlineData("GIF88a of no version", "text")]
    [InlineData("\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B", "no known format")]
    public void An_unknown_file_is_named_where_it_can_be(string start, string name) => Names(Encoding.ASCII.GetBytes(start), name);

    [Theory]
    [InlineData("The free software of the world, line by line.\n")]
    [InlineData("The wide world\n")]
    [InlineData("And skip the rest.\n")]
    [InlineData("Big moov, small mdat\n")]
    public void A_text_whose_second_word_is_the_name_of_a_box_is_a_text(string text) =>
        Assert.Contains("those of a text", Reading.Fails(Encoding.ASCII.GetBytes(text), MediaErrorId.UnknownFormat).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(188)]
    [InlineData(1)]
    public void A_text_with_the_letter_G_where_packets_would_begin_is_a_text(int distance)
    {
        string text = string.Concat(Enumerable.Repeat("G" + new string('a', distance - 1), 5000 / distance));
        Assert.Contains("those of a text", Reading.Fails(Encoding.ASCII.GetBytes(text), MediaErrorId.UnknownFormat).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_no_media()
    {
        Random random = new(188);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[3000];
            random.NextBytes(bytes);
            bytes[0] = 0x47;
            Reading.Fails(bytes, MediaErrorId.UnknownFormat);
        }
    }

    [Fact]
    public void A_text_in_another_encoding_is_named_too()
    {
        Names([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("text")], "UTF-16");
        Names(Encoding.UTF8.GetBytes("Übergrößenträger, ein Wort mit Umlauten"), "text");
        Names([.. Encoding.UTF8.GetPreamble(), .. "<svg/>"u8], "SVG");
        Names([0xFF, 0x0A, 1, 2], "JPEG XL");
        Names([0x1F, 0x8B, 8, 0], "gzip");
        Names([0xFF, 0xFB, 0x90, 0x64], "MP3");
        Names([0xFF, 0xF1, 0x6C, 0x40], "AAC");
    }

    [Fact]
    public void Every_single_byte_is_refused_as_truncated_or_unknown()
    {
        for (int value = 0; value <= 0xFF; value++)
        {
            bool begins = value is 0xFF or 0x89 or 'G' or 'R' or 'B' or 'I' or 'M' or 0 or 0x1A or 'F' or 0x30 or '%';
            Reading.Fails([(byte)value], begins ? MediaErrorId.TruncatedFile : MediaErrorId.UnknownFormat);
        }
    }

    [Fact]
    public void The_message_shows_the_first_bytes() =>
        Assert.Contains("54 68 69 73 20 69 73 20", Reading.Fails("This is a text."u8.ToArray(), MediaErrorId.UnknownFormat).Message, StringComparison.Ordinal);

    private static void Names(byte[] bytes, string name) =>
        Assert.Contains(name, Reading.FailsAsImage(bytes, MediaErrorId.UnknownFormat).Message, StringComparison.Ordinal);
}
