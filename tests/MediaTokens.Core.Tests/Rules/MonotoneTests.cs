using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>A larger image never costs less where nothing is scaled; and where a vendor's page makes the finer setting cheaper, that is so.</summary>
public sealed class MonotoneTests
{
    [Theory]
    [InlineData("gpt-5.6-sol", "2026-11-21", ImageDetail.Original, 4800)]
    [InlineData("gpt-5.6-sol", "2026-08-31", ImageDetail.Original, 9000)]
    [InlineData("gpt-5.5", "2026-11-21", ImageDetail.Original, 3200)]
    [InlineData("gpt-5.4", "2026-11-21", ImageDetail.Low, 2048)]
    [InlineData("gpt-5.4", "2026-11-21", ImageDetail.High, 1600)]
    [InlineData("gpt-4.1-mini", "2026-03-01", ImageDetail.High, 1248)]
    [InlineData("gpt-5-mini", "2026-11-21", ImageDetail.High, 1248)]
    [InlineData("o4-mini", "2026-03-01", ImageDetail.Low, 1248)]
    [InlineData("gpt-4o", "2026-11-21", ImageDetail.High, 768)]
    [InlineData("o3", "2025-04-16", ImageDetail.High, 768)]
    public void A_wider_image_never_costs_less_while_nothing_is_scaled(string model, string day, ImageDetail detail, int side)
    {
        CostPlan plan = Cost.Plan(model, new() { Detail = detail }, ModelCatalog.Load(null, DateOnly.ParseExact(day, "yyyy-MM-dd")));
        for (int height = 1; height <= side; height += side / 13)
        {
            long before = 0;
            for (int width = 1; width <= side; width += Math.Max(1, side / 499))
            {
                MediaTokenCost cost = plan.Count(MediaItem.FromSize(width, height));
                Assert.True(cost.Tokens >= before && cost.ScaledWidth == width, $"{cost.Explanation} after {before}");
                before = cost.Tokens;
            }
        }
    }

    // OpenAI, Images and vision, Calculating costs: low keeps 6,144 patches, high 2,500.
    [Theory]
    [InlineData("gpt-5.4")]
    [InlineData("gpt-5.4-mini")]
    [InlineData("gpt-5.4-nano")]
    public void Low_is_dearer_than_high_where_it_keeps_more_patches(string model)
    {
        Assert.Equal((3687, 2942), (Cost.Of(model, 4032, 3024, ImageDetail.Low).Tokens, Cost.Of(model, 4032, 3024, ImageDetail.High).Tokens));
        Assert.Equal(Cost.Of(model, 1600, 1600, ImageDetail.Low).Tokens, Cost.Of(model, 1600, 1600, ImageDetail.High).Tokens);
    }
}
