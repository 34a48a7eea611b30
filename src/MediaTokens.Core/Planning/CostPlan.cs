using MediaTokens.Catalog;
using MediaTokens.Headers;
using MediaTokens.Rules;

namespace MediaTokens.Planning;

/// <summary>One model with its settings fixed, ready to count any number of images.</summary>
public sealed class CostPlan
{
    private readonly ModelRow _row;
    private readonly ImageCounter _counter;
    private readonly BilledCount? _billed;
    private readonly string _documentedSource;
    private readonly string? _billedSource;

    private CostPlan(SelectedModel model, CostSettings settings)
    {
        (Model, _row) = (model.Name, model.Row);
        _counter = model.Bind(settings);
        _billed = _row.Family.Rule.Billed;
        _documentedSource = _row.Provenance.ToString();
        _billedSource = _billed is null ? null : $"{_billed.Source}, {_billed.Date} ({Confidence.Measured})";
    }

    /// <summary>The model as asked for.</summary>
    public string Model { get; }

    /// <summary>Fixes the settings for every model that has them.</summary>
    /// <param name="models">The models asked for.</param>
    /// <param name="settings">What the request asks for.</param>
    /// <param name="onError">
    /// Gets a model's name and why it is left out: it does not have a setting, or not that value of it. A setting that is
    /// another vendor's is left to the models that have it, where one is asked for and the model got its own setting too.
    /// </param>
    /// <returns>A plan for each of the other models, in their order.</returns>
    public static IReadOnlyList<CostPlan> CreateAll(IReadOnlyList<SelectedModel> models, CostSettings settings, Action<string, MediaException> onError)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(onError);
        bool both = settings.Detail is not null && settings.HasResolution
            && models.Any(model => model.Row.Family.Rule.UsesDetail) && models.Any(model => !model.Row.Family.Rule.UsesDetail);
        List<CostPlan> plans = new(models.Count);
        foreach (SelectedModel model in models)
        {
            try
            {
                if (!both)
                {
                    model.RefuseForeignSetting(settings);
                }

                plans.Add(new(model, settings));
            }
            catch (MediaException exception)
            {
                onError(model.Name, exception);
            }
        }

        return plans;
    }

    /// <summary>Counts one image.</summary>
    /// <exception cref="MediaException"><see cref="MediaErrorId.TooManyPatches"/>: the vendor refuses the image at this setting.</exception>
    public MediaTokenCost Count(in MediaItem item)
    {
        TokenCount count = _counter.Count(item.Size);
        bool usesDetail = _row.Family.Rule.UsesDetail;
        return new()
        {
            Path = item.Path,
            MediaType = nameof(MediaTokens.MediaType.Image),
            Format = item.Header is MediaHeader header ? MediaFormatNames.Of(header.Format) : null,
            Model = Model,
            Vendor = _row.Family.Vendor,
            Width = item.Size.Width,
            Height = item.Size.Height,
            Detail = usesDetail ? _counter.Setting : null,
            MediaResolution = usesDetail ? null : _counter.Setting,
            ScaledWidth = count.Scaled?.Width,
            ScaledHeight = count.Scaled?.Height,
            Columns = count.Columns,
            Rows = count.Rows,
            Units = count.Units,
            TokensPerUnit = count.TokensPerUnit,
            BaseTokens = count.BaseTokens,
            Tokens = count.Tokens,
            MinTokens = count.MinTokens,
            MaxTokens = count.MaxTokens,
            IsEstimate = count.IsEstimate,
            Basis = count.Basis == CountBasis.Billed ? nameof(CountBasis.Billed) : nameof(CountBasis.Documented),
            DocumentedTokens = count.DocumentedTokens,
            BilledTokens = count.BilledTokens,
            BilledIsConfirmed = count.BilledTokens is null ? null : _billed!.IsConfirmed,
            Bytes = item.Bytes,
            Calculation = count.Calculation,
            Explanation = count.Explanation + Remark(item.Header),
            Rule = _row.Family.Rule.Name,
            Source = count.Basis == CountBasis.Billed ? _billedSource! : _documentedSource,
        };
    }

    private string Remark(MediaHeader? header) => header switch
    {
        MediaHeader known when !_row.Family.Formats.Contains(known.Format) => $" ({_row.Family.Vendor} does not take {MediaFormatNames.Of(known.Format)})",
        { IsAnimated: true } when _row.Family.Limits.Animated == false => $" ({_row.Family.Vendor} does not take animations)",
        _ => "",
    };
}
