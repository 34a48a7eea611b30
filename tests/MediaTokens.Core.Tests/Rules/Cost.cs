using MediaTokens.Catalog;
using MediaTokens.Planning;
using MediaTokens.Rules;
using Xunit;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>Counts through the public surface: catalog, plan, item.</summary>
internal static class Cost
{
    public static MediaTokenCost Of(string model, long width, long height, ImageDetail? detail = null) =>
        Of(model, width, height, new CostSettings { Detail = detail });

    public static MediaTokenCost Of(string model, long width, long height, MediaResolution? resolution, CountBasis basis = CountBasis.Documented) =>
        Of(model, width, height, new CostSettings { MediaResolution = resolution, Basis = basis });

    public static MediaTokenCost Of(string model, long width, long height, PartMediaResolution? part, CountBasis basis = CountBasis.Documented) =>
        Of(model, width, height, new CostSettings { PartMediaResolution = part, Basis = basis });

    public static MediaTokenCost Of(string model, long width, long height, CostSettings settings) =>
        Plan(model, settings).Count(MediaItem.FromSize(width, height));

    /// <summary>The plan of one model; throws what the planner reports.</summary>
    public static CostPlan Plan(string model, CostSettings settings, ModelCatalog? catalog = null)
    {
        IReadOnlyList<SelectedModel> selected = [new(model, (catalog ?? ModelCatalog.Default).Resolve(model))];
        return Assert.Single(CostPlans.Create(selected, settings, (_, exception) => throw exception));
    }

    /// <summary>The error's id with which a count or a plan fails.</summary>
    public static MediaException Fails(MediaErrorId id, Action action)
    {
        MediaException exception = Assert.Throws<MediaException>(action);
        Assert.Equal(id, exception.Id);
        Assert.NotEmpty(exception.Message);
        Assert.NotEmpty(exception.RecommendedAction);
        return exception;
    }
}
