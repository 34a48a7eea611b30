using MediaTokens.Catalog;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>One model at one setting, and the sum of what was counted of it so far. It keeps no item.</summary>
internal sealed class ComparedSetting(SelectedModel model, CostPlan plan, string setting, bool isDefault)
{
    private MediaTokenCost? _last;
    private int _uncounted;
    private string? _reason;
    private long _tokens;
    private long _minimum;
    private long _maximum;
    private long _least = long.MaxValue;
    private long _most;
    private decimal? _cost = 0;
    private decimal? _minimumCost = 0;
    private decimal? _maximumCost = 0;
    private string? _costNote;
    private bool _isEstimate;
    private Confidence _confidence;

    public SelectedModel Model => model;

    public CostPlan Plan => plan;

    public int Items { get; private set; }

    public long Tokens => _tokens;

    public void Add(in MediaItem item)
    {
        try
        {
            Add(plan.Count(item));
        }
        catch (MediaException exception)
        {
            _uncounted++;
            _reason ??= item.Path is null ? exception.Message : $"{System.IO.Path.GetFileName(item.Path)}: {exception.Message}";
        }
    }

    public MediaTokenComparison Describe()
    {
        ModelFamily family = model.Row.Family;
        bool hasCost = Items > 0;
        return new()
        {
            Model = model.Name,
            Vendor = family.Vendor,
            Platform = model.Platform.ToString(),
            BaseModel = model.BaseModel,
            Detail = family.Rule.Setting == RuleSetting.Detail ? setting : null,
            MediaResolution = family.Rule.Setting == RuleSetting.MediaResolution ? setting : null,
            InputFidelity = family.Rule.Setting == RuleSetting.InputFidelity ? setting : null,
            IsDefault = isDefault,
            Items = Items,
            Uncounted = _uncounted,
            Reason = _reason,
            Tokens = _tokens,
            MinTokens = _minimum,
            MaxTokens = _maximum,
            LeastPerItem = hasCost ? _least : null,
            MeanPerItem = hasCost ? (long)decimal.Round((decimal)_tokens / Items, MidpointRounding.AwayFromZero) : null,
            MostPerItem = hasCost ? _most : null,
            IsEstimate = _isEstimate,
            Confidence = (hasCost ? _confidence : model.Row.Provenance.Confidence).ToString(),
            Cost = hasCost ? _cost : null,
            MinCost = hasCost ? _minimumCost : null,
            MaxCost = hasCost ? _maximumCost : null,
            Currency = plan.Settings.Price.Currency,
            Price = plan.Settings.Price.Kind.ToString(),
            PricePerMillion = _last?.PricePerMillion,
            CostNote = _costNote,
            Basis = _last?.Basis ?? plan.Settings.Basis.ToString(),
            Rule = family.Rule.Name,
            Source = _last?.Source ?? model.Row.Provenance.ToString(),
            PriceSource = _last?.PriceSource,
            AsOf = _last?.AsOf ?? "",
        };
    }

    private void Add(MediaTokenCost cost)
    {
        Items++;
        _tokens += cost.Tokens;
        _minimum += cost.MinTokens;
        _maximum += cost.MaxTokens;
        _least = Math.Min(_least, cost.Tokens);
        _most = Math.Max(_most, cost.Tokens);
        _cost += cost.Cost;
        _minimumCost += cost.MinCost;
        _maximumCost += cost.MaxCost;
        _costNote = cost.Cost is null ? cost.CostNote : _costNote ?? cost.CostNote;
        _isEstimate |= cost.IsEstimate;
        Confidence confidence = Enum.Parse<Confidence>(cost.Confidence);
        _confidence = confidence > _confidence ? confidence : _confidence;
        _last = cost;
    }
}
