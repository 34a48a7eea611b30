using MediaTokens.Catalog;
using MediaTokens.Rules;

namespace MediaTokens.Core.Tests.Rules;

/// <summary>One family of the catalog that ships, at one setting and on one basis.</summary>
/// <param name="Model">The first model of the family.</param>
/// <param name="Settings">What is asked for.</param>
/// <param name="Counter">The rule with these settings.</param>
internal sealed record Counters(ModelRow Model, CostSettings Settings, ImageCounter Counter)
{
    /// <summary>Every family whose rule is published, at every setting that it has, on either basis; a setting that comes to another is that one.</summary>
    public static IReadOnlyList<Counters> All { get; } =
        [.. ModelCatalog.Default.Models.Where(row => row.Family.Rule is not UnpublishedRule).DistinctBy(row => row.Family)
            .SelectMany(row => SettingsOf(row.Family.Rule).Select(settings => Of(row, settings)))
            .DistinctBy(trial => (trial.Model.Family, trial.Counter.Setting, trial.Settings.Basis, trial.Settings.ImagesPerRequest))];

    public static Counters Of(ModelRow row, CostSettings settings) => new(row, settings, row.Family.Rule.Bind(row.Id, settings));

    public override string ToString() => $"{Model.Id} at {Counter.Setting}, {Settings.Basis}";

    private static IEnumerable<CostSettings> SettingsOf(TokenRule rule)
    {
        if (rule.UsesDetail)
        {
            return rule.Settings.Select(detail => new CostSettings { Detail = Enum.Parse<ImageDetail>(detail) });
        }

        if (rule.Setting == RuleSetting.InputFidelity)
        {
            return rule.Settings.Select(fidelity => new CostSettings { InputFidelity = Enum.Parse<InputFidelity>(fidelity) });
        }

        if (rule.Setting == RuleSetting.None)
        {
            return rule is AnthropicPatchRule ? [new(), new() { ImagesPerRequest = 21 }] : [new()];
        }

        IEnumerable<CostSettings> levels = [
            .. rule.Settings.Select(level => new CostSettings { MediaResolution = Enum.Parse<MediaResolution>(level) }),
            .. rule.PartSettings.Select(level => new CostSettings { PartMediaResolution = Enum.Parse<PartMediaResolution>(level) })];
        return levels.SelectMany(level => Enum.GetValues<CountBasis>(), (level, basis) => level with { Basis = basis });
    }
}
