using MediaTokens.Core.Tests.Headers.Making;
using MediaTokens.Headers;
using Xunit;

namespace MediaTokens.Core.Tests.Headers;

/// <summary>GIF: the logical screen, and whether a second frame follows.</summary>
public sealed class GifTests
{
    // More sub-blocks than the budget can walk over.
    private const int PastTheBudget = 20_000;

    private static readonly byte[] Loop = Gif.Application("NETSCAPE2.0");

    [Theory]
    [InlineData(1, 65_535)]
    [InlineData(65_535, 1)]
    public void The_logical_screen_tells_the_size(int width, int height) =>
        Reading.Tells(Gif.File(width, height, Gif.Frame(), Gif.End), width, height);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_side_of_zero_is_invalid(int width, int height) =>
        Reading.Fails(Gif.File(width, height, Gif.Frame(), Gif.End), MediaErrorId.InvalidDimensions);

    [Fact]
    public void A_second_frame_makes_an_animation()
    {
        Reading.Tells(Gif.File(9, 9, Gif.Frame(), Gif.End), 9, 9);
        Reading.Tells(Gif.File(9, 9, Gif.Frame(), Gif.Frame(), Gif.End), 9, 9, animated: true);
        Reading.Tells(Gif.File(9, 9, [0x21, 0xF9, 4, 0, 0, 0, 0, 0], Gif.Frame(), [0x21, 0xFE, 1, 65, 0], Gif.Frame()), 9, 9, animated: true);
    }

    [Theory]
    [InlineData(0x80)]
    [InlineData(0x83)]
    [InlineData(0xF7)]
    public void Colour_tables_are_passed_over(byte flags)
    {
        byte[] table = new byte[3 << ((flags & 7) + 1)];
        Array.Fill(table, (byte)0x3B);
        byte[] one = [.. Gif.Screen(9, 9, flags), .. table, .. Gif.Frame(flags: flags)];
        Reading.Tells([.. one, .. Gif.End], 9, 9);
        Reading.Tells([.. one, .. Gif.Frame(), .. Gif.End], 9, 9, animated: true);
    }

    [Fact]
    public void One_frame_that_claims_to_loop_is_no_animation() =>
        Reading.Tells(Gif.File(9, 9, Loop, Gif.Frame(), Gif.End), 9, 9);

    [Theory]
    [InlineData("NETSCAPE2.0", true)]
    [InlineData("ANIMEXTS1.0", true)]
    [InlineData("XMP DataXMP", false)]
    public void Where_the_file_breaks_off_the_loop_decides(string application, bool animated)
    {
        byte[] bytes = Gif.File(9, 9, Gif.Application(application), Gif.Frame());
        Reading.Tells(bytes, 9, 9, animated: animated);
        Reading.Tells(bytes[..^100], 9, 9, animated: animated);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_one_frame_is_longer_than_the_budget_the_loop_decides(bool loops)
    {
        byte[] start = Gif.File(9, 9, loops ? Loop : [], Gif.FrameStart());
        RepeatingSource source = new(start, Gif.SubBlock, Gif.SubBlock.Length, PastTheBudget, [0, .. Gif.Frame(), .. Gif.End]);
        Assert.Equal(new MediaHeader(MediaFormat.Gif, new PixelSize(9, 9), IsAnimated: loops), MediaHeaderReader.Read(source));
        Assert.True(source.BytesRead <= Reading.Budget);
    }

    [Fact]
    public void A_second_frame_half_a_megabyte_away_is_found() =>
        Reading.Tells(Gif.File(9, 9, Gif.Frame(2_000), Gif.Frame(), Gif.End), 9, 9, animated: true);

    [Fact]
    public void An_unknown_block_ends_the_search()
    {
        Reading.Tells(Gif.File(9, 9, Gif.Frame(), [0x77], Gif.Frame()), 9, 9);
        Reading.Tells(Gif.File(9, 9, Loop, Gif.Frame(), [0x77]), 9, 9, animated: true);
    }

    [Fact]
    public void A_screen_that_is_cut_is_truncated()
    {
        for (int length = 1; length < 13; length++)
        {
            Reading.Fails(Gif.Screen(9, 9)[..length], MediaErrorId.TruncatedFile);
        }

        Reading.Tells(Gif.Screen(9, 9), 9, 9);
    }

    [Fact]
    public void Another_version_is_unknown() =>
        Reading.Fails([.. "GIF88a"u8, .. Gif.Screen(9, 9)[6..]], MediaErrorId.UnknownFormat);
}
