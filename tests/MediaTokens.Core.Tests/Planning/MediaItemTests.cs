using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>What can be counted, and what the count says of it.</summary>
public sealed class MediaItemTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    public void A_size_is_1_to_2147483647_pixels_on_a_side(long width, long height)
    {
        MediaItem item = MediaItem.FromSize(width, height);
        Assert.Equal((width, height), ((long)item.Size.Width, (long)item.Size.Height));
        Assert.Equal((null, null, null), (item.Path, item.Header, item.Bytes));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    [InlineData(1, int.MinValue)]
    [InlineData(1L + int.MaxValue, 1)]
    [InlineData(1, 1L + int.MaxValue)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(4_294_967_297, 1)] // 1 in 32 bits
    public void Another_size_is_invalid(long width, long height)
    {
        MediaException exception = Cost.Fails(MediaErrorId.InvalidDimensions, () => MediaItem.FromSize(width, height));
        Assert.Contains($"{width} x {height}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_alone_is_named_by_its_pixels()
    {
        MediaTokenCost cost = Cost.Of("gpt-4o", 1920, 1080);
        Assert.Equal(("1920x1080", null, null, null, "Image"), (cost.Name, cost.Path, cost.Format, cost.Bytes, cost.MediaType));
        Assert.Equal(("gpt-4o", "OpenAI", "OpenAITile", 1920, 1080), (cost.Model, cost.Vendor, cost.Rule, cost.Width, cost.Height));
    }

    [Fact]
    public void A_file_is_named_by_its_name()
    {
        string path = Path.Combine(Path.GetTempPath(), "photos", "sea.png");
        MediaTokenCost cost = Count("gpt-4o", new(path, new(640, 480), new MediaHeader(MediaFormat.Png, new(640, 480)), 12_345));
        Assert.Equal(("sea.png", path, "Png", 12_345L), (cost.Name, cost.Path, cost.Format, cost.Bytes!.Value));
        Assert.Equal(Cost.Of("gpt-4o", 640, 480).Explanation, cost.Explanation);
    }

    [Fact]
    public void The_model_is_the_one_asked_for() => Assert.Equal("gpt-4o-2024-11-20", Cost.Of("gpt-4o-2024-11-20", 9, 9).Model);

    // OpenAI, Vision guide, Managing the images: PNG, JPEG, WEBP, and non-animated GIF.
    [Theory]
    [InlineData("gpt-4o", MediaFormat.Heic, false, "OpenAI", "Heic")]
    [InlineData("gpt-4o", MediaFormat.Avif, false, "OpenAI", "Avif")]
    [InlineData("gpt-5.6-sol", MediaFormat.Bmp, false, "OpenAI", "Bmp")]
    [InlineData("o4-mini", MediaFormat.Tiff, false, "OpenAI", "Tiff")]
    [InlineData("gpt-4o", MediaFormat.Gif, true, "OpenAI", "animat")]
    [InlineData("gemini-3.8-flash", MediaFormat.Gif, false, "Google", "Gif")]
    [InlineData("gemini-2.5-pro", MediaFormat.Tiff, false, "Google", "Tiff")]
    public void A_format_that_the_vendor_does_not_take_is_remarked(string model, MediaFormat format, bool isAnimated, string vendor, string what)
    {
        MediaTokenCost cost = Count(model, Item(format, isAnimated));
        Assert.Contains($"{vendor} does not take", cost.Explanation, StringComparison.Ordinal);
        Assert.Contains(what, cost.Explanation, StringComparison.Ordinal);
        Assert.Equal(Cost.Of(model, 640, 480).Tokens, cost.Tokens);
    }

    [Theory]
    [InlineData("gpt-4o", MediaFormat.Gif, false)]
    [InlineData("gpt-4o", MediaFormat.Jpeg, false)]
    [InlineData("gpt-4o", MediaFormat.WebP, false)]
    [InlineData("gemini-3.8-flash", MediaFormat.Heic, false)]
    [InlineData("gemini-3.8-flash", MediaFormat.WebP, true)] // the vendor does not say
    public void A_format_that_the_vendor_takes_is_not_remarked(string model, MediaFormat format, bool isAnimated) =>
        Assert.DoesNotContain("does not take", Count(model, Item(format, isAnimated)).Explanation, StringComparison.Ordinal);

    [Fact]
    public void A_model_that_takes_no_images_refuses_each()
    {
        ModelRow row = ModelCatalog.Default.Resolve("gemini-3.8-flash");
        SelectedModel video = new("film", row with { Profile = row.Profile with { Family = row.Family with { Media = [MediaType.Video] } } });
        CostPlan plan = Assert.Single(CostPlans.Create([video], new(), (_, exception) => throw exception));
        MediaException exception = Cost.Fails(MediaErrorId.MediaTypeNotSupported, () => plan.Count(MediaItem.FromSize(640, 480)));
        Assert.Equal("film does not take images: it takes videos.", exception.Message);
    }

    private static MediaItem Item(MediaFormat format, bool isAnimated) =>
        new("/photos/sea", new(640, 480), new MediaHeader(format, new(640, 480), IsAnimated: isAnimated), 1);

    private static MediaTokenCost Count(string model, MediaItem item) => Cost.Plan(model, new CostSettings()).Count(item);
}
