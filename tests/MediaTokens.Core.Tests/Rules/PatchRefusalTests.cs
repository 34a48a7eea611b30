using System.Text.RegularExpressions;
using MediaTokens.Core.Tests.Rules.Referee;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>OpenAI, Images and vision, "Calculating costs": above 30,000 patches the service refuses the image.</summary>
public sealed partial class PatchRefusalTests
{
    private static readonly string[] Models = ["gpt-6-astra", "gpt-5.6-sol", "gpt-5.6-terra", "gpt-5.6-luna"];

    [Theory]
    [InlineData(4801, 6400)]
    [InlineData(4800, 6401)]
    [InlineData(6401, 4800)]
    [InlineData(65_536, 32_768)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void One_patch_more_than_30000_is_refused(int width, int height) => Assert.All(Models, model =>
    {
        MediaException refusal = Cost.Fails(MediaErrorId.TooManyPatches, () => Cost.Of(model, width, height, ImageDetail.Original));
        Assert.Contains(model, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("30000", refusal.Message, StringComparison.Ordinal);
        Cost.Fails(MediaErrorId.TooManyPatches, () => Cost.Of(model, width, height, ImageDetail.Auto));
    });

    [Theory]
    [InlineData(4800, 6400)]
    [InlineData(6400, 4800)]
    [InlineData(65_535, 448)] // 2048 x 14 = 28,672 patches
    public void At_most_30000_patches_are_counted(int width, int height) =>
        Assert.All(Models, model => Assert.InRange(Cost.Of(model, width, height, ImageDetail.Original).Units, 28_672, 30_000));

    [Fact]
    public void High_and_low_never_come_to_a_refusal() => Assert.All(Models, model =>
    {
        Assert.InRange(Cost.Of(model, int.MaxValue, int.MaxValue, ImageDetail.High).Units, 1, 2500);
        Assert.Equal(256, Cost.Of(model, int.MaxValue, int.MaxValue, ImageDetail.Low).Units);
    });

    [Theory]
    [InlineData(4801, 6400)]
    [InlineData(20_000, 15_000)]
    [InlineData(65_535, 481)]
    [InlineData(481, 65_535)]
    [InlineData(1_000_000, 999_999)]
    public void The_size_that_the_refusal_recommends_is_taken(int width, int height)
    {
        MediaException refusal = Cost.Fails(MediaErrorId.TooManyPatches, () => Cost.Of("gpt-5.6-sol", width, height));
        Match size = Size().Match(refusal.RecommendedAction);
        Assert.True(size.Success, refusal.RecommendedAction);
        long across = long.Parse(size.Groups[1].Value, null), along = long.Parse(size.Groups[2].Value, null);
        Assert.InRange(Cost.Of("gpt-5.6-sol", across, along).Units, 25_000, 30_000);
    }

    [Fact]
    public void Every_edge_of_30000_patches_is_as_restated()
    {
        IReadOnlyList<Trial> trials = [.. Trial.OpenAI.Where(trial => trial.Setting == "Original" && trial.Model is "gpt-5.6-sol" or "gpt-6-astra")];
        IEnumerable<(long, long)> edges = Enumerable.Range(14, 2035).Where(columns => columns % 7 == 0 || 30_000 % columns == 0)
            .SelectMany(columns => Sizes.Around(32 * columns, 32 * (30_000 / columns)));
        Trial.Compare(trials, edges);
    }

    // 448.5 rounds up to a fifteenth row of 2,048 patches: the count takes the nearest pixel, so the image is refused.
    [Fact]
    public void The_nearest_pixel_at_the_maximum_side_decides()
    {
        Assert.Equal(28_672, Cost.Of("gpt-5.6-sol", 131_070, 896).Units);
        Cost.Fails(MediaErrorId.TooManyPatches, () => Cost.Of("gpt-5.6-sol", 131_070, 897));
    }

    [GeneratedRegex(@"(\d+)x(\d+)")]
    private static partial Regex Size();
}
