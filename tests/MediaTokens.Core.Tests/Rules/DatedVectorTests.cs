using System.Globalization;
using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>
/// Every known vector of OpenAI and Gemini under the day to which it belongs; where vendor pages or measurements
/// contradict each other, each stands under the profile that it was published or measured for.
/// Marks: D an example of the vendor, M measured, F by the vendor's formula, I by an implementation or inferred.
/// </summary>
public sealed class DatedVectorTests
{
    private const string Now = "2026-11-21", Spring = "2026-03-20", Before = "2026-08-31";

    [Theory]
    [InlineData("D", Now, "gpt-4o", ImageDetail.High, 1024, 1024, 765)]
    [InlineData("D", Now, "gpt-4o", ImageDetail.High, 2048, 4096, 1105)]
    [InlineData("D+M", Now, "gpt-4o", ImageDetail.High, 2560, 1669, 1105)] // 1118 with 13 of text
    [InlineData("D", Now, "gpt-4o", ImageDetail.Low, 4096, 8192, 85)]
    [InlineData("D", "2024-05-13", "gpt-4o", ImageDetail.High, 1024, 1024, 765)]
    [InlineData("F", Now, "gpt-4o", ImageDetail.High, 512, 512, 255)]
    [InlineData("F", Now, "gpt-4o", ImageDetail.High, 256, 256, 255)]
    [InlineData("F", Now, "gpt-4o", ImageDetail.High, 1, 1, 255)]
    [InlineData("F", Now, "gpt-4o-mini", ImageDetail.High, 1024, 1024, 25_501)]
    [InlineData("D", Now, "gpt-4o-mini", ImageDetail.Low, 9999, 1, 2833)]
    [InlineData("F", Now, "gpt-4o-mini", ImageDetail.High, 768, 2048, 48_169)]
    [InlineData("F", Now, "gpt-5", ImageDetail.High, 1024, 1024, 630)]
    [InlineData("F", Now, "gpt-5.1", ImageDetail.High, 1920, 1080, 910)]
    [InlineData("F", Now, "o3", ImageDetail.High, 1024, 1024, 675)]
    [InlineData("F", Now, "o3", ImageDetail.High, 1920, 1080, 975)]
    [InlineData("D", Now, "gpt-5.4", ImageDetail.High, 1024, 1024, 1229)]
    [InlineData("D", Now, "gpt-5.4", ImageDetail.High, 2048, 2048, 3000)]
    [InlineData("D", Now, "gpt-6-astra", ImageDetail.High, 1024, 1024, 1229)]
    [InlineData("D", Now, "gpt-6-astra", ImageDetail.High, 2048, 2048, 3000)]
    [InlineData("D", Now, "gpt-6-astra", ImageDetail.High, 4096, 512, 2458)]
    [InlineData("F", Now, "gpt-5.6-sol", ImageDetail.Auto, 1920, 1080, 2448)]
    [InlineData("F", Now, "gpt-6-astra", ImageDetail.Auto, 3840, 2160, 9792)]
    [InlineData("F", Now, "gpt-5.6-luna", ImageDetail.Auto, 4032, 3024, 14_364)]
    [InlineData("F+M", Now, "gpt-5.6-sol", ImageDetail.Auto, 4000, 2500, 11_850)]
    [InlineData("F", Now, "gpt-5.6-sol", ImageDetail.Auto, 4800, 6400, 36_000)]
    [InlineData("F", Before, "gpt-5.6-sol", ImageDetail.Auto, 4801, 6400, 36_240)] // no limit was published before 2026-09
    [InlineData("F", Now, "gpt-5.5", ImageDetail.Auto, 4032, 3024, 11_868)]
    [InlineData("F", Now, "gpt-6-astra", ImageDetail.High, 2560, 1440, 2931)]
    [InlineData("F", Now, "gpt-6-astra", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("F", Now, "gpt-5.6-sol", ImageDetail.High, 2560, 1440, 2765)]
    [InlineData("F", Now, "gpt-5.5", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("F", Now, "gpt-5.4", ImageDetail.High, 4032, 3024, 2942)]
    [InlineData("F", Now, "gpt-5.4", ImageDetail.Low, 4032, 3024, 3687)] // dearer than high
    [InlineData("F", Now, "gpt-5.6-sol", ImageDetail.Low, 1920, 1080, 173)]
    [InlineData("F+M", Now, "gpt-4.1-mini", ImageDetail.Auto, 512, 512, 415)]
    [InlineData("F+M", Now, "gpt-4.1-mini", ImageDetail.Auto, 1080, 1440, 2479)]
    [InlineData("F, conflict", Now, "gpt-4.1-mini", ImageDetail.High, 1920, 1080, 3305)]
    [InlineData("F, conflict", "2026-03-01", "gpt-4.1-mini", ImageDetail.High, 1920, 1080, 2443)]
    [InlineData("F, conflict", "2026-08-27", "gpt-4.1-mini", ImageDetail.Low, 1920, 1080, 2443)]
    [InlineData("F, conflict", "2026-08-28", "gpt-4.1-mini", ImageDetail.Low, 1920, 1080, 3305)]
    [InlineData("D", Spring, "gpt-4.1-mini", ImageDetail.High, 1800, 2400, 2353)] // 1,452 patches
    [InlineData("D", Spring, "gpt-5-mini", ImageDetail.High, 1800, 2400, 2353)]
    [InlineData("D", Spring, "gpt-5.4-mini", ImageDetail.High, 1800, 2400, 2353)]
    [InlineData("F", Spring, "gpt-5-nano", ImageDetail.High, 1024, 1024, 2520)]
    [InlineData("F", Spring, "gpt-5.4-nano", ImageDetail.High, 1024, 1024, 2520)]
    [InlineData("F", Spring, "gpt-5-mini", ImageDetail.High, 1024, 1024, 1659)]
    [InlineData("F", Now, "gpt-5-mini", ImageDetail.High, 1024, 1024, 1229)]
    [InlineData("F", Now, "gpt-5-nano", ImageDetail.High, 1024, 1024, 1536)]
    public void OpenAI_counts_as_published_on_the_day(string mark, string day, string model, ImageDetail detail, int width, int height, long tokens)
    {
        Assert.NotEmpty(mark);
        MediaTokenCost cost = On(day, model, new() { Detail = detail }, width, height);
        Assert.Equal((tokens, day), (cost.Tokens, cost.AsOf));
    }

    [Theory]
    [InlineData("gpt-5.2", "2025-12-11")]
    [InlineData("gpt-5.2", "2026-08-27")]
    [InlineData("gpt-5.4", "2026-03-05")]
    [InlineData("gpt-5.5", "2026-08-27")]
    public void A_multiplier_that_was_not_published_is_said_and_not_guessed(string model, string day) => Assert.Contains(
        "no multiplier", Cost.Fails(MediaErrorId.RuleNotPublished, () => On(day, model, new(), 640, 480)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("gpt-6-astra", "2026-08-31", "2026-09-01")]
    [InlineData("gpt-4o", "2024-05-12", "2024-05-13")]
    [InlineData("gpt-5.5", "2026-04-22", "2026-04-23")]
    [InlineData("gemini-3.8-flash", "2026-09-01", "2026-09-02")]
    public void A_model_is_unknown_before_its_first_day(string model, string day, string first) => Assert.Contains(
        first, Cost.Fails(MediaErrorId.NotYetPublished, () => On(day, model, new(), 640, 480)).Message, StringComparison.Ordinal);

    [Fact]
    public void One_patch_more_than_the_limit_is_refused_with_the_limit_and_a_size_that_passes()
    {
        MediaException refusal = Cost.Fails(MediaErrorId.TooManyPatches, () => On(Now, "gpt-5.6-sol", new(), 4801, 6400));
        Assert.Contains("the limit is 30000; 4776x6368 would pass.", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(On(Now, "gpt-5.6-sol", new(), 4776, 6368).Units, 29_000, 30_000);
    }

    [Theory]
    [InlineData("gpt-5-mini", 1229, 1844, 2938, 1536, 1632)]
    [InlineData("o4-mini", 1762, 2642, 4211, 1536, 1632)]
    public void A_budget_that_is_left_open_is_an_estimate_only_where_it_decides(string model, long settled, long least, long most, int width, int height)
    {
        MediaTokenCost exact = Cost.Of(model, 1024, 1024);
        Assert.Equal((settled, settled, settled, false, "Documented"), (exact.Tokens, exact.MinTokens, exact.MaxTokens, exact.IsEstimate, exact.Confidence));
        Assert.DoesNotContain("budget", exact.Explanation, StringComparison.Ordinal);

        Assert.Equal(least, Cost.Of(model, 1536, 1024).Tokens);
        MediaTokenCost open = Cost.Of(model, width, height);
        Assert.True(open.Tokens <= least && open.MinTokens == open.Tokens && open.IsEstimate, open.Explanation);
        Assert.Equal((most, "Estimate"), (open.MaxTokens, open.Confidence));
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"({most} if the budget is 6144)"), open.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D", "gemini-1.5-pro", 384, 384, 258)]
    [InlineData("D", "gemini-2.0-flash", 384, 384, 258)]
    [InlineData("D", "gemini-1.5-flash", 960, 540, 1548)]
    [InlineData("D", "gemini-2.0-flash", 960, 540, 1548)]
    [InlineData("F", "gemini-2.0-flash-lite", 1024, 1024, 1032)]
    [InlineData("F", "gemini-1.5-pro", 1024, 1024, 1032)]
    [InlineData("F, conflict", "gemini-2.0-flash", 3840, 2160, 1548)] // without a clamp
    [InlineData("F, conflict", "gemini-1.5-pro", 3840, 2160, 3870)] // crops of at most 768 px
    public void Older_Gemini_models_count_crops_of_258(string mark, string model, int width, int height, long tokens)
    {
        Assert.NotEmpty(mark);
        MediaTokenCost cost = Cost.Of(model, width, height, new CostSettings());
        Assert.Equal((tokens, 258, tokens, true), (cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.IsEstimate));
        Assert.EndsWith("(258 or more; no upper bound is published)", cost.Explanation, StringComparison.Ordinal);
    }

    // Conflict, M: one report of 2025-09, beside the page's 256 and crops.
    [Theory]
    [InlineData(768, 1280)]
    [InlineData(1024, 1024)]
    [InlineData(3840, 2160)]
    public void The_258_of_gemini_2_5_pro_stands_beside_the_page_and_does_not_decide(int width, int height)
    {
        MediaTokenCost cost = Cost.Of("gemini-2.5-pro", width, height, new CostSettings { Basis = CountBasis.Billed });
        Assert.Equal((258, false, "Documented"), (cost.BilledTokens, cost.BilledIsConfirmed, cost.Basis));
    }

    // D: 258 a frame and 32 a second of sound; 66 a frame at low.
    [Theory]
    [InlineData("gemini-2.0-flash", null, 17_400)]
    [InlineData("gemini-1.5-pro", null, 17_400)]
    [InlineData("gemini-2.0-flash", MediaResolution.Low, 5_880)]
    public void A_minute_of_video_on_older_models(string model, MediaResolution? level, long tokens)
    {
        MediaTokenCost cost = Cost.Plan(model, new() { MediaResolution = level }).Count(VideoCountTests.Item(60, hasAudio: true));
        Assert.Equal((tokens, 60L * 32), (cost.Tokens, cost.AudioTokens));
        Assert.True(cost.MaxTokens >= (level is null ? 60 * 300 : 60 * 100), cost.Explanation); // D: about 300 and 100 a second
    }

    // M: 533 with 6 of text at 16:9, the 31x17 grid of 560.
    [Fact]
    public void The_image_model_of_gemini_3_was_measured_at_560()
    {
        MediaTokenCost cost = Cost.Of("gemini-3-pro-image-preview", 1920, 1080, new CostSettings());
        Assert.Equal((527, 560, 527, 560, "Measured"), (cost.BilledTokens, cost.Tokens, cost.MinTokens, cost.MaxTokens, cost.Confidence));
        Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Of("gemini-3-pro-image-preview", 1, 1, MediaResolution.High));
    }

    private static MediaTokenCost On(string day, string model, CostSettings settings, int width, int height) =>
        Cost.Plan(model, settings, ModelCatalog.Load(null, DateOnly.Parse(day, CultureInfo.InvariantCulture))).Count(MediaItem.FromSize(width, height));
}
