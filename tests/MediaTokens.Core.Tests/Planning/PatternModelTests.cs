using MediaTokens.Catalog;
using MediaTokens.Core.Tests.Rules;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Planning;

/// <summary>What models lack that a pattern brought along leaves them out; what is lacking of a model that was named is an error.</summary>
public sealed class PatternModelTests
{
    [Fact]
    public void A_setting_of_one_vendor_leaves_the_others_of_a_pattern_at_their_default()
    {
        IReadOnlyList<CostPlan> plans = Plan(["gpt-4o*", "gemini-3.5-*"], new() { Detail = ImageDetail.Low }, out List<string> errors);
        Assert.Empty(errors);
        Assert.Equal(
            [("gpt-4o", 85L), ("gpt-4o-mini", 2833), ("gemini-3.5-flash", 1120), ("gemini-3.5-flash-lite", 1120)],
            plans.Select(plan => (plan.Model, plan.Count(MediaItem.FromSize(100, 100)).Tokens)));
    }

    [Fact]
    public void The_same_setting_is_an_error_for_another_vendors_model_that_was_named()
    {
        IReadOnlyList<CostPlan> plans = Plan(["gpt-4o", "gemini-3-pro-preview"], new() { Detail = ImageDetail.Low }, out List<string> errors);
        Assert.Equal("gpt-4o", Assert.Single(plans).Model);
        Assert.Equal(["gemini-3-pro-preview SettingNotSupported"], errors);
    }

    [Fact]
    public void A_value_that_a_model_of_a_pattern_lacks_leaves_it_out()
    {
        IReadOnlyList<CostPlan> plans = Plan(["gpt-4o", "gpt-5.6*"], new() { Detail = ImageDetail.Original }, out List<string> errors);
        Assert.All(plans, plan => Assert.StartsWith("gpt-5.6", plan.Model, StringComparison.Ordinal));
        Assert.Equal(["gpt-4o SettingNotSupported"], errors);
        Assert.NotEmpty(Plan(["gpt-4*", "gpt-5.6*"], new() { Detail = ImageDetail.Original }, out errors));
        Assert.Empty(errors);
    }

    [Fact]
    public void A_pattern_of_which_no_model_is_left_is_an_error_for_each()
    {
        Assert.Empty(Plan(["gpt-4o*"], new() { Detail = ImageDetail.Original }, out List<string> errors));
        Assert.Equal(["gpt-4o SettingNotSupported", "gpt-4o-mini SettingNotSupported"], errors);
        Assert.Empty(Plan(["gpt-4o*"], new() { MediaResolution = MediaResolution.Low }, out errors));
        Assert.Equal(2, errors.Count);
    }

    [Fact]
    public void Of_a_pattern_those_count_an_item_that_take_its_kind_and_else_one_says_why()
    {
        IReadOnlyList<CostPlan> plans = Plan(["gpt-4o*", "gemini-3-pro-preview"], new(), out _);
        Assert.Equal(["gemini-3-pro-preview"], CostPlans.For(plans, MediaType.Video).Select(plan => plan.Model));
        Assert.Equal(3, CostPlans.For(plans, MediaType.Image).Count());
        Assert.Equal(["gpt-4o"], CostPlans.For(Plan(["gpt-4o*"], new(), out _), MediaType.Video).Select(plan => plan.Model));
        Assert.Equal(["gpt-4o", "gpt-4o-mini"], CostPlans.For(Plan(["gpt-4o", "gpt-4o-mini"], new(), out _), MediaType.Video).Select(plan => plan.Model));
    }

    [Fact]
    public void What_several_models_of_a_pattern_refuse_an_item_for_is_one_failure_that_names_them()
    {
        MediaException patches = new(MediaErrorId.TooManyPatches, "one refuses it.", "Shrink it.");
        MediaException sides = new(MediaErrorId.LimitExceeded, "three refuses it.", "Cut it.");
        IReadOnlyList<MediaException> joined = CostPlans.Join(
            [("one", patches), ("two", new(MediaErrorId.TooManyPatches, "two refuses it.", "Shrink it.")), ("three", sides), ("four", patches)]);
        Assert.Equal(
            [(MediaErrorId.TooManyPatches, "one refuses it. Other models refuse it too: two, four.", "Shrink it."), (MediaErrorId.LimitExceeded, "three refuses it.", "Cut it.")],
            joined.Select(each => (each.Id, each.Message, each.RecommendedAction)));
        Assert.Empty(CostPlans.Join([]));
    }

    [Fact]
    public void More_images_than_a_request_takes_are_refused()
    {
        ModelRow row = ModelCatalog.Default.Resolve("gpt-4o");
        ModelFamily family = row.Family with { Limits = row.Family.Limits with { MaximumImages = 10 } };
        SelectedModel model = new("gpt-4o", row with { Profile = row.Profile with { Family = family } });
        Assert.Equal(765, CostPlan.Create(model, new() { ImagesPerRequest = 10 }).Count(MediaItem.FromSize(1024, 1024)).Tokens);
        MediaException exception = Cost.Fails(MediaErrorId.LimitExceeded, () => CostPlan.Create(model, new() { ImagesPerRequest = 11 }));
        Assert.Equal("gpt-4o takes at most 10 images in one request, not 11.", exception.Message);
    }

    [Fact]
    public void A_deployment_is_counted_as_the_model_that_it_runs()
    {
        SelectedModel deployment = SelectedModel.Resolve(ModelCatalog.Default, "our-vision", "gpt-4o-mini");
        MediaTokenCost cost = CostPlan.Create(deployment, new()).Count(MediaItem.FromSize(1024, 1024));
        Assert.Equal(("our-vision", "gpt-4o-mini", "Azure", 25501L), (cost.Model, cost.BaseModel, cost.Platform, cost.Tokens));
        Cost.Fails(MediaErrorId.UnknownModel, () => SelectedModel.Resolve(ModelCatalog.Default, "gpt-4o", "our-vision"));
    }

    private static IReadOnlyList<CostPlan> Plan(string[] names, CostSettings settings, out List<string> errors)
    {
        List<string> found = [];
        IReadOnlyList<SelectedModel> models = ModelSelector.Select(
            ModelCatalog.Default,
            names,
            name => name.EndsWith('*') ? id => id.StartsWith(name[..^1], StringComparison.Ordinal) : null,
            (_, exception) => throw exception);
        IReadOnlyList<CostPlan> plans = CostPlans.Create(models, settings, (model, exception) => found.Add($"{model} {exception.Id}"));
        errors = found;
        return plans;
    }
}
