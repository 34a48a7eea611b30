using System.Text.Json;

namespace MediaTokens.Tool.Tests;

/// <summary>The options that cost and compare have in common.</summary>
public sealed class CountOptionTests : IDisposable
{
    private readonly Workspace _files = new();
    private readonly string _catalog;

    public CountOptionTests() => _catalog = PricedCatalog.Write(_files);

    public void Dispose() => _files.Dispose();

    private ToolResult Run(params string[] arguments) => ToolProcess.Run(["cost", "--catalog", _catalog, "--as-of", PricedCatalog.Day, .. arguments]);

    private JsonElement One(params string[] arguments)
    {
        ToolResult result = Run([.. arguments, "--json"]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        return JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
    }

    [Theory]
    [InlineData("--as-of does not take '2026-3-1': give a day", "--as-of", "2026-3-1")]
    [InlineData("--as-of does not take '2026-02-30': give a day", "--as-of", "2026-02-30")]
    [InlineData("--price does not take 'cheap': give standard, cached, batch", "--price", "cheap")]
    [InlineData("--currency does not take 'euro': give the three letters", "--currency", "euro", "--exchange-rate", "1")]
    [InlineData("--currency does not take 'E1R'", "--currency", "E1R", "--exchange-rate", "1")]
    [InlineData("EUR: The prices are in US dollars, and no rate to EUR is given. [ExchangeRateMissing] Give ", "--currency", "eur")]
    [InlineData("--exchange-rate needs --currency", "--exchange-rate", "0.9")]
    [InlineData("none but 1", "--exchange-rate", "0.9", "--currency", "usd")]
    [InlineData("--exchange-rate does not take '0': give a number above 0", "--exchange-rate", "0", "--currency", "EUR")]
    [InlineData("--exchange-rate does not take '0,9'", "--exchange-rate", "0,9", "--currency", "EUR")]
    [InlineData("--exchange-rate does not take '1e3'", "--exchange-rate", "1e3", "--currency", "EUR")]
    [InlineData("--exchange-rate does not take '9999999999'", "--exchange-rate", "9999999999", "--currency", "EUR")]
    [InlineData("--prompt-tokens does not take '0'", "--prompt-tokens", "0")]
    [InlineData("--images-per-request does not take '0'", "--images-per-request", "0")]
    [InlineData("--input-fidelity does not take 'medium': give low, high", "--input-fidelity", "medium")]
    [InlineData("--base-model takes the name of one model, not ''", "--base-model", "")]
    [InlineData("--base-model takes the name of one model, not 'gpt-*'", "--base-model", "gpt-*")]
    [InlineData("not the pattern 'a*'", "--base-model", "gpt-4o", "-m", "a*")]
    [InlineData("[UnknownModel]", "--base-model", "no-such-model", "-m", "mine")]
    [InlineData("[InvalidCatalog]", "--price-catalog", "no-such-file.json")]
    public void What_makes_no_sense_ends_with_2_and_says_why(string message, params string[] options)
    {
        foreach (string command in (string[])["cost", "compare"])
        {
            if (command == "compare" && options.Contains("--input-fidelity"))
            {
                continue;
            }

            ToolResult result = ToolProcess.Run([command, "--size", "512x512", .. options]);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.StartsWith("mediatokens: ", result.ErrorLines[0], StringComparison.Ordinal);
            Assert.Contains(message, result.ErrorLines[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_deployment_is_counted_as_the_model_that_it_runs()
    {
        JsonElement named = One("--size", "512x512", "-m", "my-deployment", "--base-model", "house-dear");
        Assert.Equal(("my-deployment", "house-dear", "Azure"), (Text(named, "model"), Text(named, "baseModel"), Text(named, "platform")));
        Assert.Equal(255, named.GetProperty("tokens").GetInt64());
        JsonElement unnamed = One("--size", "512x512", "--base-model", "house-dear");
        Assert.Equal(("house-dear", "house-dear", "Azure"), (Text(unnamed, "model"), Text(unnamed, "baseModel"), Text(unnamed, "platform")));
    }

    [Fact]
    public void More_images_than_a_request_takes_are_refused()
    {
        Assert.Equal(255, One("--size", "512x512", "-m", "house-dear", "--images-per-request", "20").GetProperty("tokens").GetInt64());
        ToolResult result = Run("--size", "512x512", "-m", "house-dear", "--images-per-request", "21");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("[LimitExceeded]", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Input_fidelity_is_for_models_that_have_it()
    {
        ToolResult result = Run("--size", "512x512", "-m", "house-dear", "--input-fidelity", "High");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("house-dear has no input fidelity", result.Error, StringComparison.Ordinal);
        Assert.Contains("[SettingNotSupported] Use --detail with this model.", result.Error, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement cost, string name) => cost.GetProperty(name).GetString();
}
