using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Which setting counts where several are given, and which a model refuses.</summary>
public sealed class PrecedenceTests
{
    // Google, Media resolution, Per-part media resolution: "This setting overrides any global configuration for a specific part."
    [Theory]
    [InlineData(null, null, "Unspecified", 1120)]
    [InlineData(MediaResolution.Low, null, "Low", 280)]
    [InlineData(null, PartMediaResolution.Medium, "Medium", 560)]
    [InlineData(MediaResolution.High, PartMediaResolution.Low, "Low", 280)]
    [InlineData(MediaResolution.Low, PartMediaResolution.High, "High", 1120)]
    [InlineData(MediaResolution.Low, PartMediaResolution.UltraHigh, "UltraHigh", 2240)]
    [InlineData(MediaResolution.Low, PartMediaResolution.Unspecified, "Low", 280)]
    [InlineData(MediaResolution.Unspecified, PartMediaResolution.Unspecified, "Unspecified", 1120)]
    public void A_parts_setting_wins_over_the_global_one(MediaResolution? global, PartMediaResolution? part, string setting, long tokens)
    {
        MediaTokenCost cost = Cost.Of("gemini-3.5-flash", 800, 600, new CostSettings { MediaResolution = global, PartMediaResolution = part });
        Assert.Equal((setting, setting, tokens), (cost.Setting, cost.MediaResolution, cost.Tokens));
    }

    // Google, Media resolution: ULTRA_HIGH is "(Per part only)".
    [Fact]
    public void Ultra_high_is_no_global_level()
    {
        Assert.DoesNotContain("UltraHigh", Enum.GetNames<MediaResolution>());
        MediaTokenModel model = MediaTokenModel.FromRow(ModelCatalog.Default.Resolve("gemini-3.5-flash"));
        Assert.Equal(["Unspecified", "Low", "Medium", "High"], model.MediaResolutions);
        Assert.Equal(["Unspecified", "Low", "Medium", "High", "UltraHigh"], model.PartMediaResolutions);
        Assert.Empty(model.Details);
    }

    // "Setting media_resolution on individual Part objects is exclusive to Gemini 3 models."
    [Theory]
    [InlineData(PartMediaResolution.Low)]
    [InlineData(PartMediaResolution.High)]
    [InlineData(PartMediaResolution.UltraHigh)]
    public void A_parts_setting_is_refused_on_gemini_2_5(PartMediaResolution part)
    {
        MediaException refusal = Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Of("gemini-2.5-flash", 800, 600, part));
        Assert.Contains("gemini-2.5-flash", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(MediaTokenModel.FromRow(ModelCatalog.Default.Resolve("gemini-2.5-flash")).PartMediaResolutions);
    }

    [Fact]
    public void A_part_that_is_not_set_leaves_gemini_2_5_its_global_level() => Assert.Equal(
        64, Cost.Of("gemini-2.5-flash", 800, 600, new CostSettings { MediaResolution = MediaResolution.Low, PartMediaResolution = PartMediaResolution.Unspecified }).Tokens);

    [Fact]
    public void Detail_is_refused_where_only_gemini_is_asked_for() =>
        Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Of("gemini-3.5-flash", 800, 600, ImageDetail.Low));

    [Fact]
    public void A_media_resolution_is_refused_where_only_openai_is_asked_for()
    {
        Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Of("gpt-4o", 800, 600, MediaResolution.Low));
        Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Of("gpt-4o", 800, 600, PartMediaResolution.Low));
    }

    [Fact]
    public void Both_kinds_are_refused_where_one_vendor_alone_is_asked_for()
    {
        CostSettings settings = new() { Detail = ImageDetail.Low, MediaResolution = MediaResolution.Low };
        Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Plan("gpt-4o", settings));
        Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Plan("gemini-3.5-flash", settings));
    }

    [Fact]
    public void Each_model_takes_its_own_kind_where_both_are_given()
    {
        CostSettings settings = new() { Detail = ImageDetail.Low, MediaResolution = MediaResolution.Medium };
        (IReadOnlyList<CostPlan> plans, List<string> refused) = PlanAll(settings, "gpt-4o", "gemini-3.5-flash", "gemini-2.5-pro");
        Assert.Empty(refused);
        Assert.Equal([85L, 560L, 256L], plans.Select(plan => plan.Count(MediaItem.FromSize(800, 600)).Tokens));
    }

    [Fact]
    public void One_kind_leaves_out_the_models_that_do_not_have_it()
    {
        (IReadOnlyList<CostPlan> plans, List<string> refused) = PlanAll(new() { Detail = ImageDetail.Low }, "gpt-4o", "gemini-3.5-flash", "o3");
        Assert.Equal(["gpt-4o", "o3"], plans.Select(plan => plan.Model));
        Assert.Equal(["gemini-3.5-flash: SettingNotSupported"], refused);
    }

    // OpenAI, Images and vision, Calculating costs: original is for the newer patch models only.
    [Fact]
    public void Original_is_refused_where_the_model_does_not_have_it_and_the_others_are_planned()
    {
        (IReadOnlyList<CostPlan> plans, List<string> refused) = PlanAll(
            new() { Detail = ImageDetail.Original }, "gpt-4o", "gpt-5.6-sol", "gpt-5.2", "gpt-4.1-mini", "gpt-5.4", "o4-mini", "gpt-5.1", "gpt-5.5");
        Assert.Equal(["gpt-5.6-sol", "gpt-5.4", "gpt-5.5"], plans.Select(plan => plan.Model));
        Assert.Equal(5, refused.Count);
        Assert.All(refused, refusal => Assert.EndsWith(": SettingNotSupported", refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_setting_names_the_model_and_the_value()
    {
        MediaException refusal = Cost.Fails(MediaErrorId.SettingNotSupported, () => Cost.Of("gpt-4o", 1, 1, ImageDetail.Original));
        Assert.Contains("gpt-4o", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Original", refusal.Message, StringComparison.Ordinal);
    }

    private static (IReadOnlyList<CostPlan> Plans, List<string> Refused) PlanAll(CostSettings settings, params string[] models)
    {
        List<string> refused = [];
        SelectedModel[] selected = [.. models.Select(model => new SelectedModel(model, ModelCatalog.Default.Resolve(model)))];
        IReadOnlyList<CostPlan> plans = CostPlans.Create(selected, settings, (model, exception) => refused.Add($"{model}: {exception.Id}"));
        return (plans, refused);
    }
}
