using MediaTokens.Headers;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Gemini videos: the vendor's tables, clips, sampling, sound, and bounds.</summary>
public sealed class VideoCountTests
{
    // Google, Media resolution, Token counts, column Video; sound 25 a second on Gemini 3, 32 before.
    [Theory]
    [InlineData("gemini-3-pro-preview", MediaResolution.Unspecified, 70, 25)]
    [InlineData("gemini-3-pro-preview", MediaResolution.Low, 70, 25)]
    [InlineData("gemini-3-pro-preview", MediaResolution.Medium, 70, 25)]
    [InlineData("gemini-3-pro-preview", MediaResolution.High, 280, 25)]
    [InlineData("gemini-2.5-flash", MediaResolution.Unspecified, 256, 32)]
    [InlineData("gemini-2.5-flash", MediaResolution.Low, 64, 32)]
    [InlineData("gemini-2.5-flash", MediaResolution.Medium, 256, 32)]
    [InlineData("gemini-2.5-flash", MediaResolution.High, 256, 32)]
    public void A_minute_costs_the_tables_numbers(string model, MediaResolution level, int perFrame, int perSecond)
    {
        MediaTokenCost cost = Count(model, 60, new() { MediaResolution = level });
        Assert.Equal((60L, (decimal)perFrame, 60L * perSecond, 60L * (perFrame + perSecond)), (cost.Frames, cost.TokensPerUnit, cost.AudioTokens, cost.Tokens));
        Assert.Equal((level.ToString(), "Video", "Mp4", true), (cost.Setting, cost.MediaType, cost.Format, cost.IsEstimate));
        Assert.Equal(TimeSpan.FromSeconds(60), cost.Duration);
        MediaTokenCost silent = Count(model, 60, new() { MediaResolution = level }, hasAudio: false);
        Assert.Equal((0L, 60L * perFrame), (silent.AudioTokens, silent.Tokens));
    }

    // Google, Per-part media resolution: ULTRA_HIGH is not available for videos.
    [Fact]
    public void Ultra_high_is_an_error_for_videos_and_none_for_images()
    {
        CostSettings settings = new() { PartMediaResolution = PartMediaResolution.UltraHigh };
        MediaException exception = Cost.Fails(MediaErrorId.SettingNotSupported, () => Count("gemini-3-pro-preview", 60, settings));
        Assert.Contains("UltraHigh for videos", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2240, Cost.Of("gemini-3-pro-preview", 640, 480, settings).Tokens);
    }

    [Fact]
    public void A_part_wins_over_the_request() => Assert.Equal(
        280 * 10,
        Count("gemini-3-pro-preview", 10, new() { MediaResolution = MediaResolution.Low, PartMediaResolution = PartMediaResolution.High }, hasAudio: false).Tokens);

    // A silent clip of 6 seconds was billed 378 tokens on gemini-3.1-flash-lite: 63 a frame, the grid of 70 at 4:3.
    [Theory]
    [InlineData(640, 480, MediaResolution.Low, 63)]
    [InlineData(480, 640, MediaResolution.Low, 63)]
    [InlineData(1280, 720, MediaResolution.Low, 66)]
    [InlineData(500, 500, MediaResolution.Medium, 64)]
    [InlineData(500, 500, MediaResolution.High, 256)]
    public void Gemini_3_bills_the_grid_of_a_frame(int width, int height, MediaResolution level, int perFrame)
    {
        MediaItem item = Item(6, hasAudio: false, size: new(width, height));
        MediaTokenCost documented = Cost.Plan("gemini-3.1-flash-lite", new() { MediaResolution = level }).Count(item);
        MediaTokenCost billed = Cost.Plan("gemini-3.1-flash-lite", new() { MediaResolution = level, Basis = CountBasis.Billed }).Count(item);
        Assert.Equal((6L * perFrame, 6L * perFrame, "Billed"), (billed.Tokens, billed.BilledTokens!.Value, billed.Basis));
        Assert.Equal((documented.DocumentedTokens, billed.BilledTokens), (billed.DocumentedTokens, documented.BilledTokens));
        Assert.Equal("Documented", documented.Basis);
    }

    // Google, Understand and count tokens: a second of video is 263 tokens, and 32 of sound.
    [Fact]
    public void The_bounds_hold_what_the_vendors_pages_say()
    {
        Assert.True(Count("gemini-2.5-pro", 60, new()).MaxTokens >= 60 * (263 + 32));
        Assert.True(Count("gemini-3-pro-preview", 60, new()).MaxTokens >= 60 * (70 + 32));
        foreach (double seconds in new[] { 0.001, 0.999, 1, 1.001, 59.5, 3600 })
        {
            foreach (string model in new[] { "gemini-2.5-pro", "gemini-3-pro-preview" })
            {
                MediaTokenCost cost = Count(model, seconds, new());
                Assert.InRange(cost.Tokens, cost.MinTokens, cost.MaxTokens);
            }
        }
    }

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("gpt-5.6-sol")]
    public void A_model_that_takes_no_videos_says_what_would_work(string model)
    {
        MediaException exception = Cost.Fails(MediaErrorId.MediaTypeNotSupported, () => Count(model, 60, new()));
        Assert.Equal($"{model} does not take videos: it takes images.", exception.Message);
        Assert.Contains("Gemini", exception.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MediaFormat.Matroska)]
    [InlineData(MediaFormat.MpegTs)]
    public void A_container_that_the_vendor_does_not_take_is_remarked(MediaFormat format) => Assert.Contains(
        $"(Google does not take {format})",
        Cost.Plan("gemini-3-pro-preview", new()).Count(Item(60, true, format: format)).Explanation,
        StringComparison.Ordinal);

    [Fact]
    public void The_working_shows_the_sum()
    {
        MediaTokenCost cost = Count("gemini-3-pro-preview", 90.5, new() { Video = new() { FramesPerSecond = 0.5m, StartTime = TimeSpan.FromSeconds(10) } });
        Assert.Equal("41 frames x 70 + 80.5 s of sound x 25", cost.Calculation);
        Assert.StartsWith("1280x720, 10 s to 90.5 s of 90.5 s at Unspecified, 0.5 frames a second: 41 frames x 70 + 80.5 s of sound x 25 = 4883", cost.Explanation, StringComparison.Ordinal);
        Assert.Equal((41 * 70) + 2013, cost.Tokens);
    }

    // Google, Media resolution, Recommended: LOW or MEDIUM for videos, which cost the same.
    [Theory]
    [InlineData(MediaResolution.Unspecified, "Unspecified")]
    [InlineData(MediaResolution.Low, "Low")]
    [InlineData(MediaResolution.Medium, "Medium")]
    [InlineData(MediaResolution.High, "Low")]
    public void The_recommendation_differs_where_it_saves_tokens(MediaResolution level, string recommended)
    {
        MediaTokenCost cost = Count("gemini-3-pro-preview", 60, new() { MediaResolution = level });
        Assert.Equal((recommended, recommended == level.ToString()), (cost.RecommendedResolution, cost.IsRecommended));
    }

    [Fact]
    public void Where_nothing_is_recommended_nothing_is_to_be_changed()
    {
        MediaTokenCost cost = Cost.Of("gpt-4o", 640, 480);
        Assert.Equal((null, true), (cost.RecommendedResolution, cost.IsRecommended));
    }

    internal static MediaItem Item(double seconds, bool hasAudio, MediaFormat format = MediaFormat.Mp4, PixelSize? size = null, double? rate = 30) => new(
        "/films/talk.mp4",
        size ?? new(1280, 720),
        new MediaHeader(format, size ?? new(1280, 720), Video: new() { Duration = TimeSpan.FromSeconds(seconds), FrameRate = rate, HasAudio = hasAudio }),
        1_000_000);

    private static MediaTokenCost Count(string model, double seconds, CostSettings settings, bool hasAudio = true) =>
        Cost.Plan(model, settings).Count(Item(seconds, hasAudio));
}
