using System.CommandLine;
using System.CommandLine.Parsing;
using MediaTokens.Headers.Web;
using MediaTokens.Planning;
using MediaTokens.Requests;
using MediaTokens.Rules;
using MediaTokens.Tool.Inputs;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>cost</c>: its options, and what they ask for.</summary>
internal sealed class CostCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens cost photo.jpg --detail high
          mediatokens cost photos --recurse --model gpt-4o,gpt-5-mini
          mediatokens cost scan.png -m "gemini-*" --media-resolution low --basis billed
          mediatokens cost --size 1920x1080 --model "*"
          mediatokens cost --uri https://example.com/photo.jpg --model gpt-5-mini
          mediatokens cost talk.mp4 -m gemini-3-flash-preview --frames-per-second 0.5 --end-time 600
          mediatokens cost report.pdf -m gemini-2.5-flash --pages 1-20,35 --include-text
          find . -name "*.png" | mediatokens cost - --json

        Exit codes:
          0  everything was counted
          1  a file or a model failed; the others were counted
          2  the command line, the models or the catalog make no sense
        """;

    private const int MostSeconds = 86_400;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders, or wildcards in quotes. '-' reads paths from standard input, one on each line.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _model = new("--model", "-m")
    {
        Description = $"The models to count for: several with commas, or wildcards. [default: {ModelSelector.DefaultModel}]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _detail = Choice.Create("--detail", "OpenAI's detail.", typeof(ImageDetail));

    private readonly Option<string?> _resolution = Choice.Create(
        "--media-resolution", "Gemini's media resolution for the whole request.", typeof(MediaResolution));

    private readonly Option<string?> _partResolution = Choice.Create(
        "--part-media-resolution", "Gemini 3's media resolution for the single part, which wins over that for the request.", typeof(PartMediaResolution));

    private readonly Option<string?> _basis = Choice.Create(
        "--basis", "Count by the vendor's documentation, or by what calls were billed where that is confirmed. [default: documented]", typeof(CountBasis));

    private readonly Option<bool> _recurse = new("--recurse", "-r") { Description = "Walk the folders below a folder too." };

    private readonly Option<string?> _catalog = CatalogOption.Create();

    private readonly Option<string[]> _size = new("--size")
    {
        Description = "Count an image of this size that is not at hand, in pixels. May be given several times.",
        HelpName = "WIDTHxHEIGHT",
    };

    private readonly Option<string[]> _uri = new("--uri")
    {
        Description = "Count the file at this address (https:, http: or data:), of which no more is read than its header takes. May be given several times.",
        HelpName = "ADDRESS",
    };

    private readonly Option<bool> _allowPrivateNetwork = new("--allow-private-network") { Description = "Read addresses of the machine itself and of private networks too." };

    private readonly Option<string?> _timeout = new("--timeout") { Description = "The longest that reading one address may take, in seconds. [default: 30]", HelpName = "SECONDS" };

    private readonly MediaOptions _media = new();
    private readonly ShapeOptions _shape = new();

    public CostCommand(ErrorOutput errors)
    {
        Command = new("cost", "Counts the tokens of images, videos and PDF documents, and shows the working.")
        {
            _paths, _model, _detail, _resolution, _partResolution, _basis, _recurse, _size, _uri, _allowPrivateNetwork, _timeout, _catalog,
        };
        _media.AddTo(Command);
        _shape.AddTo(Command);
        Command.SetAction(result => new CostRun(GetRequest(result), errors).Run());
    }

    public Command Command { get; }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    private CostRequest GetRequest(ParseResult result)
    {
        List<GivenInput> inputs = GetInputs(result);
        if (inputs.Count == 0)
        {
            throw new UsageException("No PATH is given: name files or folders, '-' for paths from standard input, --uri ADDRESS, or --size WIDTHxHEIGHT.");
        }

        if (result.GetValue(_resolution) is string level && Choice.Names(level, PartMediaResolution.UltraHigh))
        {
            throw new UsageException("UltraHigh exists for single parts only: use --part-media-resolution ultra-high.");
        }

        IReadOnlyList<string> models = ModelNames.Split(result.GetValue(_model) is { Length: > 0 } given ? given : [ModelSelector.DefaultModel]);
        return new()
        {
            Inputs = inputs,
            Models = models.Count > 0 ? models : throw new UsageException("--model needs the name of a model."),
            Settings = new()
            {
                Detail = Choice.Get<ImageDetail>(result, _detail),
                MediaResolution = Choice.Get<MediaResolution>(result, _resolution),
                PartMediaResolution = Choice.Get<PartMediaResolution>(result, _partResolution),
                Basis = Choice.Get<CountBasis>(result, _basis) ?? CountBasis.Documented,
                Video = _media.GetVideo(result),
                Pdf = _media.GetPdf(result),
            },
            Recurse = result.GetValue(_recurse),
            Web = GetWeb(result),
            CatalogPath = result.GetValue(_catalog),
            Shape = _shape.Get(result),
        };
    }

    private WebOptions GetWeb(ParseResult result)
    {
        WebOptions web = new() { AllowPrivateNetwork = result.GetValue(_allowPrivateNetwork) };
        return NumberText.Whole(result, _timeout, most: MostSeconds) is long seconds ? web with { Timeout = TimeSpan.FromSeconds(seconds) } : web;
    }

    /// <summary>Paths, addresses and sizes in the order in which they were given, which the parser tells only by its tokens.</summary>
    private List<GivenInput> GetInputs(ParseResult result)
    {
        Dictionary<Token, Func<string, GivenInput>> inputs = new(ReferenceEqualityComparer.Instance);
        void Add(SymbolResult? given, Func<string, GivenInput> create)
        {
            foreach (Token token in given?.Tokens ?? [])
            {
                inputs[token] = create;
            }
        }

        Add(result.GetResult(_paths), GetPath);
        Add(result.GetResult(_size), size => new(null, SizeText.Parse(size)));
        Add(result.GetResult(_uri), address => new(null, new LinkInput(address)));
        return [.. result.Tokens.Where(inputs.ContainsKey).Select(token => inputs[token](token.Value))];
    }

    private static GivenInput GetPath(string path) => WebAddress.IsAddress(path) && !Path.Exists(path)
        ? throw new UsageException($"'{ItemName.OfLink(path)}' is an address and no path: give it with --uri.")
        : new(path);
}
