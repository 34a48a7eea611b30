using System.CommandLine;
using MediaTokens.Tool.Output;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The command <c>compare</c>: its options, and what they ask for.</summary>
internal sealed class CompareCommand
{
    public const string Examples =
        """
        Examples:
          mediatokens compare photos --recurse
          mediatokens compare photos -m "gpt-*,gemini-*" --top 10
          mediatokens compare --size 1920x1080 --price batch --currency EUR --exchange-rate 0.92
          mediatokens compare report.pdf talk.mp4 -m "gemini-*" --spread
          find . -name "*.png" | mediatokens compare - --csv

        Exit codes:
          0  everything was read; what a model does not count is told in its row
          1  a file or a model failed; the others were compared
          2  the command line, the models or the catalog make no sense
        """;

    private readonly CountOptions _count = new("*");

    private readonly Option<string?> _top = new("--top") { Description = "Show the first N rows; with --spread, the first N models.", HelpName = "N" };

    private readonly Option<bool> _spread = new("--spread") { Description = "Show the settings of each model together, with the least, the mean and the most tokens of an item." };

    public CompareCommand(ErrorOutput errors)
    {
        Command = new("compare", "Tells which model and setting is cheapest for a set of files: one row for each, the cheapest first.");
        _count.AddTo(Command, _top, _spread);
        Command.SetAction(result => new CompareRun(GetRequest(result), errors).Run());
    }

    public Command Command { get; }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense.</exception>
    private CompareRequest GetRequest(ParseResult result) =>
        new(_count.Get(result), (int?)NumberText.Whole(result, _top, most: int.MaxValue), result.GetValue(_spread));
}
