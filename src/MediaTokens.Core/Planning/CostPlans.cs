using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>The plans of several models at the same settings.</summary>
public static class CostPlans
{
    /// <summary>Fixes the settings for every model that has them.</summary>
    /// <param name="models">The models asked for.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <param name="onError">
    /// Gets a model's name and why it is left out: it does not have a setting, or not that value of it, or nobody published
    /// its rule. A setting that is another vendor's is left to the models that have it, where each that is asked for has one,
    /// or where a pattern brought the model along. Such a model is left out without a word, unless no other is left.
    /// </param>
    /// <returns>A plan for each of the other models, in their order.</returns>
    public static IReadOnlyList<CostPlan> Create(IReadOnlyList<SelectedModel> models, CostSettings settings, Action<string, MediaException> onError)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(onError);
        RuleSetting[] given = [.. SelectedModel.Given(settings)];
        bool haveTakers = Array.TrueForAll(given, setting => models.Any(model => model.Row.Family.Rule.Setting == setting));
        List<CostPlan> plans = new(models.Count);
        List<(string Model, MediaException Exception)> quiet = [];
        foreach (SelectedModel model in models)
        {
            try
            {
                bool mayBeForeign = haveTakers && (given.Length > 1 || model.IsFromPattern);
                plans.Add(CostPlan.Create(model, settings, mayBeForeign));
            }
            catch (MediaException exception) when (model.IsFromPattern)
            {
                quiet.Add((model.Name, exception));
            }
            catch (MediaException exception)
            {
                onError(model.Name, exception);
            }
        }

        if (plans.Count == 0)
        {
            quiet.ForEach(each => onError(each.Model, each.Exception));
        }

        return plans;
    }

    /// <summary>The plans that count an item: of those that a pattern brought along, the ones that take its kind of media, if any plan does.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="media">The item's kind of media.</param>
    public static IEnumerable<CostPlan> For(IReadOnlyList<CostPlan> plans, MediaType media)
    {
        ArgumentNullException.ThrowIfNull(plans);
        if (!plans.Any(static plan => plan.IsFromPattern))
        {
            return plans;
        }

        bool isTaken = plans.Any(plan => plan.Takes(media));
        return plans.Where((plan, index) => plan.Takes(media) || !plan.IsFromPattern || (!isTaken && index == 0));
    }

    /// <summary>What models of a pattern refuse one item for: one failure of each kind, that names every model, in place of one for each model.</summary>
    /// <param name="refusals">The models' names, and why each refuses the item.</param>
    public static IReadOnlyList<MediaException> Join(IReadOnlyList<(string Model, MediaException Exception)> refusals)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return [.. refusals.GroupBy(refusal => refusal.Exception.Id).Select(Join)];
    }

    private static MediaException Join(IGrouping<MediaErrorId, (string Model, MediaException Exception)> alike)
    {
        MediaException first = alike.First().Exception;
        string[] others = [.. alike.Skip(1).Select(refusal => refusal.Model)];
        return others.Length == 0 ? first : new(first.Id, $"{first.Message} Other models refuse it too: {string.Join(", ", others)}.", first.RecommendedAction, first);
    }
}
