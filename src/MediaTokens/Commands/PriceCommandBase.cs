using System.Management.Automation;
using MediaTokens.Catalog;
using MediaTokens.Completion;
using MediaTokens.Errors;
using MediaTokens.Planning;
using MediaTokens.Rules;

namespace MediaTokens.Commands;

/// <summary>A cmdlet that tells what media cost, in tokens and in money, on the models and the day asked for.</summary>
public abstract class PriceCommandBase : MediaCommandBase
{
    /// <summary>The models to count for; wildcards are allowed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string[] Model { get; set; } = [];

    /// <summary>The model that the deployments run whose names -Model gives.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public string? BaseModel { get; set; }

    /// <summary>Whether Tokens is the documented figure or, where it is confirmed, the billed one.</summary>
    [Parameter]
    public CountBasis Basis { get; set; }

    /// <summary>The day whose rules and prices hold; today where it is left out.</summary>
    [Parameter]
    [Day]
    public DateTime? AsOf { get; set; }

    /// <summary>Which of the prices holds.</summary>
    [Parameter]
    public PriceKind Price { get; set; }

    /// <summary>The currency of the costs, as its ISO 4217 code.</summary>
    [Parameter]
    [ValidatePattern(@"^[A-Za-z]{3}\z")]
    public string Currency { get; set; } = PriceSettings.CatalogCurrency;

    /// <summary>Units of the currency for one US dollar.</summary>
    [Parameter]
    [PlainNumber]
    [ExchangeRate]
    public decimal ExchangeRate { get; set; } = 1;

    /// <summary>The tokens of the whole prompt, which decide the price where it depends on them.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? PromptTokens { get; set; }

    /// <summary>The images that go into one request.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ImagesPerRequest { get; set; } = 1;

    /// <summary>A file of prices that hold in place of those of the catalog.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PriceCatalog { get; set; }

    /// <summary>A catalog file whose rows are added to those that ship, or replace them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogPath { get; set; }

    /// <summary>The models that were found.</summary>
    protected IReadOnlyList<SelectedModel> Models { get; private set; } = [];

    /// <summary>What the requests have in common, whatever the setting of the model.</summary>
    protected CostSettings Settings { get; private set; } = new();

    /// <summary>The models where none is asked for.</summary>
    protected abstract string DefaultModel { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RefuseHalfOfCurrency();
        Settings = new()
        {
            Basis = Basis,
            Video = Video,
            Pdf = Pdf,
            ImagesPerRequest = ImagesPerRequest,
            Price = new() { Kind = Price, Currency = Currency.ToUpperInvariant(), ExchangeRate = ExchangeRate, PromptTokens = PromptTokens },
        };
        List<ErrorRecord> unknown = [];
        Models = ModelSelector.Select(
            LoadCatalog(),
            Model.Length > 0 ? Model : [BaseModel ?? DefaultModel],
            CatalogReading.ToPattern,
            (name, exception) => unknown.Add(ErrorRecords.Create(exception, name)),
            BaseModel);
        if (Models.Count == 0)
        {
            ThrowTerminatingError(unknown[0]);
        }

        unknown.ForEach(WriteError);
        foreach (SelectedModel model in Models.Where(model => model.Row.IsShutDown && !model.IsFromPattern && model.Platform == ModelPlatform.Vendor))
        {
            WriteWarning(FormattableString.Invariant($"{model.Name} was shut down by {model.Row.Family.Vendor} on {model.Row.Shutdown!.Day:yyyy-MM-dd}; its values are the last that are known."));
        }
    }

    private ModelCatalog LoadCatalog()
    {
        ModelCatalog catalog = this.LoadCatalog(CatalogPath, AsOf);
        return PriceCatalog is null ? catalog : this.AddPrices(catalog, PriceCatalog);
    }

    private void RefuseHalfOfCurrency()
    {
        bool isDollar = string.Equals(Currency, PriceSettings.CatalogCurrency, StringComparison.OrdinalIgnoreCase);
        bool hasRate = MyInvocation.BoundParameters.ContainsKey(nameof(ExchangeRate));
        if (isDollar && (!hasRate || ExchangeRate == 1))
        {
            return;
        }

        if (isDollar || !hasRate)
        {
            MediaException exception = new(
                MediaErrorId.ExchangeRateMissing,
                isDollar ? "An exchange rate needs the currency that it is of." : $"The prices are in US dollars, and no rate for {Currency.ToUpperInvariant()} is given.",
                "Give both: -Currency EUR -ExchangeRate 0.86, the euros for one US dollar.");
            ThrowTerminatingError(ErrorRecords.Create(exception, Currency));
        }
    }
}
