using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>A planner refuses what a count refuses, and what is no size and no share.</summary>
public sealed class SizePlannerRefusalTests
{
    [Fact]
    public void Another_vendors_setting_is_refused()
    {
        Refuses("gpt-4o", new() { MediaResolution = MediaResolution.Low });
        Refuses("gpt-4o", new() { PartMediaResolution = PartMediaResolution.Low });
        Refuses("gpt-4o", new() { Detail = ImageDetail.Low, MediaResolution = MediaResolution.Low });
        Refuses("gemini-3-pro", new() { Detail = ImageDetail.Low });
        Assert.NotNull(Plans.Planner("gpt-4o", new() { PartMediaResolution = PartMediaResolution.Unspecified }));
    }

    [Fact]
    public void A_value_that_the_model_does_not_have_is_refused()
    {
        Refuses("gpt-4o", new() { Detail = ImageDetail.Original });
        Refuses("gemini-2.5-pro", new() { PartMediaResolution = PartMediaResolution.High });
    }

    [Fact]
    public void A_model_that_takes_no_images_is_refused()
    {
        using CatalogFile file = new(CatalogFile.With("families/my-tiles/media", "[\"Video\"]"));
        Cost.Fails(MediaErrorId.MediaTypeNotSupported, () => Plans.Planner("my-tile-model", new(), catalog: file.Load()));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(double.NaN)]
    public void A_share_is_from_0_to_less_than_1(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Plans.Planner("gpt-4o", new(), new() { TrimTiles = true, MaxShrink = share }));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(-1, 10)]
    public void A_size_has_a_pixel_on_each_side(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Plans.Planner("gpt-4o", new()).Plan(new(width, height)));

    private static void Refuses(string model, CostSettings settings)
    {
        MediaException planned = Cost.Fails(MediaErrorId.SettingNotSupported, () => Plans.Planner(model, settings));
        MediaException counted = Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Plan(model, settings));
        Assert.Equal((counted.Message, counted.RecommendedAction), (planned.Message, planned.RecommendedAction));
    }
}
