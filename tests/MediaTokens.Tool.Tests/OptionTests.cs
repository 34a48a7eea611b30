using System.Text.Json;

namespace MediaTokens.Tool.Tests;

public sealed class OptionTests
{
    private static JsonElement One(params string[] arguments)
    {
        ToolResult result = ToolProcess.Run(["cost", .. arguments, "--json"]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        return JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
    }

    [Theory]
    [InlineData("high", "High", 1105)]
    [InlineData("LOW", "Low", 85)]
    [InlineData("Auto", "High", 1105)]
    public void Detail_is_read_in_either_case(string detail, string setting, long tokens)
    {
        JsonElement cost = One("--size", "2560x1669", "--detail", detail);
        Assert.Equal((setting, tokens), (cost.GetProperty("setting").GetString(), cost.GetProperty("tokens").GetInt64()));
    }

    [Fact]
    public void Detail_original_is_for_models_that_have_it()
    {
        ToolResult result = ToolProcess.Run("cost", "--size", "10x10", "--detail", "original");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("mediatokens: gpt-4o: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("[SettingNotSupported] Use --detail Auto, Low or High", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_model_is_gpt_4o() => Assert.Equal("gpt-4o", One("--size", "640x480").GetProperty("model").GetString());

    [Fact]
    public void A_part_wins_over_the_request()
    {
        JsonElement cost = One("--size", "640x480", "-m", "gemini-3-pro", "--media-resolution", "low", "--part-media-resolution", "ultrahigh");
        Assert.Equal("UltraHigh", cost.GetProperty("mediaResolution").GetString());
        Assert.Equal(JsonValueKind.Null, cost.GetProperty("detail").ValueKind);
    }

    [Theory]
    [InlineData("ultra-high")]
    [InlineData("UltraHigh")]
    public void UltraHigh_for_the_request_is_refused_with_the_way_out(string value)
    {
        ToolResult result = ToolProcess.Run("cost", "--size", "640x480", "-m", "gemini-3-pro", "--media-resolution", value);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("UltraHigh exists for single parts only: use --part-media-resolution", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Basis_decides_whose_figure_tokens_is()
    {
        JsonElement documented = One("--size", "2560x1669", "-m", "gemini-3-pro", "--basis", "documented");
        JsonElement billed = One("--size", "2560x1669", "-m", "gemini-3-pro", "--basis", "Billed");
        Assert.Equal("Documented", documented.GetProperty("basis").GetString());
        Assert.Equal("Billed", billed.GetProperty("basis").GetString());
        Assert.Equal(documented.GetProperty("billedTokens").GetInt64(), billed.GetProperty("tokens").GetInt64());
    }

    [Fact]
    public void Models_come_by_commas_repetition_and_wildcards_in_their_order()
    {
        using Workspace files = new();
        ToolResult result = ToolProcess.Run(
            "cost", files.Add("a.jpg"), files.Add("b.png", "screenshot.png"), "-m", "gpt-5,gpt-4o", "--model", "GEMINI-2.5-f*", "-m", "gpt-4?1", "--csv");
        string[] models = [.. Csv.Parse(result.Output).Skip(1).Select(record => record[1] + " " + record[4])];
        string[] each = ["gpt-5", "gpt-4o", "gemini-2.5-flash", "gemini-2.5-flash-lite", "gpt-4.1"];
        Assert.Equal([.. each.Select(model => "a.jpg " + model), .. each.Select(model => "b.png " + model)], models);
    }

    [Fact]
    public void An_unknown_model_is_told_the_nearest_names_and_the_others_are_counted()
    {
        ToolResult result = ToolProcess.Run("cost", "--size", "640x480", "-m", "gpt-4oo,gpt-4o", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.StartsWith("mediatokens: gpt-4oo: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("gpt-4o", result.Error, StringComparison.Ordinal);
        Assert.Contains("[UnknownModel] List the models with 'mediatokens models'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("nonsense")]
    [InlineData("cost", "x.png", "--detial", "high")]
    [InlineData("cost", "x.png", "--detail", "hgh")]
    [InlineData("cost", "x.png", "--detail", "1")]
    [InlineData("cost", "x.png", "--detail")]
    [InlineData("cost", "x.png", "--basis", "guess")]
    [InlineData("cost", "x.png", "--json", "--csv")]
    [InlineData("cost", "x.png", "-m", "no-such-model")]
    [InlineData("cost", "x.png", "-m", ",")]
    [InlineData("cost", "x.png", "--catalog", "no-such-file.json")]
    [InlineData("cost", "--size", "640")]
    [InlineData("cost", "--size", "640x-2")]
    [InlineData("models", "no-such-model")]
    [InlineData("models", "--jsno")]
    public void What_makes_no_sense_ends_with_2_and_says_why(params string[] arguments)
    {
        ToolResult result = ToolProcess.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.All(result.ErrorLines, line => Assert.StartsWith("mediatokens: ", line, StringComparison.Ordinal));
        Assert.NotEmpty(result.ErrorLines);
    }

    [Fact]
    public void A_misspelt_option_is_told_the_nearest_one() =>
        Assert.Contains("Did you mean --detail?", ToolProcess.Run("cost", "x.png", "--detial", "high").Error, StringComparison.Ordinal);

    [Fact]
    public void A_size_that_cannot_be_is_a_failure()
    {
        ToolResult result = ToolProcess.Run("cost", "--size", "0x5");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("mediatokens: 0x5: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("[InvalidDimensions]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_option_and_shows_examples()
    {
        ToolResult result = ToolProcess.Run("cost", "--help");
        Assert.Equal(0, result.ExitCode);
        string[] expected =
        [
            "--model", "-m", "--detail", "--media-resolution", "--part-media-resolution", "--basis", "--recurse", "-r", "--catalog", "--size", "--uri", "--allow-private-network", "--timeout", "--json", "--csv",
            "--input-fidelity <low|high>", "--images-per-request", "--base-model", "--price <standard|cached|batch>", "--currency", "--exchange-rate", "--prompt-tokens", "--price-catalog", "--as-of",
            "--frames-per-second", "--start-time", "--end-time", "--duration", "--exclude-audio", "--pdf-content", "--pages", "--include-text",
            "mediatokens cost photo.jpg --detail high", "Usage:\n  mediatokens cost",
        ];
        string output = result.Output.ReplaceLineEndings("\n");
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Version_is_a_version_alone() => Assert.Matches(@"^\d+\.\d+\.\d+\S*$", ToolProcess.Run("--version").Output.Trim());

    [Fact]
    public void Nothing_at_all_shows_the_help()
    {
        ToolResult result = ToolProcess.Run();
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("mediatokens [command]", result.Output, StringComparison.Ordinal);
    }
}
