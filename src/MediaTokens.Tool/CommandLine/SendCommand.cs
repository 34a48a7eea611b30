using System.CommandLine;
using MediaTokens.Requests.Sending;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>send</c>: its options, and what they ask for.</summary>
internal sealed class SendCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens send photo.jpg --model gpt-4o-mini --prompt "What's in this image?"
          mediatokens send before.png after.png -m gemini-3.8-flash --prompt "Compare them." --json
          mediatokens send photos --recurse --per-item --throttle-limit 8 --prompt "Give it a title." --csv
          mediatokens send talk.mp4 -m gemini-3-flash-preview --count-only
          mediatokens send photo.jpg --base-uri http://localhost:11434/v1 --prompt "Describe it."

        The key comes from the environment: OPENAI_API_KEY, or GEMINI_API_KEY for Gemini. There is no option for it,
        since everyone on the machine can read the options in the list of processes, and the shell keeps them.
        Where --base-uri leads to a server that wants none, any text will do for a key.

        Exit codes:
          0  everything was answered
          1  a file, a link or a request failed, and the others were answered; or there is no key
          2  the command line, the model, its settings or the catalog make no sense
        """;

    private const int MostSeconds = 86_400;
    private const int MostRetries = 100;
    private const int MostAtOnce = 100;
    private const int DefaultAtOnce = 4;

    private readonly BodyOptions _body = new();

    private readonly Option<string?> _baseUri = new("--base-uri")
    {
        Description = "The address in place of the vendor's, up to where the interface's own path begins: of a proxy, of Azure, or of a server that is like OpenAI's.",
        HelpName = "ADDRESS",
    };

    private readonly Option<string?> _timeout = new("--timeout") { Description = "The longest that one attempt may take, in seconds. [default: 300]", HelpName = "SECONDS" };

    private readonly Option<string?> _retries = new("--maximum-retry-count")
    {
        Description = "How often a request is sent again, at most, where that may help. [default: 3]",
        HelpName = "N",
    };

    private readonly Option<string?> _throttleLimit = new("--throttle-limit") { Description = $"Requests that are under way at the same time. [default: {DefaultAtOnce}]", HelpName = "N" };

    private readonly Option<bool> _countOnly = new("--count-only") { Description = "Ask Gemini for the number of tokens alone, which it counts without the media resolution." };

    private readonly Option<bool> _allowInsecure = new("--allow-insecure") { Description = "Send to an address that is not encrypted, and not of the machine itself." };

    private readonly ShapeOptions _shape = new();

    public SendCommand(ErrorOutput errors)
    {
        Command = new("send", "Sends files and links to a model, and prints the answer with the tokens that were estimated and reported. The key comes from OPENAI_API_KEY or GEMINI_API_KEY.");
        _body.AddTo(Command);
        foreach (Option option in (Option[])[_baseUri, _timeout, _retries, _throttleLimit, _countOnly, _allowInsecure])
        {
            Command.Add(option);
        }

        _shape.AddTo(Command);
        Command.SetAction(result => new SendRun(GetRequest(result), errors).Run());
    }

    public Command Command { get; }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    private SendRequest GetRequest(ParseResult result)
    {
        VisionClientOptions defaults = new();
        return new()
        {
            Body = _body.Get(result),
            Client = new()
            {
                BaseUri = GetBaseUri(result),
                Timeout = NumberText.Whole(result, _timeout, most: MostSeconds) is long seconds ? TimeSpan.FromSeconds(seconds) : defaults.Timeout,
                MaximumRetryCount = (int?)NumberText.Whole(result, _retries, least: 0, most: MostRetries) ?? defaults.MaximumRetryCount,
                CountOnly = result.GetValue(_countOnly),
                AllowInsecure = result.GetValue(_allowInsecure),
            },
            ThrottleLimit = (int?)NumberText.Whole(result, _throttleLimit, most: MostAtOnce) ?? DefaultAtOnce,
            Shape = _shape.Get(result),
        };
    }

    // The address is not quoted: it may hold a key.
    private Uri? GetBaseUri(ParseResult result) => result.GetValue(_baseUri) is not string text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? address) ? address
        : throw new UsageException("--base-uri takes an absolute address, for example https://api.openai.com/v1 or https://generativelanguage.googleapis.com.");
}
