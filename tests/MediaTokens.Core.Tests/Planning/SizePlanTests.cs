using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>The size that is planned where nothing more is asked for: the one to which the service itself scales.</summary>
public sealed class SizePlanTests
{
    // OpenAI, Images and vision, Calculating costs: fit 2048 x 2048, then the shortest side is 768; low fits 512 x 512.
    [Theory]
    [InlineData("gpt-4o", "2560x1669", ImageDetail.High, "1178x768", 1105, 1105)]
    [InlineData("gpt-4o", "4000x3000", ImageDetail.High, "1024x768", 765, 765)]
    [InlineData("gpt-4o", "4000x3000", ImageDetail.Auto, "1024x768", 765, 765)]
    [InlineData("gpt-4o", "4096x8192", ImageDetail.High, "768x1536", 1105, 1105)]
    [InlineData("gpt-4o", "4096x8192", ImageDetail.Low, "256x512", 85, 85)]
    [InlineData("gpt-4o", "820x2400", ImageDetail.High, "700x2048", 1445, 1445)]
    [InlineData("gpt-4o", "1024x768", ImageDetail.High, "1024x768", 765, 765)]
    [InlineData("gpt-4o", "640x480", ImageDetail.High, "640x480", 425, 425)]
    [InlineData("gpt-4o", "20000x1", ImageDetail.High, "2048x1", 765, 765)]
    [InlineData("gpt-4o", "1x1", ImageDetail.Low, "1x1", 85, 85)]
    [InlineData("gpt-4o", "4001x3000", ImageDetail.High, "1024x768", 1105, 765)] // 1024.256 pixels were three tiles
    [InlineData("gpt-4o-mini", "2560x1669", ImageDetail.High, "1178x768", 36_835, 36_835)]
    // The same page: 1800 x 2400 comes to 33 x 44 patches at a budget of 1,536.
    [InlineData("o4-mini", "1800x2400", ImageDetail.High, "1056x1408", 2498, 2498)]
    [InlineData("o4-mini", "1024x1024", ImageDetail.High, "1024x1024", 1762, 1762)]
    [InlineData("gpt-5.6-sol", "4000x3000", ImageDetail.Low, "512x384", 231, 231)]
    [InlineData("gpt-5.6-sol", "6400x4800", ImageDetail.Original, "6400x4800", 36_000, 36_000)]
    public void Details_plan_the_size_that_the_service_makes(string model, string source, ImageDetail detail, string target, long before, long after)
    {
        SizePlan plan = Plans.Of(model, source, detail);
        Assert.Equal((source, target, before, after), (plan.Source.ToString(), plan.Target.ToString(), plan.SourceCount!.Tokens, plan.TargetCount.Tokens));
    }

    [Theory]
    [InlineData("gemini-3-pro", PartMediaResolution.Low, "8000x6000", "1536x1152", 280)]
    [InlineData("gemini-3-pro", PartMediaResolution.Medium, "8000x6000", "2048x1536", 560)]
    [InlineData("gemini-3-pro", PartMediaResolution.High, "8000x6000", "3072x2304", 1120)]
    [InlineData("gemini-3-pro", PartMediaResolution.UltraHigh, "8000x6000", "4096x3072", 2240)]
    [InlineData("gemini-3-pro", null, "8000x6000", "3072x2304", 1120)]
    [InlineData("gemini-3-pro", null, "3072x2304", "3072x2304", 1120)]
    [InlineData("gemini-3-pro", null, "300x4000", "230x3072", 1120)]
    [InlineData("gemini-2.5-pro", null, "8000x6000", "3072x2304", 2304)]
    public void Media_resolutions_plan_the_edge_of_the_catalog(string model, PartMediaResolution? level, string source, string target, long tokens)
    {
        SizePlan plan = Plans.Planner(model, new() { PartMediaResolution = level }).Plan(Plans.Size(source));
        Assert.Equal((target, tokens, tokens), (plan.Target.ToString(), plan.SourceCount!.Tokens, plan.TargetCount.Tokens));
    }

    [Fact]
    public void A_family_without_an_edge_keeps_the_size()
    {
        using CatalogFile file = new(CatalogFile.With("families/my-levels/upload", null));
        SizePlan plan = Plans.Planner("my-level-model", new(), catalog: file.Load()).Plan(new(9000, 6000));
        Assert.Equal((new PixelSize(9000, 6000), "9000x6000 stays, since the size my-level-model at media resolution Unspecified looks at is not published: 2148 tokens"), (plan.Target, plan.Explanation));
    }

    // OpenAI, Images and vision: above 30,000 patches the service refuses the image.
    [Theory]
    [InlineData("6401x4800", "6400x4799")]
    [InlineData("20000x15000", "6400x4800")]
    [InlineData("15000x20000", "4800x6400")]
    public void A_source_that_is_refused_is_shrunk_to_the_largest_size_that_is_taken(string source, string target)
    {
        SizePlan plan = Plans.Of("gpt-5.6-sol", source, ImageDetail.Original);
        Assert.Equal((target, 36_000L, null), (plan.Target.ToString(), plan.TargetCount.Tokens, plan.SourceCount));
        for (int side = plan.Source.LongSide; side > plan.Target.LongSide; side--)
        {
            Assert.Null(Counters.Of(ModelCatalog.Default.Resolve("gpt-5.6-sol"), new()).Counter.Tokens(Plans.Shape(plan.Source, side)));
        }
    }

    [Theory]
    [InlineData("gpt-4o", null, "4000x3000", "4000x3000 -> 1024x768, the size gpt-4o at detail High looks at: 765 tokens before and after")]
    [InlineData("gpt-4o", null, "4001x3000", "4001x3000 -> 1024x768, the size gpt-4o at detail High looks at: 1105 tokens before, 765 after")]
    [InlineData("gpt-4o", null, "640x480", "640x480 stays, the size gpt-4o at detail High looks at: 425 tokens")]
    [InlineData("gpt-4o", 500L, "4000x3000", "4000x3000 -> 683x512, the largest of its shape that gpt-4o at detail High takes within MaxTokens 500: 765 tokens before, 425 after")]
    [InlineData("gpt-5.6-sol", null, "20000x15000", "20000x15000 -> 6400x4800, the largest of its shape that gpt-5.6-sol at detail Original takes: 36000 tokens, while the source is refused")]
    [InlineData("gemini-3-pro", null, "4000x3000", "4000x3000 -> 3072x2304, within an edge of 3072 px, our own choice for gemini-3-pro at media resolution Unspecified: 1120 tokens before and after")]
    [InlineData("gemini-3-pro", null, "640x480", "640x480 stays, within an edge of 3072 px, our own choice for gemini-3-pro at media resolution Unspecified: 1120 tokens")]
    public void The_explanation_says_what_decided(string model, long? most, string source, string explanation) =>
        Assert.Equal(explanation, Plans.Of(model, source, null, new() { MaxTokens = most }).Explanation);

    [Theory]
    [InlineData("gpt-4o", false, true)]
    [InlineData("gpt-5-mini", false, true)]
    [InlineData("gemini-3-pro", true, false)]
    [InlineData("gemini-2.5-pro", true, true)]
    [InlineData("gemini-2.5-pro", false, false)]
    public void The_planner_says_whether_the_size_changes_the_tokens(string model, bool high, bool changes) => Assert.Equal(
        changes,
        Plans.Planner(model, model[..3] == "gpt" ? new() : new() { MediaResolution = high ? MediaResolution.High : MediaResolution.Low }).SizeChangesTokens);

    [Theory]
    [InlineData("2560x1669", 1024, "1024x668")]
    [InlineData("1669x2560", 1024, "668x1024")]
    [InlineData("20000x1", 5, "5x1")]
    [InlineData("3x2", 2, "2x1")]
    [InlineData("4x2", 1, "1x1")] // half a pixel rounds up
    [InlineData("7x7", 3, "3x3")]
    public void A_shape_keeps_the_nearest_pixel(string source, int longSide, string shape) =>
        Assert.Equal(shape, SizePlanner.Shape(Plans.Size(source), longSide).ToString());
}
