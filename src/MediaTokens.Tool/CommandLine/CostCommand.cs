using System.CommandLine;
using MediaTokens.Planning;
using MediaTokens.Rules;
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
          mediatokens cost photos -m "*" --price batch --currency EUR --exchange-rate 0.92
          mediatokens cost scan.png -m "gemini-*" --media-resolution low --basis billed
          mediatokens cost --size 1920x1080 --model "*" --as-of 2026-03-01
          mediatokens cost scan.png -m my-deployment --base-model gpt-4o
          mediatokens cost --uri https://example.com/photo.jpg --model gpt-5-mini
          mediatokens cost talk.mp4 -m gemini-3-flash-preview --frames-per-second 0.5 --end-time 600
          mediatokens cost report.pdf -m gemini-2.5-flash --pages 1-20,35 --include-text
          find . -name "*.png" | mediatokens cost - --json

        Exit codes:
          0  everything was counted
          1  a file or a model failed; the others were counted
          2  the command line, the models or the catalog make no sense
        """;

    private readonly CountOptions _count = new(ModelSelector.DefaultModel);

    private readonly Option<string?> _detail = Choice.Create("--detail", "OpenAI's detail.", typeof(ImageDetail));

    private readonly Option<string?> _resolution = Choice.Create(
        "--media-resolution", "Gemini's media resolution for the whole request.", typeof(MediaResolution));

    private readonly Option<string?> _partResolution = Choice.Create(
        "--part-media-resolution", "Gemini 3's media resolution for the single part, which wins over that for the request.", typeof(PartMediaResolution));

    private readonly Option<string?> _fidelity = Choice.Create(
        "--input-fidelity", "How closely OpenAI's image models look at an image that they are to change.", typeof(InputFidelity));

    public CostCommand(ErrorOutput errors)
    {
        Command = new("cost", "Counts the tokens of images, videos and PDF documents, and what they cost, and shows the working.");
        _count.AddTo(Command, _detail, _resolution, _partResolution, _fidelity);
        Command.SetAction(result => new CostRun(GetRequest(result), errors).Run());
    }

    public Command Command { get; }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    private CostRequest GetRequest(ParseResult result)
    {
        if (result.GetValue(_resolution) is string level && Choice.Names(level, PartMediaResolution.UltraHigh))
        {
            throw new UsageException("UltraHigh exists for single parts only: use --part-media-resolution ultra-high.");
        }

        CostRequest request = _count.Get(result);
        return request with
        {
            Settings = request.Settings with
            {
                Detail = Choice.Get<ImageDetail>(result, _detail),
                MediaResolution = Choice.Get<MediaResolution>(result, _resolution),
                PartMediaResolution = Choice.Get<PartMediaResolution>(result, _partResolution),
                InputFidelity = Choice.Get<InputFidelity>(result, _fidelity),
            },
        };
    }
}
