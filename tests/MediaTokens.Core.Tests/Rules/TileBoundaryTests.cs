using MediaTokens.Core.Tests.Rules.Referee;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>One pixel to either side of every place where the tile rule changes its mind.</summary>
public sealed class TileBoundaryTests
{
    private static readonly IReadOnlyList<Trial> Trials = [.. Trial.Of("gpt-4o"), .. Trial.Of("gpt-4-turbo"), .. Trial.Of("gpt-4o-mini")];

    [Fact]
    public void Multiples_of_a_tile_and_both_limits() => Trial.Compare(
        Trials, Sizes.AroundPairs([1, 256, 512, 768, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 4096, 6144, 8192, 65_536]));

    // With the short side at 768, the long one is a whole number of tiles where long : short = 512 k : 768.
    [Fact]
    public void Sizes_whose_scaled_long_side_crosses_a_tile()
    {
        IEnumerable<(long, long)> edges = Enumerable.Range(0, 640).Select(i => 769 + (2 * i)).Concat(Enumerable.Range(0, 300).Select(i => 2_200 + (59 * i)))
            .SelectMany(shortSide => Enumerable.Range(2, 3).SelectMany(tiles => Sizes.Around(shortSide * 2L * tiles / 3, shortSide)));
        Trial.Compare(Trials, edges);
    }

    // With the long side at 2048, the short one crosses a tile at long : short = 4 : 1, and 768 at 8 : 3.
    [Fact]
    public void Sizes_whose_scaled_short_side_crosses_a_tile_or_768()
    {
        IEnumerable<(long, long)> edges = Enumerable.Range(0, 900).Select(i => 512L + (23 * i))
            .SelectMany(shortSide => Sizes.Around(shortSide * 4, shortSide).Concat(Sizes.Around(shortSide * 8 / 3, shortSide)));
        Trial.Compare(Trials, edges);
    }

    [Theory]
    [InlineData(768, 768, 4)]
    [InlineData(769, 769, 4)]
    [InlineData(512, 513, 2)]
    [InlineData(513, 513, 4)]
    [InlineData(512, 2048, 4)]
    [InlineData(768, 2048, 8)]
    [InlineData(1536, 2048, 4)] // 768 x 1024 by construction, not 1025
    [InlineData(1024, 2048, 6)] // 768 x 1536
    [InlineData(3072, 4096, 4)]
    [InlineData(1365, 2048, 6)] // 768 x 1152.3
    [InlineData(1, int.MaxValue, 4)]
    [InlineData(int.MaxValue, int.MaxValue, 4)]
    public void Sides_that_are_whole_tiles_by_construction_are_not_one_more(int width, int height, long tiles)
    {
        Assert.Equal(tiles, Cost.Of("gpt-4o", width, height).Units);
        Assert.Equal(tiles, Cost.Of("gpt-4o", height, width).Units);
    }

    [Fact]
    public void Tiles_only_grow_with_a_side_while_nothing_is_scaled()
    {
        for (int shortSide = 1; shortSide <= 768; shortSide += 59)
        {
            long before = 0;
            for (int longSide = shortSide; longSide <= 2048; longSide++)
            {
                long tokens = Cost.Of("gpt-4o", longSide, shortSide).Tokens;
                Assert.True(tokens >= before, $"{longSide}x{shortSide} on gpt-4o at High: {tokens} after {before}");
                before = tokens;
            }
        }
    }

    [Fact]
    public void No_image_has_more_than_eight_tiles() => Assert.All(
        Sizes.Huge(8, 2_000), size => Assert.InRange(Cost.Of("gpt-4o", size.Width, size.Height).Units, 1, 8));
}
