namespace MediaTokens.Tool.Tests;

public sealed class OptimizeUsageTests
{
    [Theory]
    [InlineData("No PATH is given", "--destination", "out")]
    [InlineData("give --destination DIR or FILE, or --in-place", "x.jpg")]
    [InlineData("--destination and --in-place exclude each other", "x.jpg", "--destination", "out", "--in-place")]
    [InlineData("--destination needs", "x.jpg", "--destination", "")]
    [InlineData("give --force", "x.jpg", "--in-place")]
    [InlineData("give --force", "-", "--in-place")]
    [InlineData("one model", "x.jpg", "--destination", "out", "-m", "gpt-4o,gpt-5")]
    [InlineData("one model", "x.jpg", "--destination", "out", "-m", "gpt-*")]
    [InlineData("--base-model takes the name of one model", "x.jpg", "--destination", "out", "--base-model", "gpt-4o,gpt-5")]
    [InlineData("[UnknownModel]", "x.jpg", "--destination", "out", "-m", "mine", "--base-model", "no-such-model")]
    [InlineData("whole number from 1", "x.jpg", "--destination", "out", "--images-per-request", "0")]
    [InlineData("[UnknownModel]", "x.jpg", "--destination", "out", "-m", "no-such-model")]
    [InlineData("[InvalidCatalog]", "x.jpg", "--destination", "out", "--catalog", "no-such-file.json")]
    [InlineData("--detail does not take 'hgh': give auto, low, high, original", "x.jpg", "--destination", "out", "--detail", "hgh")]
    [InlineData("ultra-high", "x.jpg", "--destination", "out", "--media-resolution", "huge")]
    [InlineData("--format does not take 'gif': give auto, jpeg, png, webp", "x.jpg", "--destination", "out", "--format", "gif")]
    [InlineData("imagesharp, libvips, libjpeg-turbo", "x.jpg", "--destination", "out", "--engine", "magick")]
    [InlineData("from 1 to 100", "x.jpg", "--destination", "out", "--quality", "0")]
    [InlineData("from 1 to 100", "x.jpg", "--destination", "out", "--quality", "101")]
    [InlineData("from 1 to 256", "x.jpg", "--destination", "out", "--throttle-limit", "257")]
    [InlineData("whole number from 1", "x.jpg", "--destination", "out", "--max-tokens", "0")]
    [InlineData("whole number from 1", "x.jpg", "--destination", "out", "--max-pixels", "1e6")]
    [InlineData("from 0.001 to 0.9", "x.jpg", "--destination", "out", "--trim-tiles", "--max-shrink", "0,5")]
    [InlineData("500KB or 5MB", "x.jpg", "--destination", "out", "--max-bytes", "5XB")]
    [InlineData("500KB or 5MB", "x.jpg", "--destination", "out", "--max-bytes", "9999999999999GB")]
    [InlineData("--what-if", "x.jpg", "--destination", "out", "--what-if", "--json")]
    [InlineData("--json and --csv exclude each other", "x.jpg", "--destination", "out", "--json", "--csv")]
    [InlineData("Did you mean --destination?", "x.jpg", "--destinaton", "out")]
    public void What_makes_no_sense_ends_with_2_and_says_why(string message, params string[] arguments)
    {
        using Workspace files = new();
        ToolResult result = ToolProcess.RunFrom(files.Root, ["optimize", .. arguments]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.ErrorLines[0], StringComparison.Ordinal);
        Assert.All(result.ErrorLines, line => Assert.StartsWith("mediatokens: ", line, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(files.Root));
    }

    [Fact]
    public void Help_names_every_option_and_the_exit_codes()
    {
        string output = ToolProcess.Run("optimize", "--help").Output;
        string[] expected =
        [
            "--destination", "--in-place", "-m, --model", "--base-model", "--detail", "--media-resolution", "--images-per-request", "--max-tokens", "--trim-tiles", "--max-shrink",
            "--max-bytes", "--format <auto|jpeg|png|webp>", "--quality", "--keep-metadata", "--allow-partial", "--max-pixels",
            "--engine <auto|imagesharp|libvips|libjpeg-turbo>", "--throttle-limit", "--force", "--what-if", "-r, --recurse", "--catalog", "--json", "--csv",
            "mediatokens optimize photo.jpg --destination upload", "Exit codes:",
        ];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_lists_every_command()
    {
        string output = ToolProcess.Run("--help").Output;
        Assert.All(["cost <PATH>", "compare <PATH>", "optimize <PATH>", "models <NAME>", "engines "], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }
}
