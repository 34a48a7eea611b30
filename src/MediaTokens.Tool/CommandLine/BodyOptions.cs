using System.CommandLine;
using MediaTokens.Headers.Web;
using MediaTokens.Requests;
using MediaTokens.Rules;
using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The arguments and options that say what a request holds, the same for <c>request</c> and <c>send</c>.</summary>
internal sealed class BodyOptions
{
    private readonly Argument<string[]> _paths = new("PATH|LINK")
    {
        Description = "Files, folders, or wildcards in quotes; or links (https:, http:, data:, for Gemini also gs:), which are passed through unread. '-' reads them from standard input, one on each line.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ModelChoiceOptions _model = new("is to see the files");
    private readonly Option<string?> _prompt = new("--prompt", "-p") { Description = "What is asked.", HelpName = "TEXT" };
    private readonly Option<string?> _systemPrompt = new("--system-prompt") { Description = "What the model is told beforehand.", HelpName = "TEXT" };
    private readonly Option<string?> _role = new("--role") { Description = "Whose message it is. [default: user]", HelpName = "NAME" };
    private readonly Option<string?> _detail = Choice.Create("--detail", "OpenAI's detail, for each item.", typeof(ImageDetail));

    private readonly Option<string?> _resolution = Choice.Create(
        "--media-resolution", "Gemini's media resolution for the whole request.", typeof(MediaResolution));

    private readonly Option<string?> _partResolution = Choice.Create(
        "--part-media-resolution", "Gemini 3's media resolution for each item, which wins over that for the request.", typeof(PartMediaResolution));

    private readonly Option<string?> _maxOutputTokens = new("--max-output-tokens") { Description = "The most tokens of the answer. [default: the vendor's]", HelpName = "N" };
    private readonly Option<string?> _api = Choice.Create("--api", "Which of OpenAI's interfaces. [default: chat-completions]", typeof(OpenAIApi));
    private readonly Option<string?> _apiVersion = new("--api-version") { Description = $"The version in the address of Gemini's interface. [default: {new RequestOptions().ApiVersion}]", HelpName = "VERSION" };
    private readonly VideoOptions _video = new();
    private readonly Option<bool> _perItem = new("--per-item") { Description = "Make one request of each item." };
    private readonly Option<bool> _force = new("--force") { Description = "Make warnings of what the vendor would refuse." };
    private readonly Option<bool> _recurse = new("--recurse", "-r") { Description = "Walk the folders below a folder too." };
    private readonly Option<string?> _catalog = CatalogOption.Create();

    public void AddTo(Command command)
    {
        command.Add(_paths);
        _model.AddTo(command);
        foreach (Option option in (Option[])[_prompt, _systemPrompt, _role, _detail, _resolution, _partResolution, _maxOutputTokens, _api, _apiVersion])
        {
            command.Add(option);
        }

        _video.AddTo(command);
        foreach (Option option in (Option[])[_perItem, _force, _recurse, _catalog])
        {
            command.Add(option);
        }
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    public BodyRequest Get(ParseResult result)
    {
        string[] paths = result.GetValue(_paths)!;
        bool isPromptEnough = result.GetValue(_force) && !string.IsNullOrEmpty(result.GetValue(_prompt));
        return new()
        {
            Inputs = paths.Length > 0 || isPromptEnough
                ? [.. paths.Select(path => new GivenInput(path))]
                : throw new UsageException("No PATH or LINK is given: name files, folders or links, or '-' for paths from standard input."),
            Model = _model.Get(result),
            Detail = Choice.Get<ImageDetail>(result, _detail),
            PartMediaResolution = Choice.Get<PartMediaResolution>(result, _partResolution),
            Options = GetOptions(result),
            PerItem = result.GetValue(_perItem),
            Recurse = result.GetValue(_recurse),
            CatalogPath = result.GetValue(_catalog),
        };
    }

    /// <summary>Whether what was given as a path is a link.</summary>
    public static bool IsLink(string path) => WebAddress.IsAddress(path) || path.StartsWith("gs://", StringComparison.OrdinalIgnoreCase);

    private RequestOptions GetOptions(ParseResult result)
    {
        RequestOptions options = new()
        {
            Prompt = result.GetValue(_prompt),
            SystemPrompt = result.GetValue(_systemPrompt),
            Role = result.GetValue(_role),
            MaxOutputTokens = (int?)NumberText.Whole(result, _maxOutputTokens, most: int.MaxValue),

            // That the whole request has no UltraHigh is the vendor's refusal, which can be overruled.
            MediaResolution = Choice.Get<PartMediaResolution>(result, _resolution),
            Api = Choice.Get<OpenAIApi>(result, _api) ?? OpenAIApi.ChatCompletions,
            Video = _video.Get(result),
            Force = result.GetValue(_force),
        };
        return result.GetValue(_apiVersion) is not string version ? options
            : version.Length > 0 && version.All(char.IsAsciiLetterOrDigit) ? options with { ApiVersion = version }
            : throw new UsageException($"--api-version does not take '{version}': give letters and digits, for example v1alpha.");
    }
}
