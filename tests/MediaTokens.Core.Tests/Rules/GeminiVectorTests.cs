using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Gemini images: the vendor's tables, the measured grid, and the published crops.</summary>
public sealed class GeminiVectorTests
{
    // Google, Media resolution, Token counts, Gemini 3 models, column Image.
    [Theory]
    [InlineData(MediaResolution.Unspecified, 1120)]
    [InlineData(MediaResolution.Low, 280)]
    [InlineData(MediaResolution.Medium, 560)]
    [InlineData(MediaResolution.High, 1120)]
    public void Gemini_3_costs_the_tables_number(MediaResolution level, long tokens)
    {
        MediaTokenCost cost = Cost.Of("gemini-3-pro-preview", 1920, 1080, level);
        Assert.Equal((tokens, tokens, tokens), (cost.Tokens, cost.DocumentedTokens, cost.MaxTokens));
        Assert.Equal((level.ToString(), level.ToString(), "Documented"), (cost.Setting, cost.MediaResolution, cost.Basis));
        Assert.True(cost.IsEstimate); // "approximate token counts"
        Assert.Null(cost.Detail);
    }

    [Theory]
    [InlineData(PartMediaResolution.Unspecified, 1120)]
    [InlineData(PartMediaResolution.Low, 280)]
    [InlineData(PartMediaResolution.Medium, 560)]
    [InlineData(PartMediaResolution.High, 1120)]
    [InlineData(PartMediaResolution.UltraHigh, 2240)]
    public void Gemini_3_costs_the_tables_number_for_a_part(PartMediaResolution level, long tokens) =>
        Assert.Equal(tokens, Cost.Of("gemini-3-pro-preview", 640, 480, level).Tokens);

    // Google, Media resolution, Token counts, Gemini 2.5 models, column Image: "256 + Pan & Scan (~2048)".
    [Theory]
    [InlineData(MediaResolution.Unspecified, 256, 2304)]
    [InlineData(MediaResolution.Low, 64, 64)]
    [InlineData(MediaResolution.Medium, 256, 256)]
    [InlineData(MediaResolution.High, 256, 2304)]
    public void Gemini_2_5_is_within_the_tables_range(MediaResolution level, long least, long most) =>
        Assert.All(new[] { (384, 384), (1024, 1024), (3840, 2160), (100, 20_000) }, size =>
        {
            MediaTokenCost cost = Cost.Of("gemini-2.5-flash", size.Item1, size.Item2, level);
            Assert.Equal((least, most, true), (cost.MinTokens, cost.MaxTokens, cost.IsEstimate));
            Assert.InRange(cost.Tokens, least, most);
        });

    // Google, Understand and count tokens: 384 px and below is one unit; 960 x 540 has the crop unit 360 and 3 x 2 tiles.
    // The crop's side is clamped to 256 and 768 px.
    [Theory]
    [InlineData(384, 384, 1, 1, 256)]
    [InlineData(385, 384, 2, 2, 1024)]
    [InlineData(385, 256, 2, 1, 512)]
    [InlineData(960, 540, 3, 2, 1536)]
    [InlineData(1024, 1024, 2, 2, 1024)]
    [InlineData(3840, 2160, 5, 3, 2304)]
    [InlineData(2000, 100, 8, 1, 2048)]
    public void Gemini_2_5_expects_the_published_crops(int width, int height, int columns, int rows, long tokens)
    {
        MediaTokenCost cost = Cost.Of("gemini-2.5-pro", width, height, new CostSettings());
        Assert.Equal((columns, rows, columns * rows, tokens), (cost.Columns, cost.Rows, cost.Units, cost.Tokens));
        Assert.Equal(256m, cost.TokensPerUnit);
    }

    // Usage figures and countTokens of three independent reports, on gemini-3.1-flash-lite and gemini-3.5-flash-lite.
    [Theory]
    [InlineData(64, 64, 33, 33, 1089)]
    [InlineData(256, 256, 33, 33, 1089)]
    [InlineData(384, 384, 33, 33, 1089)]
    [InlineData(385, 385, 33, 33, 1089)]
    [InlineData(1024, 1024, 33, 33, 1089)]
    [InlineData(720, 960, 28, 38, 1064)]
    [InlineData(1080, 1440, 28, 38, 1064)]
    [InlineData(1600, 1200, 38, 28, 1064)]
    [InlineData(1920, 1080, 44, 25, 1100)]
    [InlineData(1024, 512, 47, 23, 1081)]
    [InlineData(2048, 512, 66, 16, 1056)]
    public void Gemini_3_bills_the_grid(int width, int height, int columns, int rows, long tokens)
    {
        foreach (MediaResolution level in new[] { MediaResolution.Unspecified, MediaResolution.High })
        {
            MediaTokenCost cost = Cost.Of("gemini-3.1-flash-lite", width, height, level, CountBasis.Billed);
            Assert.Equal((columns, rows, tokens, tokens), (cost.Columns, cost.Rows, cost.Units, cost.Tokens));
            Assert.Equal(("Billed", 1m), (cost.Basis, cost.TokensPerUnit));
        }
    }

    // The same grid at the other levels; 527 was measured at 16:9 on an image model of the family.
    [Theory]
    [InlineData(1, 1, 256, 529, 2209)]
    [InlineData(4, 3, 266, 540, 2160)]
    [InlineData(3, 4, 266, 540, 2160)]
    [InlineData(16, 9, 264, 527, 2205)]
    [InlineData(9, 16, 264, 527, 2205)]
    [InlineData(2, 1, 253, 528, 2178)]
    public void The_grid_follows_the_shape_at_every_level(int width, int height, long low, long medium, long ultra)
    {
        foreach (int scale in new[] { 1, 7, 120, 100_000 })
        {
            (int across, int along) = (width * scale, height * scale);
            Assert.Equal(low, Cost.Of("gemini-3.5-flash", across, along, PartMediaResolution.Low, CountBasis.Billed).Tokens);
            Assert.Equal(medium, Cost.Of("gemini-3.5-flash", across, along, PartMediaResolution.Medium, CountBasis.Billed).Tokens);
            Assert.Equal(ultra, Cost.Of("gemini-3.5-flash", across, along, PartMediaResolution.UltraHigh, CountBasis.Billed).Tokens);
        }
    }

    // The published code of Gemma 4: a side that comes to nothing is one cell, the other the shape's length, at most the budget.
    [Theory]
    [InlineData(1120, 1, 1120, 1)]
    [InlineData(1121, 1, 1120, 1)]
    [InlineData(1, int.MaxValue, 1, 1120)]
    public void A_line_is_one_cell_across(int width, int height, int columns, int rows)
    {
        MediaTokenCost cost = Cost.Of("gemini-3.1-pro-preview", width, height, (MediaResolution?)null, CountBasis.Billed);
        Assert.Equal((columns, rows), (cost.Columns, cost.Rows));
    }
}
