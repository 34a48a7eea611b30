using System.CommandLine;
using MediaTokens.Rules;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The arguments and options that <c>cost</c> and <c>compare</c> have in common: all but the models' own settings.</summary>
internal sealed class CountOptions(string defaultModel)
{
    private readonly InputOptions _inputs = new();
    private readonly ModelOptions _models = new(defaultModel);

    private readonly Option<string?> _basis = Choice.Create(
        "--basis", "Count by the vendor's documentation, or by what calls were billed where that is confirmed. [default: documented]", typeof(CountBasis));

    private readonly Option<string?> _imagesPerRequest = ImagesOption.Create();
    private readonly PriceOptions _price = new();

    private readonly Option<string?> _priceCatalog = new("--price-catalog")
    {
        Description = "A file of prices that replace those of the same models: a catalog of ours, or a price list of LiteLLM or genai-prices.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _asOf = DateOption.Create();
    private readonly Option<string?> _catalog = CatalogOption.Create();
    private readonly MediaOptions _media = new();
    private readonly ShapeOptions _shape = new();

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="own">Options of its own, which come behind that for the models.</param>
    public void AddTo(Command command, params Option[] own)
    {
        _models.AddTo(command);
        foreach (Option option in (Option[])[.. own, _imagesPerRequest, _basis])
        {
            command.Add(option);
        }

        _inputs.AddTo(command);
        _price.AddTo(command);
        foreach (Option option in (Option[])[_priceCatalog, _asOf, _catalog])
        {
            command.Add(option);
        }

        _media.AddTo(command);
        _shape.AddTo(command);
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    public CostRequest Get(ParseResult result) => new()
    {
        Inputs = _inputs.Get(result),
        Models = _models.Get(result),
        Settings = new()
        {
            ImagesPerRequest = ImagesOption.Get(result, _imagesPerRequest),
            Basis = Choice.Get<CountBasis>(result, _basis) ?? CountBasis.Documented,
            Price = _price.Get(result),
            Video = _media.GetVideo(result),
            Pdf = _media.GetPdf(result),
        },
        Catalog = new(result.GetValue(_catalog), DateOption.Get(result, _asOf), result.GetValue(_priceCatalog)),
        Shape = _shape.Get(result),
    };
}
