using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>
/// Compares models, each at every setting that it has, for a set of images, videos and PDF documents: which one is cheapest
/// for all of them. Items are summed up one by one and not kept.
/// </summary>
public sealed class ModelComparer
{
    private readonly List<ComparedSetting> _compared = [];

    /// <summary>Fixes the models.</summary>
    /// <param name="models">The models asked for.</param>
    /// <param name="settings">What the requests have in common; the detail, the media resolution and the input fidelity are taken in turn.</param>
    /// <param name="onError">Gets the name of a model that cannot be counted at any setting, and why, unless a pattern brought it along.</param>
    public ModelComparer(IReadOnlyList<SelectedModel> models, CostSettings settings, Action<string, MediaException> onError)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(onError);
        CostSettings common = settings with { Detail = null, MediaResolution = null, PartMediaResolution = null, InputFidelity = null };
        foreach (SelectedModel model in models)
        {
            try
            {
                _compared.AddRange(SettingsOf(model, common));
            }
            catch (MediaException exception)
            {
                if (!model.IsFromPattern)
                {
                    onError(model.Name, exception);
                }
            }
        }
    }

    /// <summary>One plan for each model, by which files are read.</summary>
    public IReadOnlyList<CostPlan> Plans => [.. _compared.DistinctBy(compared => compared.Model).Select(compared => compared.Plan)];

    /// <summary>Counts one item on every model at every setting.</summary>
    public void Add(MediaItem item) => _compared.ForEach(compared => compared.Add(item));

    /// <summary>
    /// One row for each model and setting: those that count every item, from the cheapest, then the others. A model that a
    /// pattern brought along has a row only where it counts something.
    /// </summary>
    public IReadOnlyList<MediaTokenComparison> Rank()
    {
        Dictionary<string, ComparedSetting> lowest = _compared
            .Where(compared => compared.Tokens > 0)
            .GroupBy(compared => compared.Model.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, LowestOf, StringComparer.OrdinalIgnoreCase);
        List<MediaTokenComparison> rows = [.. _compared
            .Where(compared => compared.Items > 0 || !compared.Model.IsFromPattern)
            .Select(compared => compared.Describe())
            .OrderBy(row => row.Items == 0)
            .ThenBy(row => row.Uncounted)
            .ThenBy(row => row.Cost is null)
            .ThenBy(row => row.Cost)
            .ThenBy(row => row.Tokens)];
        return [.. rows.Select((row, index) => row with
        {
            Rank = index + 1,
            TimesCheapest = TimesCheapest(row, rows[0]),
            TimesLowest = row.Tokens > 0 ? TimesLowest(row, lowest[row.Model]) : null,
        })];
    }

    private static ComparedSetting LowestOf(IEnumerable<ComparedSetting> settings) =>
        settings.OrderByDescending(compared => compared.Items).ThenBy(compared => compared.Tokens).First();

    // Only rows that count as many items can be set against each other.
    private static decimal? TimesCheapest(MediaTokenComparison row, MediaTokenComparison first) =>
        row.Items == first.Items && first.Cost > 0 ? Times(row.Cost, first.Cost.Value) : null;

    private static decimal? TimesLowest(MediaTokenComparison row, ComparedSetting lowest) =>
        row.Items == lowest.Items ? Times(row.Tokens, lowest.Tokens) : null;

    private static decimal? Times(decimal? value, decimal lowest) =>
        value is null ? null : decimal.Round(value.Value / lowest, 2, MidpointRounding.AwayFromZero);

    private static List<ComparedSetting> SettingsOf(SelectedModel model, CostSettings common)
    {
        CostPlan standard = CostPlan.Create(model, common);
        string own = standard.Setting;
        TokenRule rule = model.Row.Family.Rule;

        // The row is named for what the default comes to, so that its bounds are that setting's too.
        CostPlan named = own.Length == 0 ? standard : TryPlan(model, Set(rule.Setting, own, common)) ?? standard;
        List<ComparedSetting> found = [new(model, named, own, isDefault: true)];
        IEnumerable<string> names = rule.Settings.Union(rule.PartSettings, StringComparer.Ordinal);
        foreach (string name in names.Where(name => name != own && name != nameof(ImageDetail.Auto)))
        {
            if (TryPlan(model, Set(rule.Setting, name, common)) is CostPlan plan)
            {
                found.Add(new(model, plan, name, isDefault: false));
            }
        }

        return found;
    }

    private static CostPlan? TryPlan(SelectedModel model, CostSettings settings)
    {
        try
        {
            return CostPlan.Create(model, settings);
        }
        catch (MediaException)
        {
            // A level for which the vendor gives no count.
            return null;
        }
    }

    private static CostSettings Set(RuleSetting setting, string name, CostSettings common) => setting switch
    {
        RuleSetting.Detail => common with { Detail = Enum.Parse<ImageDetail>(name) },
        RuleSetting.InputFidelity => common with { InputFidelity = Enum.Parse<InputFidelity>(name) },
        _ when name == nameof(PartMediaResolution.UltraHigh) => common with { PartMediaResolution = PartMediaResolution.UltraHigh },
        _ => common with { MediaResolution = Enum.Parse<MediaResolution>(name) },
    };
}
