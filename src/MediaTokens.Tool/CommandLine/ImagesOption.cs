using System.CommandLine;

namespace MediaTokens.Tool.CommandLine;

/// <summary>The option that says how many images go into one request, the same for every command.</summary>
internal static class ImagesOption
{
    public static Option<string?> Create() => new("--images-per-request")
    {
        Description = "Images that go into one request: some vendors take only smaller ones in a request with many. [default: 1]",
        HelpName = "N",
    };

    /// <exception cref="UsageException">The text is no number from 1.</exception>
    public static int Get(ParseResult result, Option<string?> option) => (int?)NumberText.Whole(result, option, most: int.MaxValue) ?? 1;
}
