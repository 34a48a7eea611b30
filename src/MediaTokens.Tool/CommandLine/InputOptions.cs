using System.CommandLine;
using System.CommandLine.Parsing;
using MediaTokens.Headers.Web;
using MediaTokens.Requests;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The arguments and options that say what is read, the same for <c>cost</c> and <c>compare</c>.</summary>
internal sealed class InputOptions
{
    private const int MostSeconds = 86_400;

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders, or wildcards in quotes. '-' reads paths from standard input, one on each line.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _recurse = new("--recurse", "-r") { Description = "Walk the folders below a folder too." };

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

    public void AddTo(Command command)
    {
        command.Add(_paths);
        foreach (Option option in (Option[])[_recurse, _size, _uri, _allowPrivateNetwork, _timeout])
        {
            command.Add(option);
        }
    }

    /// <summary>What the command line asks to read.</summary>
    /// <exception cref="UsageException">It names nothing, or makes no sense.</exception>
    public InputRequest Get(ParseResult result)
    {
        List<GivenInput> inputs = GetInputs(result);
        return inputs.Count > 0
            ? new(inputs, result.GetValue(_recurse), GetWeb(result))
            : throw new UsageException("No PATH is given: name files or folders, '-' for paths from standard input, --uri ADDRESS, or --size WIDTHxHEIGHT.");
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
