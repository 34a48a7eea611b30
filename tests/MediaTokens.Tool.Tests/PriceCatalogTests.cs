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
              "prices": [ { "model": "gpt-4o", "input": 40, "source": "My contract", "date": "2026-06-01", "confidence": "Documented" } ]
            }
            """);
        List<string[]> csv = Csv.Parse(Run("--size", "512x512", "-m", "gpt-4o,house-cheap", "--price-catalog", prices, "--csv").Output);
        int cost = Array.IndexOf(csv[0], "cost");
        Assert.Equal(["0.0102", "0.000000255"], csv.Skip(1).Select(record => record[cost]));
    }
}
