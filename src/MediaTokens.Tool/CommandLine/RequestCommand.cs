using System.CommandLine;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>request</c>: its options, and what they ask for.</summary>
internal sealed class RequestCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens request photo.jpg --model gpt-4o-mini --detail high --prompt "What's in this image?"
          mediatokens request https://example.com/photo.jpg before.png after.png --api responses --prompt "Compare."
          mediatokens request scan.png -m gemini-3.8-flash --part-media-resolution high
          mediatokens request talk.mp4 -m gemini-3-flash-preview --start-time 60 --end-time 90 --prompt "Sum it up."
          mediatokens request photos --recurse --per-item --output requests.jsonl
          mediatokens request photo.jpg | curl https://api.openai.com/v1/chat/completions -H @headers.txt --json @-

        Exit codes:
          0  everything is in a request
          1  a file or link failed, or the vendor would refuse it; the others are in a request
          2  the command line, the model, its settings or the catalog make no sense
        """;

    private readonly BodyOptions _body = new();

    private readonly Option<string?> _output = new("--output", "-o") { Description = "A file for the JSON, in place of standard output.", HelpName = "FILE" };

    private readonly Option<bool> _forceOverwrite = new("--force-overwrite") { Description = "Replace the file of --output where it is there already." };

    public RequestCommand(ErrorOutput errors)
    {
        Command = new("request", "Prints the JSON body of a request that shows files and links to a model; with --per-item one body on each line. Nothing is sent, and no key is needed.");
        _body.AddTo(Command);
        Command.Add(_output);
        Command.Add(_forceOverwrite);
        Command.SetAction(result => new RequestRun(_body.Get(result), GetOutput(result), result.GetValue(_forceOverwrite), errors).Run());
    }

    public Command Command { get; }

    private string? GetOutput(ParseResult result) =>
        result.GetValue(_output) is "" ? throw new UsageException("--output needs the name of a file.") : result.GetValue(_output);
}
