namespace MediaTokens.Tool.Tests;

/// <summary>Prices of a file in place of those of the catalog.</summary>
public sealed class PriceCatalogTests : IDisposable
{
    private readonly Workspace _files = new();
    private readonly string _catalog;

    public PriceCatalogTests() => _catalog = PricedCatalog.Write(_files);

    public void Dispose() => _files.Dispose();

    private ToolResult Run(params string[] arguments) => ToolProcess.Run(["cost", "--catalog", _catalog, "--as-of", PricedCatalog.Day, .. arguments]);

    [Fact]
    public void A_price_catalog_replaces_the_prices_of_its_models_alone()
    {
        string prices = _files.Write("prices.json", """
            {
              "schemaVersion": 2, "date": "2026-06-01",
              "prices": [ { "model": "house-dear", "input": 40, "source": "My contract", "date": "2026-06-01", "confidence": "Documented" } ]
            }
            """);
        List<string[]> csv = Csv.Parse(Run("--size", "512x512", "-m", "house-dear,house-cheap", "--price-catalog", prices, "--csv").Output);
        int cost = Array.IndexOf(csv[0], "cost");
        Assert.Equal(["0.0102", "0.000000255"], csv.Skip(1).Select(record => record[cost]));
    }

    [Theory]
    [InlineData("""{ "gpt-4o": { "litellm_provider": "openai", "input_cost_per_token": 4e-05 } }""")]
    [InlineData("""[ { "id": "openai", "name": "OpenAI", "models": [ { "id": "gpt-4o", "match": { "equals": "gpt-4o" }, "prices": { "input_mtok": 40 } } ] } ]""")]
    public void Price_lists_of_others_are_taken_too(string text)
    {
        foreach (string command in (string[])["cost", "compare"])
        {
            ToolResult result = ToolProcess.Run(command, "--size", "512x512", "-m", "gpt-4o", "--price-catalog", _files.Write("list.json", text), "--json");
            Assert.Equal(("", 0), (result.Error, result.ExitCode));
            Assert.Contains("\"cost\":0.0102,", result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bad_price_is_told_and_the_others_are_taken()
    {
        string prices = _files.Write("list.json", """
            {
              "gpt-4o": { "litellm_provider": "openai", "input_cost_per_token": 4e-05 },
              "gpt-5": { "litellm_provider": "openai", "input_cost_per_token": "free" }
            }
            """);
        ToolResult result = Run("--size", "512x512", "-m", "gpt-4o", "--price-catalog", prices, "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"cost\":0.0102,", result.Output, StringComparison.Ordinal);
        Assert.StartsWith($"mediatokens: {prices}: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("'gpt-5'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_list_without_a_known_model_is_warned_of()
    {
        string prices = _files.Write("list.json", """{ "no-such-model": { "litellm_provider": "openai", "input_cost_per_token": 4e-05 } }""");
        ToolResult result = Run("--size", "512x512", "-m", "house-dear", "--price-catalog", prices);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"mediatokens: {prices}: It tells no price of a model of the catalog.", Assert.Single(result.ErrorLines));
    }
}
