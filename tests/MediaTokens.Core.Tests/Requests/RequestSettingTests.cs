using MediaTokens.Core.Tests.Headers;
using MediaTokens.Requests;
using MediaTokens.Rules;
using Xunit;
using static MediaTokens.Core.Tests.Requests.Requesting;

namespace MediaTokens.Core.Tests.Requests;

/// <summary>Settings that the model does not have, and roles whose messages hold no media.</summary>
public sealed class RequestSettingTests
{
    private static readonly string Png = TestMedia.FullPath("receipt.png");
    private static readonly RequestOptions Forced = new() { Force = true };

    [Theory]
    [InlineData(Gemini3)]
    [InlineData(Gemini25)]
    public void Ultra_high_is_no_setting_of_the_whole_request(string model)
    {
        RequestOptions options = new() { MediaResolution = PartMediaResolution.UltraHigh };
        Assert.Contains("-PartMediaResolution", Refused(MediaErrorId.SettingNotSupported, () => Builder(model, options)).RecommendedAction, StringComparison.Ordinal);
        VisionRequest request = Of(model, options with { Force = true }, Png);
        Assert.Single(request.Warnings);
        Assert.Equal("MEDIA_RESOLUTION_ULTRA_HIGH", (string?)Json(request)["generation_config"]!["media_resolution"]);
    }

    [Fact]
    public void A_part_has_no_setting_of_its_own_on_Gemini_2_5()
    {
        Refused(MediaErrorId.SettingNotSupported, () => Builder(Gemini25).FromFile(Png, null, PartMediaResolution.Low, default));
        Refused(MediaErrorId.SettingNotSupported, () => Builder(Gemini25).FromLink("https://example.com/a.png", null, PartMediaResolution.Low));
        VisionRequest request = Of(Gemini25, Forced with { MediaResolution = PartMediaResolution.Medium }, null, PartMediaResolution.Low, Png, Png);
        Assert.Equal(2, request.Warnings.Length);
        Assert.Equal(256, request.Items[0].Tokens);
        Assert.Equal("MEDIA_RESOLUTION_LOW", (string?)Json(request)["contents"]![0]!["parts"]![0]!["media_resolution"]!["level"]);
    }

    [Fact]
    public void Another_vendors_setting_is_refused_and_not_sent_with_force()
    {
        Refused(MediaErrorId.SettingNotSupported, () => Builder(Gpt, new() { MediaResolution = PartMediaResolution.UltraHigh }));
        Refused(MediaErrorId.SettingNotSupported, () => Builder(Gpt).FromFile(Png, null, PartMediaResolution.High, default));
        Refused(MediaErrorId.SettingNotSupported, () => Builder(Gemini3).FromFile(Png, ImageDetail.High, null, default));

        VisionRequest gpt = Of(Gpt, Forced with { MediaResolution = PartMediaResolution.High }, ImageDetail.Low, PartMediaResolution.Low, Png);
        Assert.Equal(2, gpt.Warnings.Length);
        Assert.DoesNotContain("resolution", gpt.ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((2833, "Low", null, null), (gpt.EstimatedTokens, gpt.Items[0].Detail, gpt.Items[0].MediaResolution, gpt.MediaResolution));

        VisionRequest gemini = Of(Gemini3, Forced, ImageDetail.Low, PartMediaResolution.Low, Png);
        Assert.Single(gemini.Warnings);
        Assert.DoesNotContain("detail", gemini.ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((280, null, "Low"), (gemini.EstimatedTokens, gemini.Items[0].Detail, gemini.Items[0].MediaResolution));
    }

    [Fact]
    public void A_detail_that_the_model_does_not_have_is_refused_and_sent_with_force()
    {
        Refused(MediaErrorId.SettingNotSupported, () => Builder("gpt-4o").FromFile(Png, ImageDetail.Original, null, default));
        VisionRequest request = Of("gpt-4o", Forced, ImageDetail.Original, null, Png);
        Assert.Single(request.Warnings);
        Assert.Equal("original", (string?)Json(request)["messages"]![0]!["content"]![0]!["image_url"]!["detail"]);
    }

    [Theory]
    [InlineData(Gpt, "system")]
    [InlineData(Gpt, "developer")]
    [InlineData(Gpt, "model")]
    [InlineData(Gemini3, "system")]
    [InlineData(Gemini3, "assistant")]
    public void Messages_of_some_roles_hold_no_images(string model, string role)
    {
        Assert.Contains(role, Refused(MediaErrorId.RoleNotSupported, () => Builder(model, new() { Role = role })).Message, StringComparison.Ordinal);
        VisionRequest request = Of(model, Forced with { Role = role }, Png);
        Assert.Equal(role, request.Role);
        Assert.Single(request.Warnings);
        Assert.Contains($"\"role\":\"{role}\"", request.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Gpt, null, "user", 0)]
    [InlineData(Gpt, "", "user", 0)]
    [InlineData(Gpt, "User", "user", 0)]
    [InlineData(Gpt, "assistant", "assistant", 1)]
    [InlineData(Gemini3, "MODEL", "model", 0)]
    public void Other_roles_do(string model, string? role, string expected, int warnings)
    {
        VisionRequest request = Of(model, new RequestOptions { Role = role }, Png);
        Assert.Equal((expected, warnings), (request.Role, request.Warnings.Length));
    }

    [Fact]
    public void The_sound_of_a_video_is_counted_since_no_request_can_leave_it_out()
    {
        string file = TestMedia.FullPath("video/sound-shorter.mp4");
        long? tokens = Of(Gemini3, new RequestOptions(), file).Items[0].Tokens;
        Assert.Equal(tokens, Of(Gemini3, new RequestOptions { Video = new() { ExcludeAudio = true } }, file).Items[0].Tokens);
    }
}
